import { useState } from 'react';
import { memberOf } from '../../core/draft/json.ts';
import type { DraftMessage, ScenarioFile } from '../../core/draft/read-file.ts';
import { type TemplateKind, templateKinds, templateMessage } from '../../core/draft/template.ts';
import { phishScale } from '../../core/engine/phish-scale.ts';
import { senderOf, titleOf } from '../../core/scenario/layout/headline.ts';
import { timeOfDay } from '../../i18n/moment.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { InkSeal } from '../../inbox/InkSeal.tsx';
import { insert, set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { idOf, sealedOf } from '../mail/drawn.ts';
import { ProblemChips } from '../ProblemChips.tsx';
import { useStudioKeys } from '../useStudioKeys.ts';
import { ShiftDialog } from './ShiftDialog.tsx';
import { TwinDialog } from './TwinDialog.tsx';
import { bySent, sentOf } from './by-sent.ts';

interface RailProps {
  readonly files: readonly ScenarioFile[];
  readonly onFile: (path: string) => void;
}

/** The messages of the inbox in the order in which the player sees them, the newest first. */
export function Rail({ files, onFile }: RailProps) {
  const { t } = useSentences('studio');
  const { open, file, index, onMessage } = useEditing();
  const [dialog, setDialog] = useState<'twin' | 'shift'>();
  const order = bySent(file.messages);
  const at = order.indexOf(index);
  /** Swaps the times of two neighbours: the inbox is in the order of time. */
  const swap = (step: 1 | -1): void => {
    const [one, other] = [order[at], order[at + step]];
    if (one === undefined || other === undefined) return;
    const [sent, otherSent] = [sentOf(file.messages[one]), sentOf(file.messages[other])];
    if (sent === undefined || otherSent === undefined) return;
    open.change(file.path, [
      set(['messages', one, 'sent'], otherSent),
      set(['messages', other, 'sent'], sent),
    ]);
  };
  useStudioKeys({
    'alt+ArrowUp': () => swap(-1),
    'alt+ArrowDown': () => swap(1),
  });
  return (
    <section className="studio-pane studio-rail" aria-label={t('pane.list')}>
      <div className="studio-pane-head">
        {files.length > 1 ? (
          <select
            aria-label={t('rail.inbox')}
            value={file.path}
            onChange={({ target }) => onFile(target.value)}
          >
            {files.map(({ path }) => (
              <option key={path} value={path}>
                {path.replace(/^.*\//, '').replace(/\.json$/, '')}
              </option>
            ))}
          </select>
        ) : (
          <h2>{t('rail.count', { count: file.messages.length })}</h2>
        )}
        <span className="studio-gap" />
        <button
          type="button"
          className="studio-button small"
          disabled={at <= 0}
          aria-keyshortcuts="Alt+ArrowUp"
          aria-label={t('rail.earlier')}
          title={t('rail.earlier')}
          onClick={() => swap(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="studio-button small"
          disabled={at < 0 || at >= order.length - 1}
          aria-keyshortcuts="Alt+ArrowDown"
          aria-label={t('rail.later')}
          title={t('rail.later')}
          onClick={() => swap(1)}
        >
          ↓
        </button>
      </div>
      <ul className="studio-rows">
        {order.map((one) => {
          const message = file.messages[one];
          return (
            message && (
              <li key={one}>
                <Row message={message} isOpen={one === index} onOpen={() => onMessage(one)} />
              </li>
            )
          );
        })}
      </ul>
      <AddMessage />
      <div className="studio-acts studio-rail-acts">
        <button
          type="button"
          className="studio-button small"
          disabled={file.messages.length === 0}
          onClick={() => setDialog('twin')}
        >
          {t('twin.open')}
        </button>
        <button type="button" className="studio-button small" onClick={() => setDialog('shift')}>
          {t('shift.open')}
        </button>
      </div>
      {dialog === 'twin' && <TwinDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'shift' && <ShiftDialog onClose={() => setDialog(undefined)} />}
    </section>
  );
}

interface RowProps {
  readonly message: DraftMessage;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function Row({ message, isOpen, onOpen }: RowProps) {
  const { t, language } = useSentences('studio');
  const { t: say } = useLanguage();
  const { surround } = useEditing();
  const sealed = sealedOf(message, surround);
  const truth = memberOf(memberOf(message.value, 'solution'), 'truth');
  const solution = message.message?.solution;
  const first = solution?.truth === 'phish' ? solution.premise[0] : undefined;
  const scale = first && solution?.truth === 'phish' ? phishScale(solution, first.audience) : undefined;
  const errors = message.problems.filter(({ severity }) => severity === 'error').length;
  return (
    <button type="button" className="studio-row" aria-current={isOpen} onClick={onOpen}>
      <span className="studio-row-seal">
        {truth === 'phish' || truth === 'legitimate' ? (
          <>
            <InkSeal ink={truth === 'phish' ? 'doubt' : 'trust'} />
            <span className="visually-hidden">{t(`truth.${truth}`)}</span>
          </>
        ) : (
          <span title={t('truth.open')}>？</span>
        )}
      </span>
      <b translate="no">{(sealed && pick(titleOf(sealed), language)) || idOf(message.value)}</b>
      <span className="studio-row-from">
        <span translate="no">{sealed && pick(senderOf(sealed), language)}</span>
        {sealed && <time dateTime={sealed.sent}>{timeOfDay(sealed.sent, surround.clock, language)}</time>}
      </span>
      <span className="studio-chips">
        {scale && <span className="studio-chip">{say(`difficulty.is.${scale.difficulty}`)}</span>}
        <ProblemChips errors={errors} warnings={message.problems.length - errors} isSilent />
      </span>
    </button>
  );
}

/** Adds a message of the template at the end of the file; by its time it is the newest. */
function AddMessage() {
  const { t } = useSentences('studio');
  const { open, file, surround, onMessage } = useEditing();
  const [isAsking, setAsking] = useState(false);
  const add = (kind: TemplateKind): void => {
    const taken = new Set(file.messages.map(({ value }) => idOf(value)));
    const id = Array.from({ length: taken.size + 1 }, (_, number) => `message-${number + 1}`).find(
      (one) => !taken.has(one),
    );
    setAsking(false);
    const message = templateMessage(kind, id ?? 'message', surround);
    if (open.change(file.path, [insert(['messages', file.messages.length], message)]))
      onMessage(file.messages.length);
  };
  useStudioKeys({ n: () => setAsking(true) });
  return (
    <div className="studio-add">
      {isAsking ? (
        <div role="group" aria-label={t('rail.add')}>
          {templateKinds.map((kind) => (
            <button key={kind} type="button" className="studio-button" onClick={() => add(kind)}>
              {t(`rail.${kind}`)}
            </button>
          ))}
          <button type="button" className="studio-button bare" onClick={() => setAsking(false)}>
            {t('cancel')}
          </button>
        </div>
      ) : (
        <button type="button" className="studio-button" aria-keyshortcuts="N" onClick={() => setAsking(true)}>
          <span>{t('rail.add')}</span>
          <kbd aria-hidden="true">N</kbd>
        </button>
      )}
      <p>
        <kbd>Alt</kbd>
        <kbd>↑</kbd>
        <kbd>↓</kbd>
        <span>{t('rail.move')}</span>
      </p>
    </div>
  );
}
