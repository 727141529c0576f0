/** How far a player has come through the packs, from the records of finished rounds. */
import type { ContentIndex } from '../scenario/format/pack.ts';
import type { RoundRecord } from './round-record.ts';

type ListedPack = ContentIndex['packs'][number];
type ListedScenario = ListedPack['scenarios'][number];

/** A scenario by its pack, as `pack/scenario`. */
export const scenarioKey = (pack: { readonly id: string }, scenario: { readonly id: string }): string =>
  `${pack.id}/${scenario.id}`;

/** A scenario in its pack. */
export interface ScenarioPlace {
  readonly pack: ListedPack;
  readonly scenario: ListedScenario;
}

/** What a returning player is offered first. `daily`: every inbox has been played. */
export type Onward =
  | ({ readonly kind: 'begin' | 'goOn' | 'next' } & ScenarioPlace)
  | { readonly kind: 'daily' }
  | { readonly kind: 'none' };

/** A pack on the way. */
export interface WayStep {
  readonly pack: ListedPack;
  readonly messages: number;
  readonly state: 'done' | 'current' | 'ahead';
  /** The scenario to play next: the first that is not finished, else the first. */
  readonly next: ListedScenario;
}

/** The keys of the scenarios whose messages have all been answered, in whatever rounds. */
export function finishedScenarios(
  records: readonly RoundRecord[],
  { packs }: ContentIndex,
): ReadonlySet<string> {
  const answered = new Map<string, Set<string>>();
  for (const { messages } of records) {
    for (const { pack, scenario, message } of messages) {
      const key = `${pack}/${scenario}`;
      answered.set(key, (answered.get(key) ?? new Set()).add(message));
    }
  }
  return new Set(
    placesIn(packs)
      .filter(({ pack, scenario }) => {
        const count = answered.get(scenarioKey(pack, scenario))?.size ?? 0;
        return count >= scenario.messages;
      })
      .map(({ pack, scenario }) => scenarioKey(pack, scenario)),
  );
}

/** The first packs that have inboxes, each with how far the player is. */
export function wayThrough(
  { packs }: ContentIndex,
  finished: ReadonlySet<string>,
  length: number,
): readonly WayStep[] {
  const steps = packs.flatMap((pack) => {
    const [first] = pack.scenarios;
    if (first === undefined) return [];
    const left = pack.scenarios.find((scenario) => !finished.has(scenarioKey(pack, scenario)));
    const messages = pack.scenarios.reduce((sum, scenario) => sum + scenario.messages, 0);
    return [{ pack, messages, isDone: left === undefined, next: left ?? first }];
  });
  const current = steps.find(({ isDone }) => !isDone);
  return steps.slice(0, length).map(({ isDone, ...step }) => ({
    ...step,
    state: isDone ? 'done' : step.pack === current?.pack ? 'current' : 'ahead',
  }));
}

/** What to offer first: a round left half played, else the next inbox on the way. */
export function onwardFrom(
  { packs }: ContentIndex,
  finished: ReadonlySet<string>,
  begun: ReadonlySet<string>,
): Onward {
  const places = placesIn(packs);
  const unfinished = places.filter(({ pack, scenario }) => !finished.has(scenarioKey(pack, scenario)));
  const left = unfinished.find(({ pack, scenario }) => begun.has(scenarioKey(pack, scenario)));
  if (left !== undefined) return { kind: 'goOn', ...left };
  const [next] = unfinished;
  if (next !== undefined) return { kind: finished.size === 0 ? 'begin' : 'next', ...next };
  return { kind: places.length === 0 ? 'none' : 'daily' };
}

/** On which of the last days a daily round was finished, and for how many days running. */
export interface DailyDays {
  /** Seven days, today last. */
  readonly week: readonly boolean[];
  /** Days running up to today, or up to yesterday while today's is still to play. */
  readonly running: number;
}

/** The daily rounds by day in Tokyo, where the round of the day changes. `now` is in milliseconds since 1970. */
export function dailyDays(records: readonly RoundRecord[], now: number): DailyDays {
  const today = dayOf(now);
  const days = new Set(records.filter(({ mode }) => mode === 'daily').map(({ endedAt }) => dayOf(endedAt)));
  const last = days.has(today) ? today : today - 1;
  let running = 0;
  while (days.has(last - running)) running += 1;
  return { week: Array.from({ length: 7 }, (_, at) => days.has(today - 6 + at)), running };
}

const dayOf = (moment: number): number => Math.floor((moment + 9 * 3_600_000) / 86_400_000);

const placesIn = (packs: readonly ListedPack[]): readonly ScenarioPlace[] =>
  packs.flatMap((pack) => pack.scenarios.map((scenario) => ({ pack, scenario })));
