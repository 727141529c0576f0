import { type ChannelSkill, neededToTell } from '../../core/record/progress.ts';
import { useSentences } from '../../i18n/setup.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { percentOf } from '../../i18n/number-words.ts';
import { heightOfBar, ShareBars } from './ShareBars.tsx';
import { useChannelName } from '../useChannelName.ts';

/** Share of correct verdicts by channel. Only shown if messages came by more than one channel. */
export function ChannelSection({ channels }: { readonly channels: readonly ChannelSkill[] }) {
  const { t } = useSentences('progress');
  const nameOf = useChannelName();
  const percent = (share: number) => t('percent', { percent: percentOf(share) });
  const bars = channels.map((skill) => ({
    ...skill,
    name: capitalised(nameOf(skill.channel)),
    text: textOf(skill),
  }));
  if (bars.length < 2) return null;
  return (
    <section className="insight">
      <h2>{t('channels.heading')}</h2>
      <ChartFigure
        title={t('channels.picture')}
        description={bars
          .map(({ name, count, total }) => t('families.item', { name, count, total }))
          .join(' / ')}
        height={bars.length * heightOfBar}
        howToRead={t('families.howToRead')}
        columns={[
          t('column.channel'),
          t('column.judged'),
          t('column.interval'),
          t('column.misses'),
          t('column.falseAlarms'),
        ]}
        rows={bars.map(({ name, count, total, interval, misses, falseAlarms }) => [
          name,
          t('shareOfMessages', { count, total }),
          t('interval', { low: percent(interval.low), high: percent(interval.high) }),
          String(misses),
          String(falseAlarms),
        ])}
      >
        <ShareBars bars={bars} />
      </ChartFigure>
    </section>
  );

  function textOf({ count, total }: ChannelSkill): string {
    const share = t('shareOfMessages', { count, total });
    return total < neededToTell ? `${share} (${t('families.few')})` : share;
  }
}

/** The names also occur inside sentences, so they are stored in lower case. */
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
