import type { InputEvent } from 'react';
import type { LaidLeaf } from '../../core/scenario/layout/blocks.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Flaggable } from '../Flaggable.tsx';
import { LineView } from './LineView.tsx';
import { TryButton } from './TryButton.tsx';

/**
 * A form of a mock page. It is no <form> and has no password field, so no password manager wakes, and each character typed
 * is replaced by a dot at once, so nothing typed is ever held. What an input method still composes becomes dots when it is done.
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
              data-form-type="other"
              data-protonpass-ignore="true"
              inputMode={field.type === 'text' || field.type === 'password' ? 'text' : 'numeric'}
              placeholder={t('page.nothingKept')}
              onInput={(event: InputEvent<HTMLInputElement>) => {
                if (!event.nativeEvent.isComposing) forget(event.currentTarget);
              }}
              // Browsers differ in whether the last input comes before or after this, and some end no composition when the field is left.
              onCompositionEnd={({ currentTarget }) => forget(currentTarget)}
              onBlur={({ currentTarget }) => forget(currentTarget)}
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

/** Longer than anything asked for; more dots would say nothing more. */
const mostDots = 200;

/** Puts a dot in the place of each character, and the caret where it was. */
function forget(field: HTMLInputElement): void {
  const caret = dotsFor(field.value.slice(0, field.selectionStart ?? undefined)).length;
  const dots = dotsFor(field.value);
  if (field.value === dots) return;
  field.value = dots;
  // A field that is left needs no caret, and setting one would take the focus back in Safari.
  if (document.activeElement === field) field.setSelectionRange(caret, caret);
}

const dotsFor = (text: string): string => '•'.repeat(Math.min(charactersIn(text), mostDots));

/** Characters as people count them: an accent, a variation or a whole family of emoji belongs to one. */
function charactersIn(text: string): number {
  // Firefox has it since 125.
  if (typeof Intl.Segmenter !== 'function') return [...text].length;
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
}
