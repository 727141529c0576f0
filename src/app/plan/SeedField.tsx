import { useId, useState } from 'react';
import { typedText } from '../../core/record/typed.ts';
import { useSentences } from '../../i18n/setup.ts';
import { spareSeed } from '../pages/prepare-round.ts';

interface SeedFieldProps {
  readonly seed: string | undefined;
  readonly onSeed: (seed: string) => void;
}

/** The seed of a round. Full-width letters become plain ones; characters that a seed cannot contain are dropped. */
export function SeedField({ seed, onSeed }: SeedFieldProps) {
  const { t } = useSentences('plan');
  // Leaves text alone while an input method composes it.
  const [composed, setComposed] = useState<string>();
  const help = useId();
  const take = (text: string): void => {
    setComposed(undefined);
    onSeed(typedText(text).replaceAll(/[^A-Za-z0-9._-]/g, ''));
  };
  return (
    <div className="plan-seed">
      <label className="plan-field">
        <span>{t('seed')}</span>
        <input
          type="text"
          value={composed ?? seed ?? ''}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={help}
          onChange={({ target, nativeEvent }) => {
            if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) setComposed(target.value);
            else take(target.value);
          }}
          onCompositionEnd={({ currentTarget }) => take(currentTarget.value)}
        />
      </label>
      <button type="button" className="button small" onClick={() => onSeed(spareSeed())}>
        {t('newSeed')}
      </button>
      <p id={help} className="soft">
        {t('seedHelp')}
      </p>
    </div>
  );
}
