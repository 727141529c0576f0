import { problemsOf } from '../../core/draft/read-file.ts';
import { locales } from '../../i18n/moment.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { AutosaveState } from '../draft/autosave.ts';
import { useEditing } from '../edit/editing.ts';
import { MessageGauges } from '../gauges/MessageGauges.tsx';
import { truthIn } from '../mark/new-solution.ts';
import { ProblemChips } from '../ProblemChips.tsx';

/** Undo, what is saved, and the gauges of the inbox. */
export function Foot({ saved }: { readonly saved: AutosaveState }) {
  const { t } = useSentences('studio');
  const { open, file, message, onTab } = useEditing();
  const problems = problemsOf(file);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const truths = file.messages.map(({ value }) => truthIn(value));
  const lures = truths.filter((truth) => truth === 'phish').length;
  const genuine = truths.filter((truth) => truth === 'legitimate').length;
  return (
    <footer className="studio-foot">
      <div className="studio-undo">
        <button
          type="button"
          className="studio-button"
          disabled={open.draft.past === undefined}
          aria-keyshortcuts="Control+Z Meta+Z"
          onClick={() => open.undo()}
        >
          {t('undo')}
        </button>
        <button
          type="button"
          className="studio-button"
          disabled={open.draft.future === undefined}
          aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
          onClick={() => open.redo()}
        >
          {t('redo')}
        </button>
        <Saved saved={saved} />
      </div>
      <div>
        <small>{t('gauge.problems')}</small>
        <button type="button" className="studio-gauge-button" onClick={() => onTab('problems')}>
          <ProblemChips errors={errors} warnings={problems.length - errors} />
        </button>
      </div>
      <div>
        <small>{t('gauge.balance')}</small>
        <span className="studio-balance">
          <b className="phish">{t('gauge.lures', { count: lures })}</b>
          <meter min={0} max={Math.max(1, lures + genuine)} value={lures} aria-label={t('gauge.balance')} />
          <b className="legitimate">{t('gauge.genuine', { count: genuine })}</b>
        </span>
      </div>
      {message?.message && <MessageGauges message={message.message} />}
    </footer>
  );
}

function Saved({ saved }: { readonly saved: AutosaveState }) {
  const { t, language } = useSentences('studio');
  if (saved.kind === 'failed') {
    return (
      <p className="studio-saved failed" role="alert">
        {t(`saved.failed.${saved.why}`)}
      </p>
    );
  }
  return (
    <p className="studio-saved">
      {saved.kind === 'saving'
        ? t('saved.saving')
        : saved.at === undefined
          ? t('saved.device')
          : t('saved.at', {
              time: new Intl.DateTimeFormat(locales[language], { timeStyle: 'short' }).format(saved.at),
            })}
    </p>
  );
}
