/** The command that prints what players of a known kind score on every message of the packs. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { assess, scoringOf } from '../../core/engine/assess.ts';
import type { Inbox } from '../../core/engine/confirmed-regions.ts';
import { answersOfPlayer, type PlayerName, playerNames } from '../../core/engine/model-players.ts';
import { randomFrom } from '../../core/round/random.ts';
import type { Message } from '../../core/scenario/format/message.ts';
import type { Pack } from '../../core/scenario/format/pack.ts';
import type { Truth } from '../../core/scenario/format/solution.ts';
import { loadPack } from '../../core/lint/load.ts';
import { diskReader, packsIn } from '../../build/disk.ts';
import { argumentsOf, type RunCommand, wrong } from '../command.ts';

export type Scores = Readonly<Record<PlayerName, number>>;

export interface PlayersOfMessage {
  readonly pack: string;
  readonly scenario: string;
  readonly message: string;
  readonly truth: Truth;
  readonly scores: Scores;
}

/** Means over lures and over genuine messages, and the mean of the two; absent where there is none of a kind. */
export interface Means {
  readonly pack?: string;
  readonly messages: number;
  readonly lure?: Scores;
  readonly genuine?: Scores;
  readonly mix?: Scores;
}

export interface PlayersTable {
  readonly players: readonly PlayerName[];
  readonly messages: readonly PlayersOfMessage[];
  readonly packs: readonly Means[];
  readonly all: Means;
}

export const run: RunCommand = async (args, output) => {
  const read = argumentsOf(args, ['json']);
  if (read === undefined || read.positionals.length > 1) return wrong();
  const [content = 'content'] = read.positionals;
  if (!canPlay(content)) {
    return wrong(`「${content}」に packs フォルダーがありません。`, `${content} has no folder packs.`);
  }
  const table = await playersTable(content);
  output.out(read.has('json') ? `${JSON.stringify(table, undefined, 2)}\n` : readableTable(table));
  return 0;
};

/** Whether a path is a content folder. */
export const canPlay = (content: string): boolean => existsSync(path.join(content, 'packs'));

/** What each player scores on each message of a content folder; the same every time. */
export async function playersTable(content: string): Promise<PlayersTable> {
  const messages: PlayersOfMessage[] = [];
  const ids = await packsIn(content);
  for (const id of ids) {
    const { pack, scenarios } = await loadPack(diskReader(content), id);
    if (pack === undefined) continue;
    for (const scenario of scenarios) {
      for (const message of scenario.messages) {
        messages.push({
          pack: id,
          scenario: scenario.id,
          message: message.id,
          truth: message.solution.truth,
          scores: scoresOn(message, scenario, pack),
        });
      }
    }
  }
  const packs = ids.flatMap((pack): readonly Means[] => {
    const own = messages.filter((message) => message.pack === pack);
    return own.length === 0 ? [] : [{ pack, ...meansOf(own) }];
  });
  return { players: playerNames, messages, packs, all: meansOf(messages) };
}

function scoresOn(message: Message, inbox: Inbox, pack: Pick<Pack, 'scoring'>): Scores {
  const scoring = scoringOf(pack);
  const chance = randomFrom(message.id).below;
  return scoresBy((player) =>
    rounded(
      mean(
        answersOfPlayer(player, message, chance).map(
          (answer) => assess(message, answer, scoring, inbox).score,
        ),
      ),
    ),
  );
}

function meansOf(messages: readonly PlayersOfMessage[]): Means {
  const of = (truth: Truth): Scores | undefined => {
    const own = messages.filter((message) => message.truth === truth);
    return own.length === 0
      ? undefined
      : scoresBy((player) => rounded(mean(own.map(({ scores }) => scores[player]))));
  };
  const lure = of('phish');
  const genuine = of('legitimate');
  return {
    messages: messages.length,
    ...(lure && { lure }),
    ...(genuine && { genuine }),
    ...(lure && genuine && { mix: scoresBy((player) => rounded((lure[player] + genuine[player]) / 2)) }),
  };
}

/** Something for every player. */
export const scoresBy = (score: (player: PlayerName) => number): Scores => ({
  flawless: score('flawless'),
  twoStrongest: score('twoStrongest'),
  oneDecisive: score('oneDecisive'),
  twoAndStray: score('twoAndStray'),
  checkOnly: score('checkOnly'),
  verdictOnly: score('verdictOnly'),
  allFlagged: score('allFlagged'),
  alwaysPhish: score('alwaysPhish'),
  alwaysCheck: score('alwaysCheck'),
  random: score('random'),
});

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const rounded = (value: number): number => Math.round(10 * value) / 10;

/** The table for a terminal: a line a pack and kind of message. */
export function readableTable({ packs, all }: PlayersTable): string {
  const line = (name: string, cells: readonly string[]): string =>
    `${name.padEnd(24)}${cells.map((cell) => cell.padStart(13)).join('')}`;
  const rows = [...packs, all].flatMap(({ pack = 'all', ...means }) =>
    (['lure', 'genuine', 'mix'] as const).flatMap((kind) => {
      const scores = means[kind];
      return scores === undefined
        ? []
        : [
            line(
              `${pack} ${kind}`,
              playerNames.map((player) => scores[player].toFixed(1)),
            ),
          ];
    }),
  );
  return `${[line('', playerNames), ...rows].join('\n')}\n`;
}
