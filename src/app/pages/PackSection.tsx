import type { ReactNode } from 'react';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import type { FinishedDrill } from '../../device/saved-data.ts';
import { drillKey } from '../drill-key.ts';
import { hashOf } from '../route.ts';
import { titleClass } from '../../ui/title-class.ts';

interface PackSectionProps {
  readonly pack: ContentIndex['packs'][number];
  /** The rounds with moves on this device, as `pack/scenario`. */
  readonly begun: ReadonlySet<string>;
  /** How the drills went that were played to their end, by their keys. */
  readonly drills: ReadonlyMap<string, FinishedDrill>;
}

/** Links of one kind beyond this many are folded, so that the page stays short enough to look over. */
const mostUnfolded = 6;

/** What a pack offers, each a link. */
export function PackSection({ pack, begun, drills: finished }: PackSectionProps) {
  const { t, language } = useLanguage();
  const drills = [
    ...(pack.drills ?? []).map(({ id, title }) => ({ title, place: { drill: id } })),
    ...pack.scenarios.flatMap(({ id: scenario, drills: own = [] }) =>
      own.map(({ id, title }) => ({ title, place: { scenario, drill: id } })),
    ),
  ];
  const title = pick(pack.title, language);
  return (
    <section className="pack">
      <h2 className={titleClass(title)}>{title}</h2>
      <p className="soft">{pick(pack.description, language)}</p>
      <div className="shelf">
        <Links title={t('start.inboxes')} count={pack.scenarios.length}>
          {pack.scenarios.map((scenario) => (
            <li key={scenario.id}>
              <a href={hashOf({ screen: 'play', pack: pack.id, scenario: scenario.id })}>
                <strong>{pick(scenario.title, language)}</strong>
                <span className="soft">
                  {[
                    t('start.messages', { count: scenario.messages }),
                    ...(begun.has(`${pack.id}/${scenario.id}`) ? [t('start.begun')] : []),
                  ].join(' · ')}
                </span>
              </a>
            </li>
          ))}
        </Links>
        <Links title={t('start.drills')} count={drills.length}>
          {drills.map(({ title, place }) => {
            const key = drillKey({ pack: pack.id, ...place });
            const score = finished.get(key)?.score;
            return (
              <li key={key}>
                <a href={hashOf({ screen: 'drill', pack: pack.id, ...place })}>
                  <strong>{pick(title, language)}</strong>
                  {score !== undefined && (
                    <span className="soft">{t('start.finished', { score: Math.round(score * 100) })}</span>
                  )}
                </a>
              </li>
            );
          })}
        </Links>
        <Links title={t('start.lessons')} count={pack.lessons.length}>
          {pack.lessons.map((lesson) => (
            <li key={lesson.id}>
              <a href={hashOf({ screen: 'lesson', pack: pack.id, lesson: lesson.id })}>
                <strong>{pick(lesson.title, language)}</strong>
                <span className="soft">{pick(lesson.summary, language)}</span>
              </a>
            </li>
          ))}
        </Links>
      </div>
    </section>
  );
}

interface LinksProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Links({ title, count, children }: LinksProps) {
  if (count === 0) return null;
  if (count <= mostUnfolded) {
    return (
      <div>
        <h3>{title}</h3>
        <ul>{children}</ul>
      </div>
    );
  }
  return (
    <details>
      <summary>
        <h3>{`${title} (${count})`}</h3>
      </summary>
      <ul>{children}</ul>
    </details>
  );
}
