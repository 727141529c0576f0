import { type KeyboardEvent, useRef } from 'react';
import type { DraftFile } from '../../core/draft/read-file.ts';
import { changeAt, copyAt, hasRoom } from '../../core/draft/texts.ts';
import { type Language, languages } from '../../core/scenario/format/vocabulary.ts';
import { useSentences } from '../../i18n/setup.ts';
import { set } from '../draft/changes.ts';
import type { OpenDraft } from '../draft/store.ts';
import { lengthOf, limits } from '../inspector/explanation-limits.ts';
import { useStudioKeys } from '../useStudioKeys.ts';
import { type Filter, type PlacedRow, shows, type TextPart } from './text-parts.ts';
import { usePlaceName } from './usePlaceName.ts';

interface TextRowsProps {
  readonly open: OpenDraft;
  readonly file: DraftFile;
  readonly parts: readonly TextPart[];
  readonly filter: Filter;
}

/** As many as a page can show without becoming slow; a filter shows the rest as these are done. */
const mostRows = 200;

/** The texts of some parts, one row a text. Keys copy across and go to the next missing one. */
export function TextRows({ open, file, parts, filter }: TextRowsProps) {
  const { t } = useSentences('studio');
  const holder = useRef<HTMLDivElement>(null);
  useStudioKeys({
    'alt+n': () => {
      const missing = [...(holder.current?.querySelectorAll('textarea') ?? [])].filter(
        ({ value }) => value === '',
      );
      const at = missing.findIndex((one) => one === document.activeElement);
      missing[(at + 1) % Math.max(1, missing.length)]?.focus();
    },
  });
  const rows = parts
    .flatMap((part) => part.rows.filter((row) => shows(filter, row)).map((row) => ({ part, row })))
    .slice(0, mostRows);
  return (
    <div ref={holder} className="studio-texts">
      <div className="studio-texts-head" aria-hidden="true">
        <span>{t('texts.where')}</span>
        {languages.map((language) => (
          <span key={language}>{t(`language.${language}`)}</span>
        ))}
      </div>
      {rows.length === 0 && (
        <p className="studio-empty" role="status">
          {t(`texts.none.${filter}`)}
        </p>
      )}
      {rows.map(({ part, row }) => (
        <Row key={`${part.path.join('/')} ${row.place}`} open={open} file={file} part={part} row={row} />
      ))}
      <p className="studio-keys">
        <span>
          <kbd>Alt</kbd>
          <kbd>→</kbd>
          <kbd>←</kbd>
          <span>{t('texts.keys.copy')}</span>
        </span>
        <span>
          <kbd>Alt</kbd>
          <kbd>N</kbd>
          <span>{t('texts.keys.next')}</span>
        </span>
      </p>
    </div>
  );
}

interface RowProps extends Pick<TextRowsProps, 'open' | 'file'> {
  readonly part: TextPart;
  readonly row: PlacedRow;
}

function Row({ open, file, part, row }: RowProps) {
  const { t } = useSentences('studio');
  const name = usePlaceName()(row.place);
  const copy = (from: Language): void => {
    const made = copyAt(part.value, row.place, from);
    if (made !== undefined) open.change(file.path, [set([...part.path, ...made.path], made.value)]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = event.key === 'ArrowRight' ? 'ja' : event.key === 'ArrowLeft' ? 'en' : undefined;
    if (from === undefined || !event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    copy(from);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut for the buttons in it
    <div className="studio-texts-row" role="group" aria-label={name} onKeyDown={onKeyDown}>
      <span className="studio-texts-place">{name}</span>
      {languages.map((language) => (
        <div key={language} className={row.stale?.stale === language ? 'stale' : undefined}>
          {hasRoom(row, language) && (
            <Cell language={language} name={name} part={part} row={row} open={open} file={file} />
          )}
          {row.missing.includes(language) && (row[language === 'ja' ? 'en' : 'ja'] ?? '') !== '' && (
            <button
              type="button"
              className="studio-button small"
              aria-keyshortcuts={language === 'ja' ? 'Alt+ArrowLeft' : 'Alt+ArrowRight'}
              onClick={() => copy(language === 'ja' ? 'en' : 'ja')}
            >
              {t(`texts.copy.${language}`)}
            </button>
          )}
          {row.stale?.stale === language && <StaleNote open={open} stale={row.stale} />}
        </div>
      ))}
    </div>
  );
}

interface CellProps extends RowProps {
  readonly language: Language;
  readonly name: string;
}

function Cell({ language, name, part, row, open, file }: CellProps) {
  const { t } = useSentences('studio');
  const text = row[language] ?? '';
  const write = (words: string): void => {
    const made = changeAt(part.value, row.place, language, words);
    if (made === undefined) return;
    open.type(file.path, [set([...part.path, ...made.path], made.value)], `${row.place} ${language} texts`);
  };
  const length = lengthOf(text, language);
  const isExplained = row.place.endsWith('/explanation');
  return (
    <>
      <textarea
        lang={language}
        aria-label={t('texts.cell', { name, language: t(`language.${language}`) })}
        className={row.missing.includes(language) ? 'missing' : undefined}
        placeholder={row.missing.includes(language) ? t(`texts.lacks.${language}`) : undefined}
        rows={Math.min(8, Math.max(1, Math.ceil(text.length / (language === 'ja' ? 28 : 52))))}
        value={text}
        onChange={({ target }) => write(target.value)}
      />
      <small data-over={row.over.includes(language)}>
        {isExplained
          ? `${t(`meter.${language}`, { length, limit: limits[language] })}${row.over.includes(language) ? ` ${t('meter.over')}` : ''}`
          : t(`texts.length.${language}`, { count: length })}
      </small>
    </>
  );
}

/** What the other language said when the two last fitted. */
function StaleNote({
  open,
  stale,
}: Pick<RowProps, 'open'> & { readonly stale: NonNullable<PlacedRow['stale']> }) {
  const { t } = useSentences('studio');
  return (
    <p className="studio-stale">
      <span>{t('texts.changed')}</span>
      <del lang={stale.stale === 'ja' ? 'en' : 'ja'} translate="no">
        {stale.was}
      </del>
      <button type="button" className="studio-button small" onClick={() => open.confirm(stale)}>
        {t('texts.fits')}
      </button>
    </p>
  );
}
