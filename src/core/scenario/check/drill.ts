/** The turns of a drill must hold together: each can be reached, time only goes on, and there is always a best thing to do. */
import type { Path } from '../read/locate.ts';
import type { Flaw } from '../read/problem.ts';
import { unknown } from './references.ts';
import type { Drill, Turn } from '../format/drill.ts';
import type { Localized } from '../format/text.ts';

/** A flaw for a drill without anything to decide, and for each turn that leads nowhere, backwards, in a circle or has no best option. */
export function drillFlaws({ timeline, steps }: Drill, path: Path): readonly Flaw[] {
  if (timeline === undefined) return steps === undefined ? [flaw('empty-drill', path, emptyDrill)] : [];
  const { turns } = timeline;
  const at = [...path, 'timeline', 'turns'];
  const begun = reachedFrom(turns[0], turns);
  return turns.flatMap((turn, index) => [
    ...flawsOfOptions(turn, turns, [...at, index, 'options']),
    ...(begun.has(turn.id) ? [] : [flaw('unreachable-turn', [...at, index, 'id'], unreachable(turn.id))]),
  ]);
}

function flawsOfOptions(turn: Turn, turns: readonly Turn[], path: Path): readonly Flaw[] {
  const ids = turns.map(({ id }) => id);
  const leads = turn.options.flatMap(({ next: id }, index): readonly Flaw[] => {
    if (id === undefined) return [];
    const at = [...path, index, 'next'];
    const next = turns.find((other) => other.id === id);
    if (next === undefined) return [unknown('unknown-turn', at, id, ids, 'turns')];
    if (next.minute > turn.minute) return [];
    // A circle has at least one option that leads on to no later turn, and is told there.
    return reachedFrom(next, turns).has(turn.id)
      ? [flaw('turn-loop', at, loop(turn.id, id))]
      : [flaw('turn-not-later', at, notLater(turn, next))];
  });
  const hasBest = turn.options.some(({ worth }) => worth === 'best');
  return hasBest ? leads : [flaw('turn-without-best', path, withoutBest(turn.id)), ...leads];
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

function flaw(rule: string, path: Path, text: Localized): Flaw {
  return { rule, severity: 'error', path, text };
}

const emptyDrill: Localized = {
  ja: 'このドリルには決めることがありません。"timeline" か "steps" の少なくとも一方を書いてください。',
  en: 'There is nothing to decide in this drill. Write a "timeline", "steps" or both.',
};

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
