import type { InputEvent } from 'react';
import type { LaidBlock } from '../../core/scenario/layout/blocks.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Flaggable } from '../Flaggable.tsx';
import { LineView } from '../message/LineView.tsx';
import type { FormBlock } from './page-block-context.ts';
import { TryButton } from './TryButton.tsx';

interface MockFormProps {
  readonly block: FormBlock;
  readonly laid: LaidBlock;
}

/**
 * A form on a mock page. It is not a `<form>` and has no password field, so no password manager reacts. Each typed
 * character is replaced by a dot at once, so no input is ever kept. Text in an input method becomes dots when its
 * composition ends.
 */
export function MockForm({ block: { fields }, laid: { texts, parts } }: MockFormProps) {
  const { t, language } = useLanguage();
  return (
    <div className="mock-form">
      {fields.map((field, index) => {
        const label = pick(field.label, language);
        return (
          <div key={field.id} className="mock-field">
            <Flaggable region={parts[index]?.key ?? ''}>{label}</Flaggable>
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
              // Browsers differ in whether the last `input` comes before or after this event, and some never end
              // the composition when the field loses focus.
              onCompositionEnd={({ currentTarget }) => forget(currentTarget)}
              onBlur={({ currentTarget }) => forget(currentTarget)}
            />
          </div>
        );
      })}
      <div className="mock-submit">
        <span className="mock-button">
          {texts.map(({ name, line }) => (
            <LineView key={name} line={line} />
          ))}
        </span>
        <TryButton kind="form" />
      </div>
    </div>
  );
}

/** More than any field asks for. More dots would add nothing. */
const mostDots = 200;

/** Replaces each character by a dot and keeps the caret in place. */
function forget(field: HTMLInputElement): void {
  const caret = dotsFor(field.value.slice(0, field.selectionStart ?? undefined)).length;
  const dots = dotsFor(field.value);
  if (field.value === dots) return;
  field.value = dots;
  // Without focus the field needs no caret, and in Safari setting one would take the focus back.
  if (document.activeElement === field) field.setSelectionRange(caret, caret);
}

const dotsFor = (text: string): string => '•'.repeat(charactersIn(text, mostDots));

/**
 * The number of characters as people count them (grapheme clusters), at most `most`: a letter with its accent is one,
 * a family emoji is one. Code points where the browser cannot tell: Firefox before 125, and builds without that data.
 */
function charactersIn(text: string, most: number): number {
  try {
    return counted(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), most);
  } catch {
    return counted(text, most);
  }
}

/** Stops at `most`, since a pasted text may be of any length. */
function counted(parts: Iterable<unknown>, most: number): number {
  let count = 0;
  for (const _ of parts) {
    count += 1;
    if (count === most) break;
  }
  return count;
}
