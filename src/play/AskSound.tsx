import './ask-sound.css';
import { useSentences } from '../i18n/setup.ts';
import { sampleTone } from '../ui/sound/sample-tone.ts';

interface AskSoundProps {
  readonly onAnswer: (sound: boolean) => void;
}

/** Asks once, after the first stamp, whether stamps may be heard. It covers nothing that is in use and takes no focus. */
export default function AskSound({ onAnswer }: AskSoundProps) {
  const { t } = useSentences('coach');
  return (
    <div className="ask-sound-place">
      <section className="ask-sound" aria-label={t('sound.question')}>
        <p role="status">
          <span aria-hidden="true">♪ </span>
          <span>{t('sound.question')}</span>
        </p>
        <button
          type="button"
          className="button small main"
          onClick={() => {
            onAnswer(true);
            // The settings say what to do if nothing sounds.
            sampleTone().catch(() => undefined);
          }}
        >
          {t('sound.yes')}
        </button>
        <button type="button" className="button small" onClick={() => onAnswer(false)}>
          {t('sound.no')}
        </button>
      </section>
    </div>
  );
}
