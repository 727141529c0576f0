import { useRef } from 'react';
import { itemsOf, type JsonValue, memberOf, valueAt } from '../../core/draft/json.ts';
import { type RunStyle, withStyle } from '../../core/draft/style-run.ts';
import type { Language } from '../../core/scenario/format/vocabulary.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import { useSentences } from '../../i18n/setup.ts';
import { set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { useStudioKeys } from '../useStudioKeys.ts';
import { addedLink } from './new-block.ts';

/** Words that are selected in a text of a block. */
export interface Selected {
  /** As in `textRows`. */
  readonly place: string;
  readonly language: Language;
  readonly start: number;
  readonly end: number;
}

interface RunToolsProps {
  readonly block: JsonValue;
  /** Leads from the message to the block. */
  readonly path: Path;
  readonly selected: Selected;
  readonly onDone: () => void;
}

/** What can be done with the selected words of a text: bold, or a link. */
export function RunTools({ block, path, selected, onDone }: RunToolsProps) {
  const { t } = useSentences('studio');
  const { message, change } = useEditing();
  const choice = useRef<HTMLSelectElement>(null);
  const line = lineAt(block, selected);
  const style = (next: RunStyle, link?: ReturnType<typeof addedLink>): void => {
    const { start, end, language, place } = selected;
    const run = Number(place.split('#')[1] ?? 0);
    const styled = line && withStyle(line.value, { run, start, end }, next);
    if (line === undefined || styled === undefined) return;
    change([...(link?.changes ?? []), set([...path, ...line.path, language], styled)]);
    onDone();
  };
  useStudioKeys({
    'mod+b': () => style({ bold: true }),
    'mod+k': () => choice.current?.focus(),
  });
  if (message === undefined || line === undefined) return null;
  const links = itemsOf(memberOf(message.value, 'links')).flatMap((link) => {
    const [id, url] = [memberOf(link, 'id'), memberOf(link, 'url')];
    return typeof id === 'string' && typeof url === 'string' ? [{ id, url }] : [];
  });
  const choose = (value: string): void => {
    if (value === '-') style({ link: null });
    else if (value !== '+') style({ link: value });
    else {
      const link = addedLink(message.value, 'https://example.com/');
      style({ link: link.id }, link);
    }
  };
  return (
    <div className="studio-acts" role="group" aria-label={t('run.tools')}>
      <button type="button" className="studio-button small" onClick={() => style({ bold: true })}>
        <b>{t('run.bold')}</b>
        <kbd aria-hidden="true">Ctrl B</kbd>
      </button>
      <label className="studio-run-link">
        <span>{t('run.link')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
        <select ref={choice} value="" onChange={({ target }) => choose(target.value)}>
          <option value="">{t('run.choose')}</option>
          {links.map(({ id, url }) => (
            <option key={id} value={id}>
              {url}
            </option>
          ))}
          <option value="+">{t('run.newLink')}</option>
          <option value="-">{t('run.noLink')}</option>
        </select>
      </label>
    </div>
  );
}

/** Texts that can have styled words; all others are plain. */
const styledFields = new Set(['text', 'items', 'rows', 'steps', 'attribution']);

/** The line of the selected words: its path from the block, without its language, and its value. */
function lineAt(
  block: JsonValue,
  { place, language }: Selected,
): { readonly path: Path; readonly value: JsonValue } | undefined {
  const [pointer = ''] = place.split('#');
  const steps = pointer.split('/').slice(1);
  if (!styledFields.has(steps[0] ?? '')) return undefined;
  const path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const value = valueAt(block, [...path, language]);
  return value === undefined ? undefined : { path, value };
}
