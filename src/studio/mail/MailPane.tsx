import { useState } from 'react';
import { type Language, languages } from '../../core/scenario/format/vocabulary.ts';
import { useSentences } from '../../i18n/setup.ts';
import { type Skin, skins } from '../../inbox/skin.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { useEditing } from '../edit/editing.ts';
import { useStudioKeys } from '../useStudioKeys.ts';
import { AuthorMail } from './AuthorMail.tsx';
import { Choice } from './Choice.tsx';

/** The languages of the mail: one of them, or both side by side. */
const voices = ['ja', 'en', 'both'] as const;
type Voice = (typeof voices)[number];

/** The open message as the inbox draws it, in the author's mode. */
export function MailPane() {
  const { t, language } = useSentences('studio');
  const { drawn, message } = useEditing();
  const [skin, setSkin] = useState<Skin>('desktop');
  const [voice, setVoice] = useState<Voice>(language);
  const [areShown, setShown] = useState(true);
  useStudioKeys({
    v: () => setShown((shown) => !shown),
    l: () => setVoice((now) => voices[(voices.indexOf(now) + 1) % voices.length] ?? 'ja'),
  });
  const shown: readonly Language[] = voice === 'both' ? languages : [voice];
  return (
    <section className="studio-pane studio-mail" aria-label={t('pane.mail')}>
      <div className="studio-pane-head">
        <Choice
          label={t('mail.skin')}
          value={skin}
          options={skins.map((value) => ({ value, text: t(`mail.${value}`) }))}
          onChange={setSkin}
        />
        <Choice
          label={t('mail.voice')}
          value={voice}
          options={voices.map((value) => ({ value, text: t(`mail.${value}`) }))}
          onChange={setVoice}
        />
        <span className="studio-gap" />
        <button
          type="button"
          className="studio-button small"
          aria-pressed={areShown}
          aria-keyshortcuts="V"
          onClick={() => setShown(!areShown)}
        >
          <span>{t('mail.marks')}</span>
          <kbd aria-hidden="true">V</kbd>
        </button>
      </div>
      {message === undefined ? (
        <p className="studio-empty">{t('mail.noMessage')}</p>
      ) : drawn === undefined ? (
        <p className="studio-empty">{t('mail.notDrawn')}</p>
      ) : (
        <div className="studio-sheets" data-skin={skin}>
          {shown.map((one) => (
            <Loaded key={one} what="message" waiting>
              <AuthorMail language={one} skin={skin} areShown={areShown} drawn={drawn} />
            </Loaded>
          ))}
        </div>
      )}
      <p className="studio-keys">
        <span>
          <kbd>←</kbd>
          <kbd>→</kbd>
          <span>{t('keys.spot')}</span>
        </span>
        <span>
          <kbd>Enter</kbd>
          <span>{t('keys.choose')}</span>
        </span>
        <span>
          <kbd>L</kbd>
          <span>{t('keys.voice')}</span>
        </span>
        <span>
          <kbd>V</kbd>
          <span>{t('keys.marks')}</span>
        </span>
      </p>
    </section>
  );
}
