import { createContext, type FormEvent, type ReactNode, use } from 'react';
import type { LaidLeaf } from '../core/scenario/body.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Flaggable } from './Flaggable.tsx';

/** What happens when a mock form is sent: nothing leaves the page, the teachable moment comes. */
export const FormContext = createContext<(() => void) | undefined>(undefined);

interface MockFormProps {
  readonly fields: Extract<LaidLeaf, { kind: 'form' }>['fields'];
  readonly submit: ReactNode;
}

/**
 * A form of a mock page. It is no <form> and has no password field, so no password manager wakes, and each character typed
 * is replaced by a dot at once, so nothing typed is ever held.
 */
export function MockForm({ fields, submit }: MockFormProps) {
  const { t, language } = useLanguage();
  const onSubmit = use(FormContext);
  return (
    <div className="mock-form">
      {fields.map(({ field, region }) => {
        const label = pick(field.label, language);
        return (
          <div key={field.id} className="mock-field">
            <Flaggable region={region}>{label}</Flaggable>
            <input
              type="text"
              aria-label={label}
              autoComplete="off"
              autoCorrect="off"
              autoCapitalize="none"
              spellCheck={false}
              data-1p-ignore=""
              data-lpignore="true"
              data-bwignore="true"
              inputMode={field.type === 'code' || field.type === 'card' ? 'numeric' : 'text'}
              placeholder={t('page.nothingKept')}
              onInput={forget}
            />
          </div>
        );
      })}
      <div className="mock-submit">
        <span className="mock-button">{submit}</span>
        {onSubmit && (
          <button type="button" className="button small" onClick={onSubmit}>
            {t('page.trySubmit')}
          </button>
        )}
      </div>
    </div>
  );
}

function forget(event: FormEvent<HTMLInputElement>): void {
  const { currentTarget } = event;
  currentTarget.value = '•'.repeat(Math.min(currentTarget.value.length, 40));
}
