/** The messages of a round, each with the inbox it belongs to; a round may draw on several. */
import type { DealtPlace, Shortage } from './deal.ts';
import type { RoundRules } from './round-settings.ts';
import type { Pack } from '../scenario/format/pack.ts';
import type { Message, SealedMessage } from '../scenario/format/message.ts';
import type { Scenario } from '../scenario/format/scenario.ts';
import type { Localized } from '../scenario/format/text.ts';

export interface PlayedMessage {
  /** Its id is the one that moves name: unique in the round, so in a deal `pack/scenario/message`. */
  readonly message: Message;
  /** The same without its solution, for all that is drawn before the answer. */
  readonly sealed: SealedMessage;
  /** Whose directory, rules, recipient and clock it has; here it has its own id. */
  readonly scenario: Scenario;
  /** Where it comes from, and what that pack changes of the scoring. */
  readonly pack: Pick<Pack, 'id' | 'scoring'>;
  /** Where the pack's pictures lie, ending in a slash. */
  readonly assets: string;
}

/** What is played, and how. */
export interface Round {
  readonly opening: Opening;
  readonly rules: RoundRules;
  /** What a dealt round was dealt from; rounds of one seed can be compared. */
  readonly seed?: string;
  /** In the order they are listed and played. */
  readonly messages: readonly PlayedMessage[];
}

/** What the player reads before the first message: one inbox's story, or what was dealt out of several. */
export type Opening =
  | { readonly kind: 'inbox'; readonly title: Localized; readonly story: Localized }
  | { readonly kind: 'dealt'; readonly shortage: Shortage | undefined };

/** What of a pack a round needs. */
interface PackPart {
  readonly pack: Pick<Pack, 'id' | 'scoring'>;
  readonly assets: string;
}

/** How a whole scenario is played: explained after each message, with hints, and without a mark to reach. */
export const inboxRules: RoundRules = {
  mode: 'training',
  debrief: 'each',
  hints: true,
  reason: false,
  passMark: undefined,
  timer: undefined,
};

/** A whole scenario as a round, newest message first; its messages keep their ids, so that rounds kept earlier go on. */
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

/** A message without its solution, so that nothing drawn from it can tell. */
function seal(message: Message): SealedMessage {
  const { solution: _, ...sealed } = message;
  return sealed;
}

/** The id of a dealt message, by which the moves of a round name it. */
export const dealtId = ({ pack, scenario, message }: DealtPlace): string => `${pack}/${scenario}/${message}`;

/** A dealt message in its inbox; undefined where the scenario does not hold it. */
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

/** The id that a message of a round has in its own scenario. */
export const ownId = ({ message: { id } }: PlayedMessage): string => id.slice(id.lastIndexOf('/') + 1);

/** The id that another message of the same inbox has in this round. */
export const idBeside = ({ message: { id } }: PlayedMessage, other: string): string =>
  `${id.slice(0, id.lastIndexOf('/') + 1)}${other}`;
