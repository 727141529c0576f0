import { useLanguage } from '../../i18n/setup.ts';
import { sampleTone } from './sample-tone.ts';

interface SoundToggleProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Switches the game's sounds on or off. Switched on, it plays one of them. */
export function SoundToggle({ isOn, onChange }: SoundToggleProps) {
  const { t } = useLanguage();
  const toggle = (): void => {
    onChange(!isOn);
    // The settings say what to do if nothing sounds.
    if (!isOn) sampleTone().catch(() => undefined);
  };
  return (
    <button
      type="button"
      className="button small tool sound"
      aria-pressed={isOn}
      aria-label={t('app.sound')}
      title={t(isOn ? 'app.soundOn' : 'app.soundOff')}
      onClick={toggle}
    >
      <span aria-hidden="true">♪</span>
    </button>
  );
}
