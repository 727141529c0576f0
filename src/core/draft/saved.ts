/** A draft with all its steps as plain lists, so that undo works after a reload too. */
import type { Draft, History, Step } from './draft.ts';
import { openDraft, textsOf } from './draft.ts';

/** The texts of a draft and its steps, for storage. */
export interface SavedDraft {
  /** By path from the folder content/. */
  readonly texts: ReadonlyMap<string, string>;
  /** The steps that can be undone and those that can be made again, the nearest one first. */
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** What to store of a draft. */
export const savedOf = (draft: Draft): SavedDraft => ({
  texts: textsOf(draft),
  past: listed(draft.past),
  future: listed(draft.future),
});

/** The draft as it was stored. Law: `restored(savedOf(draft))` undoes and redoes as `draft` does. */
export function restored({ texts, past, future }: SavedDraft): Draft {
  const [before, after] = [linked(past), linked(future)];
  return { ...openDraft(texts), ...(before && { past: before }), ...(after && { future: after }) };
}

function listed(history: History | undefined): readonly Step[] {
  const steps: Step[] = [];
  for (let at = history; at !== undefined; at = at.rest) steps.push(at.step);
  return steps;
}

const linked = (steps: readonly Step[]): History | undefined =>
  steps.reduceRight<History | undefined>((rest, step) => ({ step, ...(rest && { rest }) }), undefined);
