import type { CompleteAnswer } from '../../core/engine/answer.ts';
import type { Assessment } from '../../core/engine/assess.ts';
import type { DebriefStep } from '../../core/engine/debrief/debrief.ts';
import { surenessOf } from '../../core/engine/sureness.ts';
import type { ActionKind, Channel } from '../../core/scenario/format/vocabulary.ts';
import { OutcomeSeal, sealOf } from '../../explain/OutcomeSeal.tsx';
import { useSentences } from '../../i18n/setup.ts';
import { focusOnce } from '../../ui/focus-once.ts';

interface DebriefHeadProps {
  readonly answer: CompleteAnswer;
  readonly assessment: Assessment;
  readonly steps: readonly DebriefStep[];
}

/** How the answer went in words: outcome, what the player did, and the three parts of the score without a number. */
export function DebriefHead({ answer, assessment, steps }: DebriefHeadProps) {
  const { t: tell } = useSentences('debrief');
  const { correct, truth, verdict, channel, handling } = assessment;
  const sureness = surenessOf(answer.confidence);
  const did = tell('did.text', {
    seal: tell('did.seal', {
      verdict: tell(`did.said.${verdict}`),
      sureness: tell(`did.said.${sureness}`),
    }),
    did: tell(`did.action.${didOf(answer.action.kind, channel)}`),
  });
  const told = steps.filter(
    ({ finding: { subject } }) => subject.kind === 'clue' || subject.kind === 'reassurance',
  );
  const found = told.filter(({ finding }) => finding.outcome === 'hit').length;
  const handled = handling >= 0.999 ? 'best' : handling >= 0.5 ? 'fine' : 'poor';
  return (
    <header className={`debrief-head ${correct ? 'right' : 'wrong'}`}>
      <span className="debrief-seal">
        <OutcomeSeal sign={sealOf(assessment)} />
      </span>
      <div>
        <h2 tabIndex={-1} ref={focusOnce}>
          {tell(`head.${correct ? 'right' : 'wrong'}.${truth}`)}
        </h2>
        <p className="did">{did}</p>
      </div>
      <dl className="tokens">
        <Token name={tell('token.verdict')} grade={correct ? (sureness === 'leaning' ? 1 : 2) : 0}>
          {tell(correct ? 'token.right' : 'token.wrong')}
        </Token>
        <Token name={tell('token.action')} grade={handledGrades[handled]}>
          {tell(`token.${handled}`)}
        </Token>
        {told.length > 0 && (
          <Token
            name={tell(truth === 'phish' ? 'token.clues' : 'token.signs')}
            grade={assessment.evidence >= 0.999 ? 2 : found > 0 ? 1 : 0}
          >
            {tell('token.seen', { found, count: told.length })}
          </Token>
        )}
      </dl>
    </header>
  );
}

const handledGrades = { best: 2, fine: 1, poor: 0 } as const;

const grades = ['×', '○', '◎'] as const;

interface TokenProps {
  readonly name: string;
  /** 2: nothing better, 1: well, 0: not well. */
  readonly grade: 0 | 1 | 2;
  readonly children: string;
}

function Token({ name, grade, children }: TokenProps) {
  return (
    <div data-grade={grade}>
      <dt>{name}</dt>
      <dd>
        <span aria-hidden="true">{grades[grade]}</span>
        <span>{children}</span>
      </dd>
    </div>
  );
}

type Did = ActionKind | 'replyVoice' | 'replyInvitation' | 'replyLetter' | 'deleteLetter';

/** The past of an action, which some channels call otherwise. */
function didOf(action: ActionKind, channel: Channel): Did {
  if (action === 'delete' && channel === 'letter') return 'deleteLetter';
  if (action !== 'reply') return action;
  switch (channel) {
    case 'voice':
      return 'replyVoice';
    case 'invitation':
      return 'replyInvitation';
    case 'letter':
      return 'replyLetter';
    case 'mail':
    case 'sms':
    case 'chat':
      return 'reply';
  }
}
