/** Names of verdicts and actions. They depend on the channel, because the words for mail do not fit every channel. */
import type { Truth } from '../core/scenario/format/solution.ts';
import type { ActionKind, Channel } from '../core/scenario/format/vocabulary.ts';

/** The sentence key of a verdict's name. */
export const verdictLabel = (verdict: Truth, channel: Channel) =>
  verdict === 'legitimate' && channel !== 'mail' ? 'verdict.genuine' : (`verdict.${verdict}` as const);

type ActionLabel =
  | `action.${ActionKind}`
  | `action.${'verifyWithinOther' | 'replyInvitation' | 'replyVoice' | 'replyLetter' | 'deleteLetter'}`;

const within = { verifyWithin: 'action.verifyWithinOther' } as const;
const special: Readonly<Record<Channel, Readonly<Partial<Record<ActionKind, ActionLabel>>>>> = {
  mail: {},
  sms: within,
  chat: within,
  invitation: { ...within, reply: 'action.replyInvitation' },
  voice: { ...within, reply: 'action.replyVoice' },
  letter: { ...within, reply: 'action.replyLetter', delete: 'action.deleteLetter' },
};

/** The sentence key of an action's name. */
export const actionLabel = (action: ActionKind, channel: Channel): ActionLabel =>
  special[channel][action] ?? `action.${action}`;
