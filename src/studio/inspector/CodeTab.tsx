import { useState } from 'react';
import { useSentences } from '../../i18n/setup.ts';
import { useEditing } from '../edit/editing.ts';

/** The text of the open message. What is typed is written to the draft at once, as far as it is JSON; otherwise it waits. */
export function CodeTab() {
  const { t } = useSentences('studio');
  const { open, file, message } = useEditing();
  const now = message ? file.text.slice(message.start, message.end) : '';
  const [typed, setTyped] = useState<{ readonly from: string; readonly text: string }>();
  if (message === undefined) return null;
  const text = typed?.from === now ? typed.text : now;
  const write = (next: string): void => {
    if (isObjectText(next)) {
      setTyped(undefined);
      open.replace(file.path, { start: message.start, end: message.end, text: next });
    } else setTyped({ from: now, text: next });
  };
  return (
    <div className="studio-code">
      <label htmlFor="studio-code">{t('code.label')}</label>
      <textarea
        id="studio-code"
        translate="no"
        spellCheck={false}
        value={text}
        aria-invalid={text !== now}
        aria-describedby="studio-code-note"
        onChange={({ target }) => write(target.value)}
      />
      <p id="studio-code-note" role="status">
        {text === now ? t('code.same') : t('code.waits')}
      </p>
    </div>
  );
}

function isObjectText(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
