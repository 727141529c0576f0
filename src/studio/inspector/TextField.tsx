import { useId } from 'react';
import { valueAt } from '../../core/draft/json.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import { set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';

interface TextFieldProps {
  readonly label: string;
  /** Leads from the message. */
  readonly path: Path;
}

/** A text that is the same in both languages, such as an address. */
export function TextField({ label, path }: TextFieldProps) {
  const { message, type } = useEditing();
  const id = useId();
  const value = valueAt(message?.value, path);
  return (
    <div className="studio-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        translate="no"
        spellCheck={false}
        value={typeof value === 'string' ? value : ''}
        onChange={({ target }) => type([set(path, target.value)], path.join('/'))}
      />
    </div>
  );
}
