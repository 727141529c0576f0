/** The cues that fit a kind of part best, so that the list begins with them. */
import { type CueId, cueIds, cues } from '../../core/scenario/format/cues.ts';

/** All cues, the most likely ones for this part first. */
export function likelyCues(region: string): readonly [CueId, ...CueId[]] {
  const first = firstFor(region);
  const [head = 'inconsistency', ...rest] = [...first, ...cueIds.filter((cue) => !first.includes(cue))];
  return [head, ...rest];
}

function firstFor(region: string): readonly CueId[] {
  if (region.startsWith('link/') || region.includes('/address'))
    return ['link-target', 'domain-spoofing', 'sensitive-request'];
  if (/^field\/(?:from|sender|account|organizer)/.test(region))
    return ['sender-address', 'domain-spoofing', 'poses-as-authority'];
  if (region === 'field/replyTo' || region === 'field/returnPath') return ['reply-to-mismatch'];
  if (/^field\/(?:spf|dkim|dmarc|arc|received)/.test(region)) return ['failed-authentication'];
  if (region === 'field/subject') return ['urgency', 'threat', 'mimics-process'];
  if (region.startsWith('attachment/') || region.startsWith('file/')) return ['attachment-type'];
  if (region === 'slot/logo') return ['logo-imitation', 'no-branding'];
  if (region === 'slot/greeting') return ['generic-greeting'];
  if (region === 'slot/signature') return ['no-signer-details'];
  if (region.startsWith('page/')) return ['sensitive-request', 'domain-spoofing'];
  return cueIds.filter((cue) => cues[cue].category === 'language');
}
