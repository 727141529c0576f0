/** The turns of a drill must hold together: each can be reached, time only goes on, and there is always a best thing to do. */
import type { Drill, Turn } from '../../scenario/format/drill.ts';
import type { Localized } from '../../scenario/format/text.ts';
import type { Path } from '../../scenario/read/locate.ts';
import type { Rule } from '../rule.ts';
import { unknownId } from './unknown-id.ts';

/** A drill has something to decide. */
export const emptyDrill: Rule = {
  name: 'empty-drill',
  severity: 'error',
  summary: { ja: '決めることのないドリル', en: 'A drill without anything to decide' },
  scope: 'drill',
  check: ({ timeline, steps }, path) =>
    timeline === undefined && steps === undefined
      ? [
          {
            path,
            text: {
              ja: 'このドリルには決めることがありません。"timeline" か "steps" の少なくとも一方を書いてください。',
              en: 'There is nothing to decide in this drill. Write a "timeline", "steps" or both.',
            },
          },
        ]
      : [],
};

/** Something leads to every turn but the first. */
export const unreachableTurn: Rule = {
  name: 'unreachable-turn',
  severity: 'error',
  summary: { ja: 'どこからも進めない場面', en: 'A turn that nothing leads to' },
  scope: 'drill',
  check: ({ timeline }, path) => {
    const turns = timeline?.turns ?? [];
    const begun = reachedFrom(turns[0], turns);
    return turns.flatMap(({ id }, index) =>
      begun.has(id) ? [] : [{ path: [...path, 'timeline', 'turns', index, 'id'], text: unreachable(id) }],
    );
  },
};

/** Every turn has an option that is best. */
export const turnWithoutBest: Rule = {
  name: 'turn-without-best',
  severity: 'error',
  summary: { ja: '最善の選択肢のない場面', en: 'A turn without a best option' },
  scope: 'drill',
  check: ({ timeline }, path) =>
    (timeline?.turns ?? []).flatMap(({ id, options }, index) =>
      options.some(({ worth }) => worth === 'best')
        ? []
        : [{ path: [...path, 'timeline', 'turns', index, 'options'], text: withoutBest(id) }],
    ),
};

/** An option leads to a turn of the drill. */
export const unknownTurn: Rule = {
  name: 'unknown-turn',
  severity: 'error',
  summary: { ja: '`turns` にない場面の名前', en: 'A name that no turn has' },
  scope: 'drill',
  check: (drill, path) => {
    const ids = (drill.timeline?.turns ?? []).map(({ id }) => id);
    return leadsOf(drill, path).flatMap(({ id, next, path: at }) =>
      next === undefined ? [{ path: at, text: unknownId(id, ids, 'turns') }] : [],
    );
  },
};

/** No way through a drill comes back to a turn that was left. */
export const turnLoop: Rule = {
  name: 'turn-loop',
  severity: 'error',
  summary: { ja: '前の場面に戻ってしまう選択肢', en: 'An option that leads back to its own turn' },
  scope: 'drill',
  check: (drill, path) =>
    leadsOf(drill, path).flatMap(({ turn, next, closes, path: at }) =>
      next !== undefined && closes ? [{ path: at, text: loop(turn.id, next.id) }] : [],
    ),
};

/** What follows comes later on the clock. */
export const turnNotLater: Rule = {
  name: 'turn-not-later',
  severity: 'error',
  summary: { ja: '時刻が後になっていない次の場面', en: 'A turn that follows and is not later' },
  scope: 'drill',
  check: (drill, path) =>
    leadsOf(drill, path).flatMap(({ turn, next, closes, path: at }) =>
      next === undefined || closes || next.minute > turn.minute
        ? []
        : [{ path: at, text: notLater(turn, next) }],
    ),
};

interface Lead {
  readonly turn: Turn;
  /** The id that the option names. */
  readonly id: string;
  /** The turn of that id, if there is one. */
  readonly next: Turn | undefined;
  /** Whether the option leads to no later turn and closes a circle. Every circle has at least one such option. */
  readonly closes: boolean;
  readonly path: Path;
}

/** Every option that leads to another turn. */
function leadsOf({ timeline }: Drill, path: Path): readonly Lead[] {
  const turns = timeline?.turns ?? [];
  return turns.flatMap((turn, t) =>
    turn.options.flatMap(({ next: id }, o): readonly Lead[] => {
      if (id === undefined) return [];
      const next = turns.find((other) => other.id === id);
      const closes =
        next !== undefined && next.minute <= turn.minute && reachedFrom(next, turns).has(turn.id);
      return [{ turn, id, next, closes, path: [...path, 'timeline', 'turns', t, 'options', o, 'next'] }];
    }),
  );
}

/** The ids of a turn and of all that may come after it. */
function reachedFrom(start: Turn | undefined, turns: readonly Turn[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = start === undefined ? [] : [start];
  for (let turn = open.pop(); turn !== undefined; turn = open.pop()) {
    if (reached.has(turn.id)) continue;
    reached.add(turn.id);
    const leads = new Set(turn.options.map(({ next }) => next));
    open.push(...turns.filter(({ id }) => leads.has(id)));
  }
  return reached;
}

const unreachable = (id: string): Localized => ({
  ja: `場面「${id}」にはどこからも進めません。ほかの場面の選択肢の "next" に書くか、削除してください。`,
  en: `Nothing leads to the turn “${id}”. Name it in the "next" of an option, or remove it.`,
});

const loop = (id: string, next: string): Localized => ({
  ja: `「${id}」から「${next}」へ進むと、また「${id}」に戻ってしまいます。時間は戻りません。先の場面へ進めてください。`,
  en: `From “${id}” this leads to “${next}”, and from there back to “${id}”. Time does not run back: lead on to a later turn.`,
});

const notLater = (turn: Turn, next: Turn): Localized => ({
  ja: `「${turn.id}」は ${turn.minute} 分、次の「${next.id}」は ${next.minute} 分です。次の場面の "minute" を大きくしてください。`,
  en: `“${turn.id}” is at minute ${turn.minute}, but “${next.id}”, which follows, at minute ${next.minute}. Give what follows a later "minute".`,
});

const withoutBest = (id: string): Localized => ({
  ja: `場面「${id}」には最善の選択肢がありません。少なくとも一つを "worth": "best" にしてください。`,
  en: `The turn “${id}” has no best option. Mark at least one with "worth": "best".`,
});
