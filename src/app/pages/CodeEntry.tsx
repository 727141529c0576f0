import { type FormEvent, useId, useState } from 'react';
import { settingsOfRoundCode } from '../../core/record/round-code.ts';
import { useSentences } from '../../i18n/setup.ts';
import { isComposing } from '../../ui/is-composing.ts';
import { parametersIn, type Route } from '../route.ts';

/** Starts the round of a code that the player types. */
export default function CodeEntry({ onGo }: { readonly onGo: (route: Route) => void }) {
  const { t } = useSentences('progress');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    const settings = settingsOfRoundCode(code);
    if (settings === undefined) setWrong(true);
    else onGo({ screen: 'round', parameters: parametersIn(`?${settings}`) });
  };
  return (
    <form className="code-entry" onSubmit={begin}>
      <label htmlFor={id}>{t('codeEntry.label')}</label>
      <input
        id={id}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={400}
        value={code}
        aria-describedby={`${id}-wrong`}
        aria-invalid={wrong}
        onKeyDown={(event) => {
          if (isComposing(event) && event.key === 'Enter') event.preventDefault();
        }}
        onChange={({ target }) => {
          setCode(target.value);
          setWrong(false);
        }}
      />
      <button type="submit" className="button" disabled={code.trim() === ''}>
        {t('codeEntry.begin')}
      </button>
      <p id={`${id}-wrong`} role="status">
        {wrong && t('codeEntry.wrong')}
      </p>
    </form>
  );
}
