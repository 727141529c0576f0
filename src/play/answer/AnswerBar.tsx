import { type ReactNode, useId, useMemo } from 'react';
import type { Action, Answer } from '../../core/engine/answer.ts';
import type { Contact } from '../../core/scenario/format/scenario.ts';
import type { Truth } from '../../core/scenario/format/solution.ts';
import type { Channel } from '../../core/scenario/format/vocabulary.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Icon } from '../../ui/Icon.tsx';
import { actionLabel } from '../../explain/labels.ts';
import { inkOf } from '../store.ts';
import { SealRow } from './SealRow.tsx';

interface AnswerBarProps {
  readonly answer: Answer;
  readonly channel: Channel;
  readonly directory: readonly Contact[];
  /** The inks to stamp with, where the message is beside the answer. */
  readonly palette?: ReactNode;
  readonly onJudge: (verdict: Truth, confidence: number) => void;
  readonly onAct: (action: Action) => void;
  readonly onSubmit: () => void;
  readonly onVerify: () => void;
}

const plainActions = ['report', 'delete', 'own-way', 'keep', 'follow', 'reply', 'verifyWithin'] as const;

/** The verdict with how sure it is, and the action. The answer is complete once both are given. */
export function AnswerBar({
  answer,
  channel,
  directory,
  palette,
  onJudge,
  onAct,
  onSubmit,
  onVerify,
}: AnswerBarProps) {
  const { t, language } = useLanguage();
  const actionId = useId();
  const missing = missingOf(answer);
  const against = verdictAgainstFlags(answer);
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
      {palette}
      <SealRow answer={answer} channel={channel} onJudge={onJudge} />
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
      <p className="answer-against" role="status">
        {against !== undefined && t(`answer.against.${against}`)}
      </p>
    </div>
  );
}

function missingOf({ verdict, action }: Answer): 'both' | 'verdict' | 'action' | undefined {
  if (verdict === undefined) return action === undefined ? 'both' : 'verdict';
  return action === undefined ? 'action' : undefined;
}

/** The verdict, if a flag in the ink of the other one is still there. */
function verdictAgainstFlags({ verdict, flags }: Answer): Truth | undefined {
  return [...flags.values()].some((ink) => ink !== inkOf(verdict)) ? verdict : undefined;
}

function valueOf(action: Action | undefined): string {
  if (action === undefined) return '';
  return action.kind === 'verify' ? `verify:${action.contact}` : action.kind;
}
