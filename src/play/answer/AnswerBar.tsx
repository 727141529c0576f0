import { useId, useMemo } from 'react';
import type { Action, Answer } from '../../core/engine/answer.ts';
import type { Contact } from '../../core/scenario/format/scenario.ts';
import type { Truth } from '../../core/scenario/format/solution.ts';
import type { Channel } from '../../core/scenario/format/vocabulary.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Icon } from '../../ui/Icon.tsx';
import { actionLabel, verdictLabel } from '../../explain/labels.ts';

interface AnswerBarProps {
  readonly answer: Answer;
  readonly channel: Channel;
  readonly directory: readonly Contact[];
  readonly onJudge: (verdict: Truth, confidence: number) => void;
  readonly onAct: (action: Action) => void;
  readonly onSubmit: () => void;
  readonly onVerify: () => void;
}

const verdicts = ['phish', 'legitimate'] as const satisfies readonly Truth[];
const firstConfidence = 0.75;
const plainActions = ['report', 'delete', 'own-way', 'keep', 'follow', 'reply', 'verifyWithin'] as const;

/** Verdict, confidence and action. The answer is complete once all three are given. */
export function AnswerBar({
  answer,
  channel,
  directory,
  onJudge,
  onAct,
  onSubmit,
  onVerify,
}: AnswerBarProps) {
  const { t, language } = useLanguage();
  const confidenceId = useId();
  const actionId = useId();
  const confidence = answer.confidence ?? firstConfidence;
  const missing = missingOf(answer);
  // Memoised: toggling a flag does not change these options.
  const actions = useMemo(
    () => (
      <>
        {plainActions.map((kind) => (
          <option key={kind} value={kind}>
            {t(actionLabel(kind, channel))}
          </option>
        ))}
        <optgroup label={t('action.verify')}>
          {directory.map((contact) => (
            <option key={contact.id} value={`verify:${contact.id}`}>
              {t('action.verifyBy', { contact: pick(contact.name, language) })}
            </option>
          ))}
        </optgroup>
      </>
    ),
    [t, language, channel, directory],
  );
  const act = (value: string): void => {
    const contact = directory.find(({ id }) => value === `verify:${id}`);
    const plain = plainActions.find((kind) => kind === value);
    if (contact) onAct({ kind: 'verify', contact: contact.id });
    else if (plain) onAct({ kind: plain });
  };
  return (
    <div className="answer" role="group" aria-label={t('answer.title')}>
      <fieldset className="answer-verdict">
        <legend>{t(`answer.this.${channel}`)}</legend>
        <div className="choices">
          {verdicts.map((verdict) => (
            <button
              key={verdict}
              type="button"
              className="choice"
              aria-pressed={answer.verdict === verdict}
              onClick={() => onJudge(verdict, confidence)}
            >
              {t(verdictLabel(verdict, channel))}
            </button>
          ))}
        </div>
      </fieldset>
      <div className="answer-confidence">
        <label htmlFor={confidenceId}>
          <span>{`${t('answer.confidence')} `}</span>
          <output translate="no">{`${Math.round(confidence * 100)}%`}</output>
        </label>
        <input
          id={confidenceId}
          type="range"
          min={50}
          max={100}
          step={5}
          value={Math.round(confidence * 100)}
          disabled={answer.verdict === undefined}
          aria-valuetext={t('answer.confidenceText', { percent: Math.round(confidence * 100) })}
          onChange={(event) =>
            answer.verdict !== undefined && onJudge(answer.verdict, Number(event.target.value) / 100)
          }
        />
        <div className="confidence-ends" aria-hidden="true">
          <span>{t('answer.guess')}</span>
          <span>{t('answer.certain')}</span>
        </div>
      </div>
      <div className="answer-action">
        <div className="action-head">
          <label htmlFor={actionId}>{t('answer.action')}</label>
          <button type="button" className="button small" onClick={onVerify}>
            <Icon name="loupe" size={14} />
            <span>{t('verify.open')}</span>
          </button>
        </div>
        <select id={actionId} value={valueOf(answer.action)} onChange={(event) => act(event.target.value)}>
          <option value="" disabled>
            {t('answer.chooseAction')}
          </option>
          {actions}
        </select>
      </div>
      <div className="answer-submit">
        <button type="button" className="button main" disabled={missing !== undefined} onClick={onSubmit}>
          {t('answer.submit')}
        </button>
        <p className="answer-missing" role="status">
          {missing !== undefined && t(`answer.missing.${missing}`)}
        </p>
      </div>
    </div>
  );
}

function missingOf({ verdict, action }: Answer): 'both' | 'verdict' | 'action' | undefined {
  if (verdict === undefined) return action === undefined ? 'both' : 'verdict';
  return action === undefined ? 'action' : undefined;
}

function valueOf(action: Action | undefined): string {
  if (action === undefined) return '';
  return action.kind === 'verify' ? `verify:${action.contact}` : action.kind;
}
