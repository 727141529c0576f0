import { useId, useRef, useState } from 'react';
import { useSentences } from '../i18n/setup.ts';
import { copyText } from '../ui/leave-page.ts';

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  readonly copyLabel: string;
  /** `code` uses the monospaced font. */
  readonly kind: 'code' | 'text';
}

/** A text to copy, by button or by hand. */
export function CopyField({ label, text, copyLabel, kind }: CopyFieldProps) {
  const { t } = useSentences('progress');
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<boolean>();
  const id = useId();
  const copy = async (): Promise<void> => {
    const done = await copyText(text);
    if (!done) field.current?.select();
    setCopied(done);
  };
  return (
    <div className="code-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        className={kind === 'text' ? 'prose' : undefined}
        id={id}
        ref={field}
        readOnly
        spellCheck={false}
        rows={kind === 'text' ? 3 : 5}
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <div className="tools">
        <button type="button" className="button small" onClick={() => void copy()}>
          {copyLabel}
        </button>
        <span role="status">{copied !== undefined && t(copied ? 'handIn.copied' : 'handIn.notCopied')}</span>
      </div>
    </div>
  );
}
