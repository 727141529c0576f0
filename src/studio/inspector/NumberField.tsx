import { useId } from 'react';
import { valueAt } from '../../core/draft/json.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import { set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';

interface NumberFieldProps {
  readonly label: string;
  /** Leads from the message. */
  readonly path: Path;
  readonly least: number;
}

/** A whole number. What is typed is written once it is one. */
export function NumberField({ label, path, least }: NumberFieldProps) {
  const { message, type } = useEditing();
  const id = useId();
  const value = valueAt(message?.value, path);
  return (
    <div className="studio-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={least}
        step={1}
        value={typeof value === 'number' ? value : ''}
        onChange={({ target }) => {
          if (Number.isSafeInteger(target.valueAsNumber))
            type([set(path, target.valueAsNumber)], path.join('/'));
        }}
      />
    </div>
  );
}
