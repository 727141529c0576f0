import { type FamilySkill, neededToTell } from '../../core/record/progress.ts';
import { useSentences } from '../../i18n/setup.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { percentOf } from '../../i18n/number-words.ts';
import { heightOfBar, ShareBars } from './ShareBars.tsx';

/** Share of clues found, by family of cues. */
export function FamilySection({ families }: { readonly families: readonly FamilySkill[] }) {
  const { t } = useSentences('progress');
  const bars = families
    .filter(({ total }) => total > 0)
    .map((skill) => ({
      ...skill,
      name: t(`family.${skill.family}`),
      text: textOf(skill),
    }));
  return (
    <section className="insight">
      <h2>{t('families.heading')}</h2>
      {bars.length === 0 ? (
        <p>{t('families.none')}</p>
      ) : (
        <ChartFigure
          title={t('families.picture')}
          description={t('families.description', {
            list: bars
              .map(({ name, count, total }) => t('families.item', { name, count, total }))
              .join(' / '),
          })}
          height={bars.length * heightOfBar}
          howToRead={t('families.howToRead')}
          columns={[t('column.family'), t('column.found'), t('column.interval'), t('column.wrongStamps')]}
          rows={bars.map(({ name, count, total, interval, falseAlarms }) => [
            name,
            t('share', { count, total }),
            t('interval', { low: percent(interval.low), high: percent(interval.high) }),
            String(falseAlarms),
          ])}
        >
          <ShareBars bars={bars} />
        </ChartFigure>
      )}
    </section>
  );

  function percent(share: number): string {
    return t('percent', { percent: percentOf(share) });
  }

  function textOf({ count, total }: FamilySkill): string {
    const share = t('share', { count, total });
    return total < neededToTell ? `${share} (${t('families.few')})` : share;
  }
}
