import type { Language } from '../../core/scenario/format/vocabulary.ts';
import { useSentences } from '../../i18n/setup.ts';
import { lengthOf, limits } from './explanation-limits.ts';

interface LengthMeterProps {
  readonly language: Language;
  readonly text: string;
}

/** How long an explanation is beside what one can read at a glance. It never cuts and never blocks. */
export function LengthMeter({ language, text }: LengthMeterProps) {
  const { t } = useSentences('studio');
  const [length, limit] = [lengthOf(text, language), limits[language]];
  const state = length > limit ? 'over' : length > limit * 0.9 ? 'near' : 'fine';
  return (
    <div className="studio-meter" data-state={state}>
      <meter min={0} max={limit} value={Math.min(length, limit)} aria-label={t('meter.label')} />
      <span>
        {`${t(`meter.${language}`, { length, limit })}${state === 'over' ? ` ${t('meter.over')}` : ''}`}
      </span>
    </div>
  );
}
