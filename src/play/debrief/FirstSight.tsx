import type { ReactNode } from 'react';
import type { CompleteAnswer } from '../../core/engine/answer.ts';
import type { Assessment } from '../../core/engine/assess.ts';
import { comparedAddresses } from '../../core/engine/debrief/compared-addresses.ts';
import type { Debrief } from '../../core/engine/debrief/debrief.ts';
import type { Message } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { AddressEvidence } from '../../explain/AddressEvidence.tsx';
import { FindingCard } from '../../explain/FindingCard.tsx';
import { findingWords } from '../../explain/labels.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { DebriefHead } from './DebriefHead.tsx';

interface FirstSightProps {
  readonly message: Message;
  readonly scenario: Pick<Scenario, 'messages' | 'directory'>;
  readonly answer: CompleteAnswer;
  readonly assessment: Assessment;
  readonly debrief: Debrief;
  /** The step that is shown, from 0. */
  readonly at: number;
  /** The part that the player asked about, in place of a step. */
  readonly asked?: ReactNode;
  readonly onStep: (at: number) => void;
  readonly onReveal: (region: string) => void;
}

/**
 * What a debrief says at once: the outcome and one explanation after the other, with the last what came of it and what to do next time. At most 80 words
 * or 200 characters: see test/play/debrief/first-sight.test.tsx.
 */
export function FirstSight({
  message,
  scenario,
  answer,
  assessment,
  debrief,
  at,
  asked,
  onStep,
  onReveal,
}: FirstSightProps) {
  const { language } = useLanguage();
  const { t: tell } = useSentences('debrief');
  const { steps, next, consequence } = debrief;
  const step = steps[at];
  const compared = step && comparedAddresses(message, step.regions, scenario);
  return (
    <section className="first-sight">
      <DebriefHead answer={answer} assessment={assessment} steps={steps} />
      {steps.length > 1 && (
        <ol className="step-dots" aria-label={tell('step.label')}>
          {steps.map(({ finding }, index) => (
            <li key={index}>
              <button
                type="button"
                className={`step-dot ${finding.outcome}`}
                aria-label={tell('step.go', { at: index + 1, outcome: tell(findingWords(finding).tag) })}
                aria-current={index === at && !asked ? 'step' : undefined}
                onClick={() => onStep(index)}
              >
                {index + 1}
              </button>
            </li>
          ))}
        </ol>
      )}
      {asked}
      {!asked && step && (
        <FindingCard key={at} brief finding={step.finding} voices="one" onReveal={onReveal}>
          {compared && <AddressEvidence {...compared} />}
        </FindingCard>
      )}
      {at >= steps.length - 1 && (
        <>
          {consequence && <p className="consequence">{pick(consequence, language)}</p>}
          <p className="lesson">
            <span className="lesson-label">{tell('first.next')}</span>
            <span>{pick(next, language)}</span>
          </p>
        </>
      )}
    </section>
  );
}
