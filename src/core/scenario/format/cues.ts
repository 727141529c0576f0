/**
 * The cue catalogue: NIST's 23 (Phish Scale, TN 2276; the definitions are ours) and further ones that later lures
 * need. `counting` says how the Phish Scale counts a cue: each instance, once, or never. `look` is where IPA's
 * guide for Japanese companies tells people to look: theme, sender, body or attachment.
 */
export const cueCategories = ['error', 'technical', 'visual', 'language', 'tactic', 'extra'] as const;
/** A family of cues. */
export type CueCategory = (typeof cueCategories)[number];

/** What the catalogue says about a cue. */
export interface Cue {
  readonly nist?: string;
  readonly category: CueCategory;
  readonly counting: 'instances' | 'once' | 'never';
  readonly look: 'theme' | 'sender' | 'body' | 'attachment';
}

/** All cues by id. */
export const cues = {
  'spelling-grammar': { nist: 'E1', category: 'error', counting: 'instances', look: 'body' },
  inconsistency: { nist: 'E2', category: 'error', counting: 'instances', look: 'body' },
  'attachment-type': { nist: 'T1', category: 'technical', counting: 'instances', look: 'attachment' },
  'sender-address': { nist: 'T2', category: 'technical', counting: 'once', look: 'sender' },
  'link-target': { nist: 'T3', category: 'technical', counting: 'instances', look: 'body' },
  'domain-spoofing': { nist: 'T4', category: 'technical', counting: 'instances', look: 'sender' },
  'no-branding': { nist: 'V1', category: 'visual', counting: 'once', look: 'body' },
  'logo-imitation': { nist: 'V2', category: 'visual', counting: 'instances', look: 'body' },
  'unprofessional-design': { nist: 'V3', category: 'visual', counting: 'once', look: 'body' },
  'security-icons': { nist: 'V4', category: 'visual', counting: 'instances', look: 'body' },
  'legal-language': { nist: 'L1', category: 'language', counting: 'instances', look: 'body' },
  'distracting-detail': { nist: 'L2', category: 'language', counting: 'instances', look: 'body' },
  'sensitive-request': { nist: 'L3', category: 'language', counting: 'instances', look: 'body' },
  urgency: { nist: 'L4', category: 'language', counting: 'instances', look: 'body' },
  threat: { nist: 'L5', category: 'language', counting: 'instances', look: 'body' },
  'generic-greeting': { nist: 'L6', category: 'language', counting: 'once', look: 'body' },
  'no-signer-details': { nist: 'L7', category: 'language', counting: 'once', look: 'body' },
  'humanitarian-appeal': { nist: 'C1', category: 'tactic', counting: 'instances', look: 'theme' },
  'too-good-to-be-true': { nist: 'C2', category: 'tactic', counting: 'instances', look: 'theme' },
  'youre-special': { nist: 'C3', category: 'tactic', counting: 'instances', look: 'theme' },
  'limited-time-offer': { nist: 'C4', category: 'tactic', counting: 'instances', look: 'theme' },
  'mimics-process': { nist: 'C5', category: 'tactic', counting: 'once', look: 'theme' },
  'poses-as-authority': { nist: 'C6', category: 'tactic', counting: 'once', look: 'theme' },
  'reply-to-mismatch': { category: 'extra', counting: 'never', look: 'sender' },
  'failed-authentication': { category: 'extra', counting: 'never', look: 'sender' },
  'qr-lure': { category: 'extra', counting: 'never', look: 'body' },
  'call-back-number': { category: 'extra', counting: 'never', look: 'body' },
  'consent-request': { category: 'extra', counting: 'never', look: 'body' },
  'paste-and-run': { category: 'extra', counting: 'never', look: 'body' },
  'thread-hijack': { category: 'extra', counting: 'never', look: 'theme' },
  'changed-bank-details': { category: 'extra', counting: 'never', look: 'theme' },
  'secrecy-request': { category: 'extra', counting: 'never', look: 'body' },
  'channel-switch': { category: 'extra', counting: 'never', look: 'body' },
  'gift-card-payment': { category: 'extra', counting: 'never', look: 'theme' },
} as const satisfies Record<string, Cue>;

/** The id of a cue. */
export type CueId = keyof typeof cues;

/** The ids of all cues, in catalogue order. */
// Object.keys loses the type of the keys; the catalogue above is all of them.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const cueIds = Object.keys(cues) as [CueId, ...CueId[]];
