/** The proposals of a message that its author has neither accepted nor dismissed. */
import { changed, type ValueChange } from '../../core/draft/change-text.ts';
import type { JsonValue } from '../../core/draft/json.ts';
import type { Proposal } from '../../core/propose/proposal.ts';
import type { Truth } from '../../core/scenario/format/solution.ts';
import { place } from '../../core/scenario/layout/place.ts';
import type { Layout } from '../../core/scenario/layout/regions.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import type { AuthoredMark } from '../mark/authored-marks.ts';
import { addedMark } from '../mark/new-solution.ts';

/** A proposal with the parts of the message it is about. */
export interface OpenProposal {
  readonly proposal: Proposal;
  /** Tells it apart from the others of its message. */
  readonly key: string;
  readonly regions: readonly string[];
}

/** Those that fit the truth of the message and whose part bears no mark yet. */
export function openProposals(
  proposals: readonly Proposal[],
  {
    layout,
    truth,
    marks,
  }: {
    readonly layout: Layout;
    readonly truth: Truth;
    readonly marks: readonly AuthoredMark[];
  },
): readonly OpenProposal[] {
  const wanted: Proposal['kind'] = truth === 'phish' ? 'clue' : 'reassurance';
  const marked = new Set(marks.flatMap(({ regions }) => regions));
  return proposals.flatMap((proposal) => {
    const found = place(proposal.anchor, layout);
    if (proposal.kind !== wanted || !found.found || found.regions.some((region) => marked.has(region)))
      return [];
    return [{ proposal, key: `${proposal.rule} ${JSON.stringify(proposal.anchor)}`, regions: found.regions }];
  });
}

/**
 * The changes that accept proposals, the later ones made upon the earlier ones, and the path of the first mark afterwards. Clues of
 * one cue prove one fact.
 */
export function acceptedAll(
  message: JsonValue,
  chosen: readonly OpenProposal[],
): { readonly changes: readonly ValueChange[]; readonly path: Path | undefined } {
  let now = message;
  let path: Path | undefined;
  const changes: ValueChange[] = [];
  for (const { proposal } of chosen) {
    const made = accepted(now, proposal);
    path ??= made.path;
    changes.push(...made.changes);
    now = made.changes.reduce(changed, now);
  }
  return { changes, path };
}

function accepted(message: JsonValue, proposal: Proposal) {
  const { kind, anchor, explanation } = proposal;
  const words = { anchor: { ...anchor }, explanation: { ...explanation } };
  if (kind === 'reassurance') return addedMark(message, kind, { ...words, cue: 'inconsistency' });
  const { cue, weight } = proposal;
  return addedMark(message, kind, { ...words, cue }, { id: cue, weight, title: { ...explanation } });
}
