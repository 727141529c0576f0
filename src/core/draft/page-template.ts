/** The mock pages from which trainers begin: one for each way in which a page takes something from its visitor. */
import type { MockPage } from '../scenario/format/page.ts';
import type { Truth } from '../scenario/format/solution.ts';
import type { JsonValue } from './json.ts';
import templates from './page-templates.json' with { type: 'json' };

/** The templates, in the order in which they are offered. */
export const pageTemplates = [
  'login',
  'card',
  'code',
  'consent',
  'device',
  'captcha',
  'alarm',
  'download',
  'plain',
] as const satisfies readonly (keyof typeof templates)[];
/** A template of a page. */
export type PageTemplate = (typeof pageTemplates)[number];

/** What a template leaves open. */
export interface PageHead extends Pick<MockPage, 'id' | 'url'> {
  /** The host that the certificate names; without one, the page has no certificate. */
  readonly host: string | undefined;
  /** Now, in the inbox. */
  readonly clock: string;
  readonly truth: Truth | undefined;
}

/** A page as a template begins it. What becomes of its visitor depends on who wrote the message. */
export function templatePage(template: PageTemplate, { id, url, host, clock, truth }: PageHead): JsonValue {
  const { title, body, outcome, firstAid } = templates[template];
  const harmless = templates.plain;
  const isLure = truth !== 'legitimate';
  return {
    id,
    url,
    title,
    ...(host !== undefined && { certificate: certificateFor(host, clock) }),
    body,
    outcome: isLure || template === 'plain' ? outcome : genuineOutcome,
    firstAid: isLure ? firstAid : harmless.firstAid,
  };
}

const genuineOutcome = {
  ja: '名乗ったとおりの相手の画面です。入力した内容は、その相手に届くだけです。',
  en: 'The page belongs to whom it says. What you type reaches them and nobody else.',
};

const aWeek = 7 * 86_400_000;

/** A certificate that names a host, issued a week before a moment. */
export const certificateFor = (host: string, clock: string): JsonValue => ({
  issuer: 'Example CA',
  names: [host],
  issued: new Date((Date.parse(clock) || 0) - aWeek).toISOString().replace('.000Z', 'Z'),
});
