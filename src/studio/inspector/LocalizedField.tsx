import { useId } from 'react';
import { type JsonValue, valueAt } from '../../core/draft/json.ts';
import type { ValueChange } from '../../core/draft/change-text.ts';
import { type Language, languages } from '../../core/scenario/format/vocabulary.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import { useSentences } from '../../i18n/setup.ts';
import { set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { writtenIn } from '../texts/localized.ts';
import { LengthMeter } from './LengthMeter.tsx';

interface LocalizedFieldProps {
  readonly label: string;
  /** Leads from the message. */
  readonly path: Path;
  readonly rows?: number;
  /** Whether it has the length limits of an explanation. */
  readonly isMetered?: boolean;
}

/** A text in both languages, side by side. */
export function LocalizedField({ label, path, rows = 1, isMetered = false }: LocalizedFieldProps) {
  const { t } = useSentences('studio');
  const { message, type } = useEditing();
  const id = useId();
  const value = valueAt(message?.value, path);
  const written = writtenIn(value);
  return (
    <fieldset className="studio-two">
      <legend>{label}</legend>
      {languages.map((language) => (
        <div key={language}>
          <label htmlFor={`${id}-${language}`}>{t(`language.${language}`)}</label>
          <textarea
            id={`${id}-${language}`}
            lang={language}
            rows={rows}
            value={written[language]}
            className={written[language] === '' ? 'missing' : undefined}
            onChange={({ target }) =>
              type(changesFor(path, value, language, target.value), `${path.join('/')} ${language}`)
            }
          />
          {isMetered && <LengthMeter language={language} text={written[language]} />}
        </div>
      ))}
    </fieldset>
  );
}

/** The changes that write one language of a text, whether or not the text is there yet. */
export function changesFor(
  path: Path,
  value: JsonValue | undefined,
  language: Language,
  words: string,
): readonly ValueChange[] {
  return typeof value === 'object' && value !== null
    ? [set([...path, language], words)]
    : [set(path, { [language]: words })];
}
