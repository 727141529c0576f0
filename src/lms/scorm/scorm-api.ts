/** Finds the SCORM API in the windows around the page (SCORM 1.2 RTE 3.3.6.1, SCORM 2004 RTE 3.2). */
import type { ScormNames } from './scorm-calls.ts';

/** What is read of a window. Every access may throw if the window belongs to another origin. */
export interface WindowLike {
  readonly parent?: unknown;
  readonly opener?: unknown;
  readonly top?: unknown;
}

/** The most parent windows that are searched; the ADL sample for SCORM 2004 has the same number. */
const highest = 500;

/**
 * The API object in the nearest window: first among the page's parents, then its opener and the opener's parents, then the opener of the
 * topmost window. Undefined if there is none that may be read.
 */
export function findScormApi(
  name: 'API' | 'API_1484_11',
  { initialize }: Pick<ScormNames, 'initialize'>,
  page: WindowLike,
): object | undefined {
  const top = property(page, 'top');
  const starts = [page, property(page, 'opener'), isObject(top) ? property(top, 'opener') : undefined];
  for (const start of starts) {
    const api = isObject(start) ? upwards(name, initialize, start) : undefined;
    if (api !== undefined) return api;
  }
  return undefined;
}

function upwards(name: string, initialize: string, start: object): object | undefined {
  let current = start;
  for (let height = 0; height < highest; height += 1) {
    const api = property(current, name);
    // A portal may have something else under that name, such as an element with the id "API".
    if (isObject(api) && typeof property(api, initialize) === 'function') return api;
    const parent = property(current, 'parent');
    if (!isObject(parent) || parent === current) return undefined;
    current = parent;
  }
  return undefined;
}

/** The property, undefined if the window belongs to another origin and throws. */
function property(owner: object, name: string): unknown {
  try {
    return Reflect.get(owner, name);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
