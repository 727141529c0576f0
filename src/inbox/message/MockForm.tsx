import type { FormEvent } from 'react';
import type { LaidLeaf } from '../../core/scenario/layout/blocks.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Flaggable } from '../Flaggable.tsx';
import { LineView } from './LineView.tsx';
import { TryButton } from './TryButton.tsx';

/**
 * A form of a mock page. It is no <form> and has no password field, so no password manager wakes, and each character typed
 * is replaced by a dot at once, so nothing typed is ever held.
 */
export function MockForm({
  form: { fields, submit },
}: {
  readonly form: Extract<LaidLeaf, { kind: 'form' }>;
}) {
  const { t, language } = useLanguage();
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
              inputMode={field.type === 'text' || field.type === 'password' ? 'text' : 'numeric'}
              placeholder={t('page.nothingKept')}
              onInput={forget}
            />
          </div>
        );
      })}
      <div className="mock-submit">
        <span className="mock-button">
          <LineView line={submit} />
        </span>
        <TryButton kind="form" />
      </div>
    </div>
  );
}

function forget(event: FormEvent<HTMLInputElement>): void {
  const { currentTarget } = event;
  currentTarget.value = '•'.repeat(Math.min(currentTarget.value.length, 40));
}
