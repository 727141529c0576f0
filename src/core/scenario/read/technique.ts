/** Which technique a message practises: what its author declares, or what its clues and pages show. */
import type { Block } from '../format/block.ts';
import type { CueId } from '../format/cues.ts';
import type { Message } from '../format/message.ts';
import type { Technique } from '../format/techniques.ts';
import { domainsIn } from '../layout/named-values.ts';
import { bodiesOf, leafPlaces } from '../layout/walk.ts';

/** The technique of a message; that of a genuine one, unless declared, is to recognise an ordinary message. */
export function techniqueOf(message: Message): Technique {
  const { solution } = message;
  if (solution.technique !== undefined) return solution.technique;
  if (solution.truth === 'legitimate') return 'ordinary-message';
  const seen: Seen = {
    cues: new Set(solution.clues.map(({ cue }) => cue)),
    blocks: blocksOf(message),
    fields: fieldsOf(message),
  };
  return rules.find(([, holds]) => holds(seen))?.[0] ?? byDomain(message);
}

interface Seen {
  readonly cues: ReadonlySet<CueId>;
  readonly blocks: ReadonlySet<Block['kind']>;
  readonly fields: ReadonlySet<string>;
}

/** The most particular first: what a trick asks the reader to do tells more than how it dresses up. */
const rules: readonly (readonly [Technique, (seen: Seen) => boolean])[] = [
  ['paste-and-run', ({ cues }) => cues.has('paste-and-run')],
  ['drawn-window', ({ blocks }) => blocks.has('window')],
  ['device-code', ({ blocks }) => blocks.has('code')],
  ['consent', ({ blocks }) => blocks.has('permissions')],
  ['fake-app', ({ blocks }) => blocks.has('download')],
  ['changed-account', ({ cues }) => cues.has('changed-bank-details')],
  ['hijacked-account', ({ cues }) => cues.has('thread-hijack')],
  ['call-back', ({ cues }) => cues.has('call-back-number')],
  ['gift-card', ({ cues }) => cues.has('gift-card-payment')],
  ['channel-switch', ({ cues }) => cues.has('channel-switch')],
  ['qr', ({ cues }) => cues.has('qr-lure')],
  ['attachment', ({ cues }) => cues.has('attachment-type')],
  ['forged-sender', ({ cues }) => cues.has('failed-authentication')],
  ['code-relay', ({ fields }) => fields.has('code')],
  ['payment-form', ({ fields }) => fields.has('card')],
  ['link-text', ({ cues }) => cues.has('link-target')],
];

function blocksOf(message: Message): ReadonlySet<Block['kind']> {
  const bodies = bodiesOf(message, []).map(({ blocks }) => blocks);
  return new Set([
    ...bodies.flatMap((blocks) => blocks.map(({ kind }) => kind)),
    ...bodies.flatMap((blocks) => leafPlaces(blocks, []).map(({ leaf }) => leaf.kind)),
  ]);
}

function fieldsOf(message: Message): ReadonlySet<string> {
  const leaves = bodiesOf(message, []).flatMap(({ blocks }) => leafPlaces(blocks, []));
  return new Set(
    leaves.flatMap(({ leaf }) => (leaf.kind === 'form' ? leaf.fields.map(({ type }) => type) : [])),
  );
}

/** A name beside a foreign address, or a domain that is made to be taken for another. */
function byDomain(message: Message): Technique {
  if (message.channel !== 'mail') return 'foreign-domain';
  const domains = [message.from.address, ...(message.links ?? []).map(({ url }) => url)].flatMap(domainsIn);
  if (domains.some((domain) => domain.includes('xn--'))) return 'look-alike-domain';
  return message.solution.truth === 'phish' &&
    message.solution.clues.some(({ cue }) => cue === 'poses-as-authority')
    ? 'display-name'
    : 'look-alike-domain';
}
