import type { Localized } from '../../scenario/format/text.ts';
import type { Rule } from '../rule.ts';

/** Longest life of a certificate by its day of issue, in days: CA/Browser Forum ballots 193, SC-22 and SC-081v3. */
const longestLives = [
  { since: '2029-03-15', days: 47 },
  { since: '2027-03-15', days: 100 },
  { since: '2026-03-15', days: 200 },
  { since: '2020-09-01', days: 398 },
  { since: '2018-03-01', days: 825 },
] as const;

/** The certificate of a page is valid when the inbox is read: issued before, and no longer ago than a certificate lives. */
export const certificateLifetime: Rule = {
  name: 'certificate-lifetime',
  severity: 'warning',
  summary: {
    ja: '現在時刻 `clock` には有効でない証明書（発行前、または最長の有効期間を過ぎている）',
    en: 'A certificate that is not valid at `clock`: not issued yet, or older than certificates may be',
  },
  scope: 'message',
  check: ({ pages = [] }, path, { clock }) =>
    pages.flatMap(({ certificate }, index) => {
      const text = certificate && fault(certificate.issued, clock);
      return text ? [{ path: [...path, 'pages', index, 'certificate', 'issued'], text }] : [];
    }),
};

function fault(issued: string, clock: string): Localized | undefined {
  const age = (Date.parse(clock) - Date.parse(issued)) / 86_400_000;
  if (age < 0)
    return {
      ja: `証明書の発行日時（${issued}）が、このシナリオの現在時刻より後です。`,
      en: `The certificate is issued (${issued}) after the scenario’s present.`,
    };
  const longest = longestLives.find(({ since }) => issued >= since)?.days;
  if (longest === undefined || age <= longest) return undefined;
  return {
    ja: `証明書は発行から ${Math.floor(age)} 日たち、有効期間（最長 ${longest} 日）を過ぎています。発行日を新しくしてください。`,
    en: `The certificate is ${Math.floor(age)} days old and lives ${longest} days at most. Give it a later day.`,
  };
}
