import { useMemo, useState } from 'react';
import { mailProblemText } from '../../core/eml/mail-problem.ts';
import { pick } from '../../i18n/language.ts';
import { LanguageContext, useSentences, useSpoken } from '../../i18n/setup.ts';
import { MarksProvider, unmarked } from '../../inbox/marks.tsx';
import { MessageView } from '../../inbox/message/MessageView.tsx';
import { SkinContext } from '../../inbox/skin.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { drawnImport } from './imported-draft.ts';
import type { ImportedMail } from './import-job.ts';
import { ReplacementTable } from './ReplacementTable.tsx';
import type { Importing, ImportStage } from './useImport.ts';

interface ImportedSheetProps {
  readonly stage: Extract<ImportStage, { kind: 'found' }>;
  readonly importing: Importing;
}

/** The mail as the draft will have it, beside the table of what was replaced. */
export function ImportedSheet({ stage, importing }: ImportedSheetProps) {
  const { t } = useSentences('import');
  const { source, mail, choice, again } = stage;
  return (
    <div className="import-found">
      <p className="import-file">
        <b translate="no">{source.name}</b>
        <span>{t('size', { size: Math.max(1, Math.round(source.size / 1000)), charset: mail.charset })}</span>
        {again !== undefined && (
          <>
            <progress value={again} aria-label={t('progress')} />
            <button type="button" className="studio-button small" onClick={importing.onStop}>
              {t('stop')}
            </button>
          </>
        )}
      </p>
      <section className="import-mail" aria-label={t('preview')}>
        <Remarks mail={mail} />
        {mail.hasInner && choice.inner !== true && (
          <p className="studio-note">
            <span>{t('innerFound')}</span>
            <button
              type="button"
              className="studio-button small"
              onClick={() => importing.onChoice({ inner: true })}
            >
              {t('inner')}
            </button>
          </p>
        )}
        <Loaded what="message" waiting>
          <Preview mail={mail} />
        </Loaded>
      </section>
      <ReplacementTable table={mail.table} onReplace={importing.onReplace} />
    </div>
  );
}

/** What was not read, or has no place in a message. */
function Remarks({ mail: { problems, losses } }: { readonly mail: ImportedMail }) {
  const { t, language } = useSentences('import');
  const lines = [
    ...new Set([
      ...problems
        .filter(({ kind }) => kind !== 'forwarded-inside')
        .map((problem) => pick(mailProblemText(problem), language)),
      ...losses.map((loss) => t(`loss.${loss}`)),
    ]),
  ];
  if (lines.length === 0) return <p className="import-whole">{t('whole')}</p>;
  return (
    <details className="import-remarks">
      <summary>{t('remarks', { count: lines.length })}</summary>
      <ul className="bullets">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function Preview({ mail: { scenario, language } }: { readonly mail: ImportedMail }) {
  const { t } = useSentences('import');
  useSpoken(language);
  const drawn = useMemo(() => drawnImport(scenario), [scenario]);
  const [marks] = useState(unmarked);
  if (drawn === undefined) return <p className="studio-empty">{t('notDrawn')}</p>;
  return (
    <LanguageContext value={language}>
      <SkinContext value="desktop">
        <div className="stage" lang={language}>
          <div className="reader">
            <MarksProvider marks={marks}>
              <MessageView message={drawn.message} scenario={drawn.surround} assets="" coaching={false} />
            </MarksProvider>
          </div>
        </div>
      </SkinContext>
    </LanguageContext>
  );
}
