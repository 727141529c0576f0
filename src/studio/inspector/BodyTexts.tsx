import { memberOf } from '../../core/draft/json.ts';
import { changesOf, textRows } from '../../core/draft/texts.ts';
import { type Language, languages } from '../../core/scenario/format/vocabulary.ts';
import { useSentences } from '../../i18n/setup.ts';
import { set, useEditing } from '../edit/editing.ts';

/** The texts of the body in both languages, one row a text. */
export function BodyTexts() {
  const { t } = useSentences('studio');
  const { message, type } = useEditing();
  const body = memberOf(message?.value, 'body');
  if (body === undefined) return null;
  const write = (place: string, language: Language, words: string): void => {
    const { changes } = changesOf(body, [{ place, [language]: words }]);
    type(
      changes.map(({ path, value }) => set(['body', ...path], value)),
      `body ${place} ${language}`,
    );
  };
  return (
    <fieldset className="studio-texts">
      <legend>{t('message.words')}</legend>
      {textRows(body).map(({ place, ...row }) => (
        <div key={place} className="studio-text-row">
          {languages.map((language) => (
            <textarea
              key={language}
              lang={language}
              aria-label={`${place} ${t(`language.${language}`)}`}
              rows={Math.max(1, Math.ceil((row[language] ?? '').length / (language === 'ja' ? 13 : 24)))}
              className={row[language] === undefined ? 'missing' : undefined}
              value={row[language] ?? ''}
              onChange={({ target }) => write(place, language, target.value)}
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}
