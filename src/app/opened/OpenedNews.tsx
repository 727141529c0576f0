import type { Problem } from '../../core/scenario/read/problem.ts';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import { calendarDay } from '../settings/calendar-day.ts';
import type { Told, WholePack } from './useOpenedPacks.ts';

interface OpenedNewsProps {
  readonly told: Told;
  readonly fileName: string;
  readonly onKeep: (whole: WholePack) => void;
  readonly onForget: () => void;
}

/** Says what became of a file, and offers what can be done now. */
export function OpenedNews({ told, fileName, onKeep, onForget }: OpenedNewsProps) {
  const { t, language } = useSentences('opened');
  switch (told.kind) {
    case 'reading':
    case 'unreadable':
    case 'notLoaded':
      return <p>{t(told.kind, { file: fileName })}</p>;
    case 'refused':
      return (
        <>
          <p className="opened-refused">{t('refused', { file: fileName })}</p>
          <Problems problems={told.problems} />
        </>
      );
    case 'same':
      return <p>{t('same', { title: pick(told.pack.listed.title, language) })}</p>;
    case 'replaces': {
      const { whole, earlier } = told;
      const title = pick(earlier.listed.title, language);
      return (
        <>
          <p>{t('replaces', { title, file: earlier.fileName, day: calendarDay(earlier.openedAt) })}</p>
          <p className="opened-choice">
            <button type="button" className="button" onClick={() => onKeep(whole)}>
              {t('replace')}
            </button>
            <button type="button" className="button" onClick={onForget}>
              {t('keepEarlier')}
            </button>
          </p>
        </>
      );
    }
    case 'kept': {
      const { whole, loss } = told;
      const title = pick(whole.pack.listed.title, language);
      return (
        <>
          <p>{loss === undefined ? t('kept', { title }) : t(`notKept.${loss}`, { title })}</p>
          {whole.problems.length > 0 && (
            <>
              <p className="opened-refused">{t('partly')}</p>
              <Problems problems={whole.problems} />
            </>
          )}
        </>
      );
    }
    case 'removed': {
      const { whole } = told;
      return (
        <p className="opened-choice">
          <span>{t('removed', { title: pick(whole.pack.listed.title, language) })}</span>
          <button type="button" className="button small" onClick={() => onKeep(whole)}>
            {t('undo')}
          </button>
        </p>
      );
    }
  }
}

/** A file made in bad faith may have thousands. */
const mostShown = 8;

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t, language } = useSentences('opened');
  const rest = problems.length - mostShown;
  return (
    <ul className="opened-problems">
      {problems.slice(0, mostShown).map(({ rule, file, path, line, column, text }) => (
        <li key={`${rule} ${file} ${line} ${column} ${path.join('.')}`}>
          {file.endsWith('.json') && file.startsWith('packs/') && (
            <code>{`${file.replace(/^packs\/[^/]*\//, '')}:${line}`}</code>
          )}
          <span>{pick(text, language)}</span>
        </li>
      ))}
      {rest > 0 && <li className="soft">{t('more', { count: rest })}</li>}
    </ul>
  );
}
