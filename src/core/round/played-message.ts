/** The messages of a round, each with the inbox it belongs to; a round may use several inboxes. */
import type { DealtPlace, Shortage } from './deal.ts';
import type { RoundRules } from './round-settings.ts';
import type { Pack } from '../scenario/format/pack.ts';
import type { Message, SealedMessage } from '../scenario/format/message.ts';
import type { Scenario } from '../scenario/format/scenario.ts';
import type { Localized } from '../scenario/format/text.ts';

/** What a round knows of a pack: which it is, how it changes the scoring, and for whom it was written. */
export type PlayedPack = Pick<Pack, 'id' | 'scoring'> & Partial<Pick<Pack, 'audiences'>>;

/** What a round knows of one of these packs. */
export function playedPack(id: string, packs: readonly PlayedPack[]): PlayedPack {
  const { scoring, audiences } = packs.find((pack) => pack.id === id) ?? {};
  return { id, ...(scoring && { scoring }), ...(audiences && { audiences }) };
}

/** A message of a round with its inbox and pack. */
export interface PlayedMessage {
  /** Its id is the one that moves use: unique in the round, so `pack/scenario/message` in a dealt round. */
  readonly message: Message;
  /** The message without its solution, for everything drawn before the answer. */
  readonly sealed: SealedMessage;
  /** Its inbox: directory, rules, recipient and clock. There the message has its own id. */
  readonly scenario: Scenario;
  readonly pack: PlayedPack;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
}

/** What is played, and by which rules. */
export interface Round {
  readonly opening: Opening;
  readonly rules: RoundRules;
  /** The seed of a dealt round; rounds with the same seed can be compared. */
  readonly seed?: string;
  /** In the order of listing and playing. */
  readonly messages: readonly PlayedMessage[];
}

/** What the player reads before the first message: the story of one inbox, or what was dealt from several. */
export type Opening =
  | { readonly kind: 'inbox'; readonly title: Localized; readonly story: Localized }
  | { readonly kind: 'dealt'; readonly shortage: Shortage | undefined };

/** What a round needs of a pack. */
interface PackPart {
  readonly pack: PlayedPack;
  readonly assets: string;
}

/** The rules for a whole scenario: explained after each message, with hints, without a pass mark. */
export const inboxRules: RoundRules = {
  mode: 'training',
  debrief: 'each',
  hints: true,
  reason: false,
  passMark: undefined,
  timer: undefined,
};

/** A whole scenario as a round, newest message first. Messages keep their ids, so that stored rounds continue. */
export function inboxRound(scenario: Scenario, { pack, assets }: PackPart): Round {
  const { title, story } = scenario;
  return {
    opening: { kind: 'inbox', title, story },
    rules: inboxRules,
    messages: scenario.messages
      .toSorted((one, other) => Date.parse(other.sent) - Date.parse(one.sent))
      .map((message) => ({ message, sealed: seal(message), scenario, pack, assets })),
  };
}

/** A message without its solution, so that nothing drawn from it can reveal the answer. */
export function seal(message: Message): SealedMessage {
  const { solution: _, ...sealed } = message;
  return sealed;
}

/** The id of a dealt message in moves. */
export const dealtId = ({ pack, scenario, message }: DealtPlace): string => `${pack}/${scenario}/${message}`;

/** A dealt message in its inbox; undefined if the scenario does not contain it. */
export function dealtMessage(
  place: DealtPlace,
  scenario: Scenario,
  { pack, assets }: PackPart,
): PlayedMessage | undefined {
  const message = scenario.messages.find(({ id }) => id === place.message);
  if (message === undefined) return undefined;
  const dealt = { ...message, id: dealtId(place) };
  return { message: dealt, sealed: seal(dealt), scenario, pack, assets };
}

/** The id of a round's message in its own scenario. */
export const ownId = ({ message: { id } }: PlayedMessage): string => id.slice(id.lastIndexOf('/') + 1);

/** The id in this round of another message of the same inbox. */
export const idBeside = ({ message: { id } }: PlayedMessage, other: string): string =>
  `${id.slice(0, id.lastIndexOf('/') + 1)}${other}`;
