/** What typical players score on a message, and what its pack says of scoring and audiences. */
import { assess, type Scoring, scoringOf } from '../../core/engine/assess.ts';
import { answersOfPlayer, type PlayerName } from '../../core/engine/model-players.ts';
import { parsePack } from '../../core/lint/parse.ts';
import { type PlayedPack, playedPack } from '../../core/round/played-message.ts';
import type { Message } from '../../core/scenario/format/message.ts';
import type { Draft } from '../../core/draft/draft.ts';

/** The players that show at a glance whether a message is fair. */
export const typicalPlayers = [
  'flawless',
  'twoStrongest',
  'verdictOnly',
  'allFlagged',
] as const satisfies readonly PlayerName[];

/** A typical player and their score, 0 to 100. */
export interface TypicalScore {
  readonly player: (typeof typicalPlayers)[number];
  readonly score: number;
}

/** The scores of the typical players; of several answers of a player, the mean. */
export function typicalScores(message: Message, scoring: Scoring): readonly TypicalScore[] {
  return typicalPlayers.map((player) => {
    // None of these players leaves anything to chance.
    const answers = answersOfPlayer(player, message, () => 0);
    const sum = answers.reduce((total, answer) => total + assess(message, answer, scoring).score, 0);
    return { player, score: Math.round(sum / Math.max(1, answers.length)) };
  });
}

/** The pack of a scenario file, as far as it can be read. */
export function packOf(
  { files }: Draft,
  scenario: string,
): { readonly pack: PlayedPack; readonly scoring: Scoring } {
  const id = /^packs\/([^/]+)\//.exec(scenario)?.[1] ?? '';
  const file = files.get(`packs/${id}/pack.json`);
  const read = file && parsePack(file.text, file.path);
  const packs = read?.ok === true ? [read.value] : [];
  const pack = playedPack(id, packs);
  return { pack, scoring: scoringOf(pack) };
}
