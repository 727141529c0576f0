import { useMemo } from 'react';
import type { CompleteAnswer } from '../../core/engine/answer.ts';
import type { Assessment } from '../../core/engine/assess.ts';
import type { Correction, Debrief } from '../../core/engine/debrief.ts';
import type { Finding } from '../../core/engine/finding.ts';
import { settlingSources } from '../../core/engine/sources.ts';
import type { Message } from '../../core/scenario/format/message.ts';
import { authoredExplanation } from '../../explain/authored-explanation.ts';
import { firstSentence } from '../../explain/first-sentence.ts';
import { findingWords } from '../../explain/labels.ts';
import { useRegionNames } from '../../explain/useRegionNames.ts';
import { type Language, pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { focusOnce } from '../../ui/focus-once.ts';
import { Ring } from '../../ui/Ring.tsx';
import { praise } from './praise.ts';

interface FirstSightProps {
  readonly message: Message;
  readonly answer: CompleteAnswer;
  readonly assessment: Assessment;
  readonly debrief: Debrief;
  readonly onReveal: (region: string) => void;
}

/** What a debrief says at first sight, in at most 80 words or 200 characters: see test/packs/first-sight.test.tsx. */
export function FirstSight({ message, answer, assessment, debrief, onReveal }: FirstSightProps) {
  const { t, language } = useLanguage();
  const { t: tell } = useSentences('debrief');
  const nameOf = useRegionNames(message);
  const { outcome, deciding, correction, next, consequence } = debrief;
  const spot = deciding?.regions[0];
  const checked = useMemo(() => checkedAs(message, answer, assessment), [message, answer, assessment]);
  return (
    <section className="first-sight">
      <header className="debrief-head">
        <Ring
          percent={assessment.score}
          label={t('debrief.score', { score: Math.round(assessment.score) })}
        />
        <h2 tabIndex={-1} ref={focusOnce}>
          {outcome === 'rightUnsure' ? tell('first.unsure') : t(praise(assessment))}
        </h2>
      </header>
      {deciding && (
        <div className="deciding">
          <h3>
            <span>{tell(`first.deciding.${assessment.truth}`)}</span>
            <span className={`tag outcome-${deciding.outcome}`}>{tell(findingWords(deciding).tag)}</span>
          </h3>
          <p>{decidingText(deciding, language)}</p>
          {spot !== undefined && (
            <button type="button" className="button small plain" onClick={() => onReveal(spot)}>
              {t('debrief.reveal')}
            </button>
          )}
        </div>
      )}
      {correction && <p>{correctionText(correction)}</p>}
      <p className="lesson">
        <span className="lesson-label">{tell('first.next')}</span>
        <span>{pick(next, language)}</span>
      </p>
      {consequence && <p>{pick(consequence, language)}</p>}
      {checked && <p className="soft">{tell(`first.checked.${checked}`)}</p>}
    </section>
  );

  function correctionText({ kind, finding }: Correction): string {
    const { subject, ink } = finding;
    const part = partOf(finding);
    switch (kind) {
      case 'trustedClue':
        return tell('first.correction.trustedClue', { part });
      case 'wrongFlag':
        if (subject.kind === 'reassurance') return tell('first.correction.doubtedSign', { part });
        return tell(ink === 'trust' ? 'first.correction.trustedOther' : 'first.correction.doubtedOther', {
          part,
        });
      case 'missed':
        return subject.kind === 'clue'
          ? tell('first.correction.missedClue', { title: pick(subject.title, language) })
          : tell('first.correction.missedSign', { part });
    }
  }

  /** The part that was flagged, or else where the finding lies, by its name. */
  function partOf({ regions }: Finding): string {
    const region = regions.find((key) => answer.flags.has(key)) ?? regions[0];
    const name = region === undefined ? undefined : nameOf(region);
    return name === undefined
      ? tell('first.nameless')
      : tell('first.quoted', { text: clipped(name, language) });
  }
}

/** Whether a source that can know was looked at before the answer; undefined where there is none. */
function checkedAs(message: Message, { looked }: CompleteAnswer, { checked }: Assessment) {
  if (checked) return 'settled';
  if (settlingSources(message).size === 0) return undefined;
  return looked === undefined ? 'none' : 'idle';
}

/** A clue by what it proves; what speaks for a message by the first sentence about it. */
function decidingText({ subject }: Finding, language: Language): string {
  if (subject.kind === 'general') return '';
  return subject.kind === 'clue'
    ? pick(subject.title, language)
    : firstSentence(pick(authoredExplanation(subject), language), language);
}

const longestPart = { ja: 16, en: 24 } as const satisfies Record<Language, number>;

function clipped(name: string, language: Language): string {
  const letters = [...name];
  const most = longestPart[language];
  return letters.length <= most ? name : `${letters.slice(0, most).join('').trimEnd()}…`;
}
