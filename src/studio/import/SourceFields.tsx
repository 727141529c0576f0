import { type DragEvent, type SyntheticEvent, useId, useState } from 'react';
import { joinedSource } from '../../core/eml/source.ts';
import { mailProblemText } from '../../core/eml/mail-problem.ts';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import { FileInput } from '../../ui/FileInput.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { sourceOfFile, sourceOfText, mailEndings } from './mail-source.ts';
import type { ImportFailure, ImportStage, MailSource } from './useImport.ts';

interface SourceFieldsProps {
  readonly failure: Extract<ImportStage, { kind: 'source' }>['failure'];
  readonly onSource: (source: MailSource) => void;
}

/** The ways in: a file chosen or dropped, or a source pasted, as a whole or its header and body apart. */
export function SourceFields({ failure, onSource }: SourceFieldsProps) {
  const { t, language } = useSentences('import');
  const input = useId();
  const [isOver, setOver] = useState(false);
  const why = (kind: ImportFailure): string =>
    kind === 'unreadable' || kind === 'notLoaded'
      ? t(`failed.${kind}`)
      : pick(mailProblemText({ kind, place: 'file' }), language);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onSource(sourceOfFile(file));
  };
  return (
    <main className="import-scroll">
      <div className="import-narrow">
        <h1>{t('title')}</h1>
        <p className="import-about">{t('about')}</p>
        {failure !== undefined && (
          <p className="studio-note" role="alert">
            {failure.why !== 'stopped' && <b>{t('failed.name', { name: failure.name })}</b>}
            <span>{why(failure.why)}</span>
            {failure.why !== 'stopped' && <span>{t('failed.wayOn')}</span>}
          </p>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- to drop a file is one more way; the label is the button for everybody */}
        <label
          className="import-drop"
          htmlFor={input}
          data-over={isOver}
          onDragOver={(event) => {
            event.preventDefault();
            event.stopPropagation();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Icon name="letter" size={28} />
          <b>{t('drop')}</b>
          <span>{t('endings')}</span>
          <FileInput id={input} accept={mailEndings} onFile={(file) => onSource(sourceOfFile(file))} />
        </label>
        <PasteForm onSource={onSource} />
        <p className="studio-safe">{t('local')}</p>
      </div>
    </main>
  );
}

function PasteForm({ onSource }: Pick<SourceFieldsProps, 'onSource'>) {
  const { t } = useSentences('import');
  const [isApart, setApart] = useState(false);
  const [source, setSource] = useState('');
  const [body, setBody] = useState('');
  const read = (event: SyntheticEvent): void => {
    event.preventDefault();
    const name = t('pastedName');
    onSource(isApart ? sourceOfText(name, joinedSource(source, body)) : sourceOfText(name, source));
  };
  return (
    <form className="import-paste" onSubmit={read}>
      <label>
        <span>{t(isApart ? 'header' : 'paste')}</span>
        <textarea
          rows={isApart ? 4 : 6}
          spellCheck={false}
          value={source}
          placeholder={t('pasteHint')}
          onChange={({ target }) => setSource(target.value)}
        />
      </label>
      {isApart && (
        <label>
          <span>{t('body')}</span>
          <textarea
            rows={6}
            spellCheck={false}
            value={body}
            onChange={({ target }) => setBody(target.value)}
          />
        </label>
      )}
      <div className="import-row">
        <label className="import-check">
          <input type="checkbox" checked={isApart} onChange={({ target }) => setApart(target.checked)} />
          <span>{t('apart')}</span>
        </label>
        <button type="submit" className="studio-button" disabled={source.trim() === ''}>
          {t('read')}
        </button>
      </div>
    </form>
  );
}
