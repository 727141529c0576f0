import { type ReactNode, useState } from 'react';
import type { RoundRecord } from '../../core/record/round-record.ts';
import { dailyDays, wayThrough, type WayStep } from '../../core/record/way.ts';
import { minutesFor } from '../../core/round/minutes.ts';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { titleClass } from '../../ui/title-class.ts';
import { hashOf } from '../route.ts';
import { EyeSeal } from '../../ui/EyeSeal.tsx';

interface WayCardsProps {
  readonly content: ContentIndex;
  readonly finished: ReadonlySet<string>;
  readonly records: readonly RoundRecord[];
}

/** The way through the packs and the round of the day: four cards, each with how far the player is. */
export function WayCards({ content, finished, records }: WayCardsProps) {
  const { t: tGame } = useLanguage();
  const { t } = useSentences('start');
  const numerals = t('numerals').split(' ');
  const steps = wayThrough(content, finished, numerals.length);
  const [now] = useState(Date.now);
  const { week, running } = dailyDays(records, now);
  return (
    <section className="start-part" aria-labelledby="way-title">
      <h2 id="way-title">{t('way')}</h2>
      <ol className="path">
        {steps.map((step, at) => (
          <PackStep key={step.pack.id} step={step} numeral={numerals[at]} />
        ))}
        <Card
          href={hashOf({ screen: 'round', parameters: [['mode', 'daily']] })}
          numeral={t('today')}
          state={week.at(-1) === true ? 'done' : 'ahead'}
          title={tGame('start.mode.daily.name')}
          about={tGame('start.mode.daily.about')}
        >
          <span className="week" aria-hidden="true">
            {week.map((isPlayed, day) => (
              <i key={day} className={isPlayed ? 'played' : ''} />
            ))}
          </span>
          {running > 0 && <span>{t('daily', { count: running })}</span>}
        </Card>
      </ol>
    </section>
  );
}

function PackStep({ step, numeral }: { readonly step: WayStep; readonly numeral: string | undefined }) {
  const { t, language } = useSentences('start');
  const { pack, messages, next, state } = step;
  const inboxes = pack.scenarios.length;
  return (
    <Card
      href={hashOf({ screen: 'play', pack: pack.id, scenario: next.id })}
      numeral={numeral}
      state={state}
      title={pick(pack.title, language)}
      about={pick(pack.description, language)}
    >
      {inboxes === 1
        ? t('amountShort', { messages, minutes: minutesFor(messages) })
        : t('amount', { messages, inboxes })}
    </Card>
  );
}

interface CardProps {
  readonly href: string;
  readonly numeral: string | undefined;
  readonly state: WayStep['state'];
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

function Card({ href, numeral, state, title, about, children }: CardProps) {
  const { t } = useSentences('start');
  return (
    <li>
      <a className={`way-card ${state}`} href={href} aria-current={state === 'current' ? 'step' : undefined}>
        <span className="way-numeral" aria-hidden="true">
          {numeral}
        </span>
        <strong className={titleClass(title, 'phrase')}>{title}</strong>
        <span className="way-about soft">{about}</span>
        <span className="way-amount figures">{children}</span>
        {state === 'done' ? (
          <span className="way-seal">
            <EyeSeal />
            <span className="visually-hidden">{t('state.done')}</span>
          </span>
        ) : (
          <span className="visually-hidden">{t(`state.${state}`)}</span>
        )}
      </a>
    </li>
  );
}
