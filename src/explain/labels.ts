/** Names of verdicts and actions, which depend on the channel, because the words for mail do not fit every one; and of findings. */
import type { Finding } from '../core/engine/finding.ts';
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

interface FindingWords {
  readonly tag: `tag.${FindingTag}`;
  /** What the player's own mark was, where it says the opposite of what is explained. */
  readonly note?: `note.${'trustedClue' | 'doubtedSign' | 'noSign' | 'idleTrust' | 'confirmed' | 'prudent'}`;
}

type FindingTag =
  | 'found'
  | 'foundElsewhere'
  | 'missed'
  | 'unopened'
  | 'confirmed'
  | 'prudent'
  | 'trustedClue'
  | 'alsoSign'
  | 'doubtedSign'
  | 'falseAlarm'
  | 'noSign'
  | 'noEffect'
  | 'myth'
  | 'leftAlone';

/** What a finding is called, by its kind, its outcome and the ink of the player's flag. */
export function findingWords({ subject, outcome, ink, flagged, spared }: Finding): FindingWords {
  switch (subject.kind) {
    case 'clue':
      if (ink === 'trust') return { tag: 'tag.trustedClue', note: 'note.trustedClue' };
      if (outcome === 'miss') return { tag: 'tag.missed' };
      if (outcome === 'passed') return { tag: 'tag.unopened' };
      return { tag: flagged ? 'tag.found' : 'tag.foundElsewhere' };
    case 'reassurance':
      if (outcome === 'hit') return { tag: 'tag.found' };
      if (outcome === 'falseAlarm') return { tag: 'tag.doubtedSign', note: 'note.doubtedSign' };
      return { tag: outcome === 'passed' ? 'tag.alsoSign' : 'tag.missed' };
    case 'myth':
      // Without a cue its heading says so already.
      return { tag: subject.decoy.cue === undefined ? 'tag.noEffect' : 'tag.myth' };
    case 'decoy':
    case 'general':
      if (outcome === 'falseAlarm') {
        return ink === 'trust' ? { tag: 'tag.noSign', note: 'note.noSign' } : { tag: 'tag.falseAlarm' };
      }
      if (!flagged) return { tag: 'tag.leftAlone' };
      if (spared !== undefined) return { tag: `tag.${spared}`, note: `note.${spared}` };
      return ink === 'trust' ? { tag: 'tag.noEffect', note: 'note.idleTrust' } : { tag: 'tag.noEffect' };
  }
}
