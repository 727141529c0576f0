import { type KeyboardEvent, type SyntheticEvent, useId, useState } from 'react';
import {
  type ChosenReplacement,
  replacementRefusal,
  type ReplacementRefusal,
} from '../../core/eml/replace/chosen.ts';
import type { Replacement } from '../../core/eml/replace/replacer.ts';
import { useSentences } from '../../i18n/setup.ts';

interface ReplacementTableProps {
  readonly table: readonly Replacement[];
  readonly onReplace: (chosen: ChosenReplacement) => void;
}

/** The kinds of what was replaced, in the order of the table. */
const kinds = ['host', 'address', 'name', 'phone', 'number', 'place'] as const;

/** What was replaced by what. The second column can be changed, and words can be added. It is kept nowhere. */
export function ReplacementTable({ table, onReplace }: ReplacementTableProps) {
  const { t } = useSentences('import');
  return (
    <section className="import-table" aria-label={t('table')}>
      <div className="studio-pane-head">
        <h2>{t('table')}</h2>
        <span className="studio-hint">{t('rows', { count: table.length })}</span>
      </div>
      <div className="import-rows">
        {table.length === 0 && <p className="studio-empty">{t('nothing')}</p>}
        {kinds.map((kind) => {
          const rows = table.filter((row) => row.kind === kind);
          return (
            rows.length > 0 && (
              <section key={kind} aria-label={t(`kind.${kind}`)}>
                <h3>{`${t(`kind.${kind}`)} ${rows.length}`}</h3>
                <ul>
                  {rows.map((row) => (
                    <Row key={`${row.original} ${row.reserved}`} row={row} onReplace={onReplace} />
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </div>
      <AddWord onReplace={onReplace} />
      <p className="import-forgotten">{t('forgotten')}</p>
    </section>
  );
}

interface RowProps extends Pick<ReplacementTableProps, 'onReplace'> {
  readonly row: Replacement;
}

function Row({ row, onReplace }: RowProps) {
  const { t } = useSentences('import');
  const { kind, original, reserved, count } = row;
  const [text, setText] = useState(reserved);
  const [refusal, setRefusal] = useState<ReplacementRefusal>();
  const note = useId();
  const give = (): void => {
    const chosen = { kind, original, reserved: text.trim() };
    const why = text.trim() === reserved ? undefined : replacementRefusal(chosen);
    setRefusal(why);
    if (why === undefined && chosen.reserved !== reserved) onReplace(chosen);
  };
  const onKey = ({ key, nativeEvent }: KeyboardEvent): void => {
    if (key === 'Enter' && !nativeEvent.isComposing) give();
  };
  return (
    <li>
      <del translate="no">{original}</del>
      <span className="import-count">{count > 1 ? t('times', { count }) : ''}</span>
      <input
        type="text"
        value={text}
        translate="no"
        aria-label={t('instead', { original })}
        aria-invalid={refusal !== undefined}
        aria-describedby={refusal === undefined ? undefined : note}
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
        onBlur={give}
        onKeyDown={onKey}
      />
      {refusal !== undefined && (
        <small id={note} role="alert">
          {t(`refusal.${refusal}`)}
        </small>
      )}
    </li>
  );
}

function AddWord({ onReplace }: Pick<ReplacementTableProps, 'onReplace'>) {
  const { t } = useSentences('import');
  const [original, setOriginal] = useState('');
  const [reserved, setReserved] = useState('');
  const [refusal, setRefusal] = useState<ReplacementRefusal>();
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    const chosen = { kind: 'name', original: original.trim(), reserved: reserved.trim() } as const;
    const why = chosen.original.length < 2 ? 'empty' : replacementRefusal(chosen);
    setRefusal(why);
    if (why !== undefined) return;
    onReplace(chosen);
    setOriginal('');
    setReserved('');
  };
  return (
    <form className="import-add" onSubmit={add}>
      <label>
        <span>{t('word')}</span>
        <input type="text" value={original} onChange={({ target }) => setOriginal(target.value)} />
      </label>
      <label>
        <span>{t('wordInstead')}</span>
        <input type="text" value={reserved} onChange={({ target }) => setReserved(target.value)} />
      </label>
      <button type="submit" className="studio-button small">
        {t('add')}
      </button>
      {refusal !== undefined && <small role="alert">{t(`refusal.${refusal}`)}</small>}
    </form>
  );
}
