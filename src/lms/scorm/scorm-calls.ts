/** Calls to a SCORM API. Answers are untrusted: each call is guarded, and its error is read and noted. */
import { isFields } from '../../core/scenario/read/from-outside.ts';
import type { Conversation } from '../conversation.ts';
import type { Trouble } from '../port.ts';

/** The names of the API functions in one version of SCORM. */
export interface ScormNames {
  readonly initialize: string;
  readonly terminate: string;
  readonly get: string;
  readonly set: string;
  readonly commit: string;
  readonly lastError: string;
  readonly errorString: string;
}

/** What a call returned, or why it failed. */
export type Called =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly trouble: Trouble };

/** The value that was read; empty for an element that the LMS does not keep. */
export const valueOf = (called: Called): string => (called.ok ? called.value : '');

/** The calls of a SCORM API, which never throw. */
export interface ScormCalls {
  readonly initialize: () => Called;
  readonly terminate: () => Called;
  /** `refused` is an ordinary answer: the LMS does not keep the element. */
  readonly get: (element: string) => Called;
  /** The same for a value that the diagnosis page must not show. */
  readonly getUnshown: (element: string) => Called;
  /** `instead` is sent if the LMS does not accept the value, such as a whole number in place of a decimal one. */
  readonly set: (element: string, value: string, instead?: string) => Called;
  readonly commit: () => Called;
}

/** Wraps the API of an LMS. Each call is noted in the conversation. */
export function scormCalls(api: object, names: ScormNames, conversation: Conversation): ScormCalls {
  const call = (name: string, ...parameters: readonly string[]): unknown => {
    const run: unknown = Reflect.get(api, name);
    if (typeof run !== 'function') throw new TypeError(`${name} is missing`);
    return Reflect.apply(run, api, parameters);
  };
  const error = (): ScormError => {
    try {
      const code = textOf(call(names.lastError)).trim();
      return { code, text: isNone(code) ? '' : textOf(call(names.errorString, code)) };
    } catch {
      // The API has no error functions.
      return { code: 'unknown', text: '' };
    }
  };
  const guarded = (
    name: string,
    parameters: readonly string[],
    holds: (answer: unknown, error: () => ScormError) => boolean,
    shown: (answer: unknown) => string = textOf,
  ): Called => {
    const line = `${name}(${parameters.map((parameter) => JSON.stringify(parameter)).join(', ')})`;
    try {
      const answer = call(name, ...parameters);
      let found: ScormError | undefined;
      if (holds(answer, () => (found ??= error()))) {
        conversation.note(line, shown(answer));
        return { ok: true, value: textOf(answer) };
      }
      const { code, text } = (found ??= error());
      conversation.note(line, `${textOf(answer)} [${code} ${text}]`);
      return { ok: false, trouble: { kind: 'refused', call: line, code, text } };
    } catch (problem) {
      const text = reasonOf(problem);
      conversation.note(line, `threw ${text}`);
      return { ok: false, trouble: { kind: 'threw', call: line, text } };
    }
  };
  const get = (element: string, shown?: (answer: unknown) => string): Called =>
    guarded(names.get, [element], isRead, shown);
  /** Whether the element holds the value. A write-only element cannot be read and counts as holding it. */
  const holdsValue = (element: string, value: string): boolean => {
    const there = get(element);
    if (there.ok) return there.value === value || sameNumber(there.value, value);
    return there.trouble.kind === 'refused' && writeOnly.has(there.trouble.code);
  };
  const setOnce = (element: string, value: string): Called =>
    guarded(
      names.set,
      [element, value],
      (answer, errorOf) =>
        meaningOf(answer) === 'yes' ||
        (meaningOf(answer) === 'nothing' && isNone(errorOf().code) && holdsValue(element, value)),
    );
  return {
    initialize: () => guarded(names.initialize, [''], (answer) => meaningOf(answer) === 'yes'),
    terminate: () => guarded(names.terminate, [''], isDone),
    get,
    getUnshown: (element) => get(element, () => '…'),
    set: (element, value, instead) => {
      const set = setOnce(element, value);
      if (instead === undefined || instead === value) return set;
      // Some LMSs answer "true" to a value that they do not keep; only the error code tells.
      if (set.ok && (isNone(error().code) || holdsValue(element, value))) return set;
      const again = setOnce(element, instead);
      return again.ok ? again : set;
    },
    commit: () => guarded(names.commit, [''], isDone),
  };
}

interface ScormError {
  readonly code: string;
  readonly text: string;
}

/** "0" means no error; some LMSs give an empty text instead. */
const isNone = (code: string): boolean => /^0*$/.test(code);

/** Error codes of write-only elements: 404 in SCORM 1.2, 405 in SCORM 2004. */
const writeOnly: ReadonlySet<string> = new Set(['404', '405']);

/** For Commit and Terminate: many LMSs give no answer, as while the page goes away; then only the error code tells. */
const isDone = (answer: unknown, error: () => ScormError): boolean => {
  const meaning = meaningOf(answer);
  return meaning === 'yes' || (meaning === 'nothing' && isNone(error().code));
};

/** For GetValue: an empty text may be a value or a failure, and only the error code tells. Any other text is a value. */
const isRead = (answer: unknown, error: () => ScormError): boolean => {
  const value = unboxed(answer);
  if (typeof value === 'object' || value === undefined) return false;
  return textOf(value) !== '' || isNone(error().code);
};

/**
 * The meaning of an answer. The standards have the texts "true" and "false"; LMSs in use also give booleans, numbers (true is -1 in Visual
 * Basic), capitals and spaces. Anything else is `nothing`.
 */
function meaningOf(answer: unknown): 'yes' | 'no' | 'nothing' {
  const value = unboxed(answer);
  switch (typeof value) {
    case 'boolean':
      return value ? 'yes' : 'no';
    case 'number':
    case 'bigint':
      return Number.isNaN(value) ? 'nothing' : Number(value) !== 0 ? 'yes' : 'no';
    case 'string':
      return words.get(value.trim().toLowerCase()) ?? 'nothing';
    default:
      return 'nothing';
  }
}

const words: ReadonlyMap<string, 'yes' | 'no'> = new Map([
  ['true', 'yes'],
  ['yes', 'yes'],
  ['1', 'yes'],
  ['-1', 'yes'],
  ['false', 'no'],
  ['no', 'no'],
  ['0', 'no'],
]);

/** The value in an object that wraps one, such as `new String('true')` of another window. */
function unboxed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return /^\[object (?:String|Boolean|Number)\]$/.test(Object.prototype.toString.call(value))
    ? value.valueOf()
    : value;
}

/** An answer as text; an object, null or undefined is the empty text. */
function textOf(answer: unknown): string {
  const value = unboxed(answer);
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return '';
  }
}

/** The message of what was thrown. The value may belong to another window, and reading it may throw. */
function reasonOf(problem: unknown): string {
  try {
    const message = isFields(problem) ? problem['message'] : problem;
    return typeof message === 'string' ? message.slice(0, 200) : textOf(message);
  } catch {
    return '';
  }
}

const sameNumber = (one: string, other: string): boolean =>
  one.trim() !== '' && other !== '' && Number(one) === Number(other);
