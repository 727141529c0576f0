/** The lists of the data model (interactions, objectives), to which a session appends. */
import type { Skill } from '../port.ts';
import { type ScormCalls, valueOf } from './scorm-calls.ts';
import type { Pair, ScormDialect } from './scorm-dialect.ts';

/** Appends to a list; entries that are there are never rewritten. */
export interface Appender {
  /** The number of the next entry; undefined where the LMS keeps no such list. `told` is the number of entries that were already reported. */
  readonly next: (told: number) => number | undefined;
  /** The number of the next entry, to be remembered where the LMS does not count; undefined where it does. */
  readonly own: () => number | undefined;
  /** The first pair is the id; where that is refused the number stays free, since a skipped one would be refused as well. */
  readonly append: (pairs: readonly Pair[]) => void;
}

/**
 * An appender for a list such as `cmi.interactions`. An LMS that does not keep the list is not asked again. `kept` is the number that an
 * earlier session remembered.
 */
export function createAppender(calls: ScormCalls, list: string, kept: number | undefined): Appender {
  let next: number | undefined;
  let missing = false;
  let counted = true;
  return {
    next: (told) => {
      if (missing || next !== undefined) return next;
      missing = !calls.get(`${list}._children`).ok;
      if (missing) return undefined;
      const count = countFrom(valueOf(calls.get(`${list}._count`)));
      counted = count !== undefined;
      next = count ?? kept ?? told;
      return next;
    },
    own: () => (counted && kept === undefined ? undefined : Math.max(kept ?? 0, next ?? 0)),
    append: (pairs) => {
      if (next === undefined) return;
      const [id, ...rest] = pairs;
      if (id === undefined || !calls.set(`${list}.${next}.${id[0]}`, id[1]).ok) return;
      for (const [element, ...values] of rest) calls.set(`${list}.${next}.${element}`, ...values);
      next += 1;
    },
  };
}

/** The length of a list as the LMS says it; undefined where that is no number, since some LMSs answer with nothing. */
const countFrom = (text: string): number | undefined =>
  /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;

/** The most objectives that are looked through for ours. */
const mostObjectives = 200;

/** Sets one objective for each family of cues, found again by its id: an LMS may have made objectives of its own. */
export function createObjectives(
  dialect: ScormDialect,
  calls: ScormCalls,
): { readonly set: (skill: Skill) => void } {
  const list = 'cmi.objectives';
  let places: Map<string, number> | undefined;
  const existing = (): Map<string, number> | undefined => {
    if (!calls.get(`${list}._children`).ok) return undefined;
    const count = countFrom(valueOf(calls.get(`${list}._count`)));
    const found = new Map<string, number>();
    for (let place = 0; place < Math.min(count ?? mostObjectives, mostObjectives); place += 1) {
      const id = valueOf(calls.get(`${list}.${place}.id`));
      // An LMS that does not count them has no more where one has no id.
      if (count === undefined && id === '') break;
      found.set(id, place);
    }
    return found;
  };
  return {
    set: (skill) => {
      places ??= existing();
      if (places === undefined) return;
      const id = dialect.objectiveId(skill);
      const known = places.get(id);
      const place = known ?? Math.max(-1, ...places.values()) + 1;
      if (known === undefined) {
        if (!calls.set(`${list}.${place}.id`, id).ok) return;
        places.set(id, place);
      }
      for (const [element, ...values] of dialect.objective(skill))
        calls.set(`${list}.${place}.${element}`, ...values);
    },
  };
}
