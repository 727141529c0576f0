import { useRef, useState } from 'react';
import type { Path } from '../../core/scenario/read/locate.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { useStudioKeys } from '../useStudioKeys.ts';
import { likelyCues } from './likely-cues.ts';

interface CueListProps {
  /** Leads from the message to the cue. */
  readonly path: Path;
  readonly cue: string | undefined;
  /** The part that is marked: the cues that fit it come first. */
  readonly region: string;
}

/** Rows shown before one asks for all. */
const few = 4;

/** What is odd: the cues by their plain meaning, to be searched or chosen by a digit. */
export function CueList({ path, cue, region }: CueListProps) {
  const { t } = useSentences('studio');
  const { t: say } = useLanguage();
  const { change } = useEditing();
  const [query, setQuery] = useState('');
  const [isAll, setAll] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const wanted = query.trim().toLowerCase();
  const found = likelyCues(region).filter((one) =>
    `${say(`cue.${one}`)} ${t(`cue.${one}`)} ${one}`.toLowerCase().includes(wanted),
  );
  // The chosen one first, so that it is seen among the few.
  const all = found.toSorted((one, other) => Number(other === cue) - Number(one === cue));
  const rows = isAll || wanted !== '' ? all : all.slice(0, few);
  const choose = (next: string | undefined): void => {
    if (next === undefined) return;
    change([set(path, next)]);
    setQuery('');
    setAll(false);
  };
  useStudioKeys({
    '/': () => field.current?.focus(),
    ...Object.fromEntries(
      rows.slice(0, 9).map((one, index) => [String(index + 1), () => choose(one)] as const),
    ),
  });
  return (
    <div className="studio-cues">
      <div className="studio-label">{t('mark.cue')}</div>
      <div className="studio-cue-search">
        <input
          ref={field}
          type="search"
          aria-label={t('mark.search')}
          placeholder={t('mark.search')}
          value={query}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setQuery(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            choose(rows[0]);
            event.currentTarget.blur();
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <ul role="radiogroup" aria-label={t('mark.cue')}>
        {rows.map((one, index) => (
          <li key={one}>
            <button type="button" role="radio" aria-checked={one === cue} onClick={() => choose(one)}>
              {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
              <b>{say(`cue.${one}`)}</b>
              <small>{t(`cue.${one}`)}</small>
            </button>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p className="studio-hint">{t('mark.noCue')}</p>}
      {wanted === '' && (
        <button type="button" className="studio-button bare small" onClick={() => setAll(!isAll)}>
          {isAll ? t('mark.fewCues') : t('mark.allCues', { count: all.length - rows.length })}
        </button>
      )}
    </div>
  );
}
