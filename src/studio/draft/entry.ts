/** What the list of drafts says of a draft. */
import { memberOf } from '../../core/draft/json.ts';
import { problemsOf, type ScenarioFile } from '../../core/draft/read-file.ts';
import { savedOf } from '../../core/draft/saved.ts';
import type { Draft } from '../../core/draft/draft.ts';
import type { DraftEntry, KeptDraft } from './shelf.ts';
import type { OpenDraft } from './store.ts';

/** What to keep of the open draft. `changed` is now, in milliseconds since 1970. */
export function keptOf({ id, name, pictures, stale, draft }: OpenDraft, changed: number): KeptDraft {
  return { id, name, pictures, changed, stale, ...savedOf(draft) };
}

/** The line of the list for a draft. */
export function entryOf({ id, name, draft }: OpenDraft, changed: number): DraftEntry {
  const truths = scenariosIn(draft).flatMap(({ messages }) =>
    messages.map(({ value }) => memberOf(memberOf(value, 'solution'), 'truth')),
  );
  const lures = truths.filter((truth) => truth === 'phish').length;
  const errors = [...draft.files.values()].flatMap(problemsOf);
  const count = errors.filter(({ severity }) => severity === 'error').length;
  return {
    id,
    name,
    changed,
    lures,
    genuine: truths.length - lures,
    errors: count,
    warnings: errors.length - count,
  };
}

/** The scenarios of a draft, in the order of their files. */
export const scenariosIn = ({ files }: Draft): readonly ScenarioFile[] =>
  [...files.values()].filter((file) => file.kind === 'scenario');
