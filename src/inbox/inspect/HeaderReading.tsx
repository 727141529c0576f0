import { useId } from 'react';
import type { Reading } from '../../core/email/headers/header-reading.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';

interface HeaderReadingProps {
  readonly reading: Reading;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** What a header field is, what it says here, and what it cannot prove. Folded until opened. */
export function HeaderReading({ reading: { field, kind, values }, open, onToggle }: HeaderReadingProps) {
  const { t } = useLanguage();
  const { t: tHeaders } = useSentences('headers');
  const id = useId();
  const parts = {
    what: tHeaders(`reading.what.${field}`),
    says: tHeaders(`reading.says.${kind}`, { replace: values }),
    limit: tHeaders(`reading.limit.${field}`),
  };
  return (
    <>
      <button
        type="button"
        className="reading-toggle"
        aria-label={`${tHeaders('reading.toggle')} ${t(`field.${field}`)}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={onToggle}
      >
        {tHeaders('reading.toggle')}
      </button>
      {open && (
        <div id={id} className="header-reading">
          {(['what', 'says', 'limit'] as const).map((part) => (
            <div key={part} className={`header-reading-part ${part}`}>
              <h3>{tHeaders(`reading.part.${part}`)}</h3>
              <p>{parts[part]}</p>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
