import './languages.css';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useSentences } from '../../i18n/setup.ts';
import type { DraftStore } from '../draft/store.ts';
import { idOf } from '../mail/drawn.ts';
import { InkSeal } from '../../inbox/InkSeal.tsx';
import { eitherOf, writtenIn } from '../texts/localized.ts';
import { memberOf } from '../../core/draft/json.ts';
import { Exchange } from './Exchange.tsx';
import { TextRows } from './TextRows.tsx';
import { type Filter, filters, isDone, shows, type TextPart, textPartsOf } from './text-parts.ts';

interface LanguagesRoomProps {
  readonly store: DraftStore;
  /** The file that was open before. */
  readonly begin: string | undefined;
}

/** All texts of a file in two columns: what is missing, what changed since it was translated, and the way to translators and back. */
export default function LanguagesRoom({ store, begin }: LanguagesRoomProps) {
  const { t } = useSentences('studio');
  const open = useStore(store);
  const [path, setPath] = useState(begin);
  const [chosen, setChosen] = useState(0);
  const [filter, setFilter] = useState<Filter>('all');
  const files = [...open.draft.files.values()].filter(({ kind }) => kind !== 'broken');
  const file = files.find((one) => one.path === path) ?? files[0];
  if (file === undefined) return <p className="studio-empty">{t('nothing')}</p>;
  const parts = textPartsOf(file, open.stale);
  const part = parts[Math.min(chosen, parts.length - 1)];
  const rows = parts.flatMap((one) => one.rows);
  const done = rows.filter(isDone).length;
  const shown = filter === 'all' ? (part === undefined ? [] : [part]) : parts;
  return (
    <main className="studio-languages">
      <div className="studio-languages-head">
        <div className="studio-choice" role="group" aria-label={t('texts.filter')}>
          {filters.map((one) => (
            <button key={one} type="button" aria-pressed={one === filter} onClick={() => setFilter(one)}>
              {t(`texts.${one}`, { count: rows.filter((row) => shows(one, row)).length })}
            </button>
          ))}
        </div>
        <p className="studio-done">
          <span>{t('texts.done', { done, count: rows.length })}</span>
          <meter min={0} max={Math.max(1, rows.length)} value={done} aria-label={t('texts.doneLabel')} />
        </p>
        <span className="studio-gap" />
        <Exchange key={file.path} open={open} file={file} />
      </div>
      <nav className="studio-languages-parts" aria-label={t('texts.parts')}>
        <select
          aria-label={t('texts.file')}
          value={file.path}
          onChange={({ target }) => {
            setPath(target.value);
            setChosen(0);
          }}
        >
          {files.map((one) => (
            <option key={one.path} value={one.path}>
              {one.path.replace(/^packs\/[^/]+\//, '')}
            </option>
          ))}
        </select>
        <ul>
          {parts.map((one, index) => (
            <li key={index}>
              <PartButton
                part={one}
                isOpen={filter === 'all' && one === part}
                onOpen={() => {
                  setChosen(index);
                  setFilter('all');
                }}
              />
            </li>
          ))}
        </ul>
      </nav>
      <TextRows open={open} file={file} parts={shown} filter={filter} />
    </main>
  );
}

interface PartButtonProps {
  readonly part: TextPart;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function PartButton({ part: { message, value, truth, rows }, isOpen, onOpen }: PartButtonProps) {
  const { t, language } = useSentences('studio');
  const title = eitherOf(writtenIn(memberOf(value, 'subject')), language) || idOf(value);
  const done = rows.filter(isDone).length;
  return (
    <button type="button" className="studio-row" aria-current={isOpen} onClick={onOpen}>
      <span className="studio-row-seal">
        {truth !== undefined && (
          <>
            <InkSeal ink={truth === 'phish' ? 'doubt' : 'trust'} />
            <span className="visually-hidden">{t(`truth.${truth}`)}</span>
          </>
        )}
      </span>
      <b>{message === undefined ? t('texts.around') : title}</b>
      <span className="studio-row-from">
        <meter min={0} max={Math.max(1, rows.length)} value={done} aria-label={t('texts.doneLabel')} />
        <span>{t('texts.of', { done, count: rows.length })}</span>
      </span>
    </button>
  );
}
