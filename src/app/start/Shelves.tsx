import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { scenarioKey } from '../../core/record/way.ts';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { FinishedDrill } from '../../device/saved-data.ts';
import type { Memory } from '../../device/memory.ts';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import { useAsked, useSettled } from '../../ui/asked.tsx';
import { drillKey } from '../drill-key.ts';
import { titleClass } from '../../ui/title-class.ts';
import { hashOf } from '../route.ts';
import { Cover, type Scene, sceneOf } from './Cover.tsx';

interface ShelvesProps {
  readonly content: ContentIndex;
  readonly begun: ReadonlySet<string>;
  readonly finished: ReadonlySet<string>;
  readonly memory: Memory;
}

const shelves = ['inboxes', 'drills', 'lessons'] as const;
type Shelf = (typeof shelves)[number];

interface CardOf {
  readonly href: string;
  readonly title: string;
  readonly about?: string;
  readonly scene: Scene;
}

/** Tabs with all inboxes, drills and lessons. */
export function Shelves({ content, begun, finished, memory }: ShelvesProps) {
  const { t, language } = useSentences('start');
  const drills = useSettled(useAsked(memory.drills).promise) ?? noDrills;
  const cards: Readonly<Record<Shelf, readonly CardOf[]>> = {
    inboxes: content.packs.flatMap((pack) =>
      pack.scenarios.map((scenario) => {
        const key = scenarioKey(pack, scenario);
        const state = finished.has(key) ? [t('done')] : begun.has(key) ? [t('begun')] : [];
        return {
          href: hashOf({ screen: 'play', pack: pack.id, scenario: scenario.id }),
          title: pick(scenario.title, language),
          about: [t('of', { pack: pick(pack.title, language), count: scenario.messages }), ...state].join(
            language === 'ja' ? '・' : ' · ',
          ),
          scene: sceneOf(pack.id),
        };
      }),
    ),
    drills: drillsIn(content).map(({ title, place }) => {
      const score = drills.get(drillKey(place))?.score;
      return {
        href: hashOf({ screen: 'drill', ...place }),
        title: pick(title, language),
        ...(score !== undefined && { about: t('finished', { score: Math.round(score * 100) }) }),
        scene: 'aid',
      };
    }),
    lessons: content.packs.flatMap((pack) =>
      pack.lessons.map((lesson) => ({
        href: hashOf({ screen: 'lesson', pack: pack.id, lesson: lesson.id }),
        title: pick(lesson.title, language),
        about: pick(lesson.summary, language),
        scene: 'book',
      })),
    ),
  };
  const filled = shelves.filter((shelf) => cards[shelf].length > 0);
  const [chosen, setChosen] = useState<Shelf>('inboxes');
  const shown = filled.includes(chosen) ? chosen : filled[0];
  const id = useId();
  if (shown === undefined) return null;
  return (
    <section className="start-part" aria-label={t('shelves')}>
      <Tabs
        id={id}
        shelves={filled}
        shown={shown}
        count={(shelf) => cards[shelf].length}
        onShow={setChosen}
      />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown}`}>
        <ul className={`cards-grid ${shown}`}>
          {cards[shown].map((card, at) => (
            <li key={card.href}>
              <a className="cover-card" href={card.href}>
                <Cover scene={card.scene} at={at} />
                <strong className={titleClass(card.title, 'phrase')}>{card.title}</strong>
                {card.about !== undefined && <span className="soft">{card.about}</span>}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

const noDrills: ReadonlyMap<string, FinishedDrill> = new Map();

/** The drills of packs and of their scenarios. */
const drillsIn = ({ packs }: ContentIndex) =>
  packs.flatMap(({ id: pack, drills = [], scenarios }) => [
    ...drills.map(({ id, title }) => ({ title, place: { pack, drill: id } })),
    ...scenarios.flatMap(({ id: scenario, drills: own = [] }) =>
      own.map(({ id, title }) => ({ title, place: { pack, scenario, drill: id } })),
    ),
  ]);

interface TabsProps {
  readonly id: string;
  readonly shelves: readonly Shelf[];
  readonly shown: Shelf;
  readonly count: (shelf: Shelf) => number;
  readonly onShow: (shelf: Shelf) => void;
}

/** One tab stop: the arrow keys go from tab to tab (WAI-ARIA tabs). */
function Tabs({ id, shelves: tabs, shown, count, onShow }: TabsProps) {
  const { t } = useSentences('start');
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs.at((tabs.indexOf(shown) + step) % tabs.length);
    if (next === undefined) return;
    onShow(next);
    list.current?.querySelector<HTMLElement>(`[data-shelf="${next}"]`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={t('shelves')} ref={list}>
      {tabs.map((shelf) => (
        <button
          key={shelf}
          type="button"
          role="tab"
          id={`${id}-${shelf}`}
          data-shelf={shelf}
          aria-selected={shelf === shown}
          aria-controls={`${id}-panel`}
          tabIndex={shelf === shown ? 0 : -1}
          onClick={() => onShow(shelf)}
          onKeyDown={move}
        >
          <span>{t(`tab.${shelf}`)}</span>
          <span className="tab-count figures">{count(shelf)}</span>
        </button>
      ))}
    </div>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
