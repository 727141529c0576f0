import { minutesFor } from '../../core/round/minutes.ts';
import type { Onward } from '../../core/record/way.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import type { Route } from '../route.ts';

/** The mail to try. */
export const HeroMail = lazyPart(() => import('./HeroMail.tsx'));

/** What the start page shows first: what this is, a mail to try, and the one way on. */
export function Hero({ onward, onGo }: GoProps) {
  return (
    <section className="hero">
      <Headline />
      <div className="hero-desk not-printed">
        <Loaded>
          <HeroMail />
        </Loaded>
      </div>
      <Go onward={onward} onGo={onGo} />
    </section>
  );
}

function Headline() {
  const { t } = useLanguage();
  return (
    <div className="hero-words">
      <h1>
        <span>{t('start.titleBefore')}</span>
        <b>{t('start.titleWord')}</b>
        <span>{t('start.titleAfter')}</span>
      </h1>
      <p className="lead">{t('start.lead')}</p>
    </div>
  );
}

interface GoProps {
  /** Undefined until it is known how far the player is. */
  readonly onward: Onward | undefined;
  readonly onGo: (route: Route) => void;
}

/** The one way on, and where it leads. */
function Go({ onward, onGo }: GoProps) {
  const { t, language } = useLanguage();
  const kind = onward === undefined || onward.kind === 'none' ? 'begin' : onward.kind;
  const place = onward !== undefined && 'scenario' in onward ? onward : undefined;
  const count = place?.scenario.messages ?? 5;
  return (
    <div className="hero-go">
      <button
        type="button"
        className="button main big"
        disabled={onward === undefined || onward.kind === 'none'}
        onClick={() =>
          onGo(
            place === undefined
              ? { screen: 'round', parameters: [['mode', 'daily']] }
              : { screen: 'play', pack: place.pack.id, scenario: place.scenario.id },
          )
        }
      >
        {t(`start.${kind}`, { count })}
      </button>
      <p className="soft">
        {place === undefined || kind === 'begin'
          ? t('start.promise', { minutes: minutesFor(count) })
          : t('start.onward', { title: pick(place.scenario.title, language), count })}
      </p>
    </div>
  );
}
