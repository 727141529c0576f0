/** Calls to a SCORM API of which nothing is believed: each is guarded, and its error is read and noted. */
import type { Conversation } from '../conversation.ts';
import type { Trouble } from '../port.ts';

/** What the functions of one version are called. */
export interface ScormNames {
  readonly initialize: string;
  readonly terminate: string;
  readonly get: string;
  readonly set: string;
  readonly commit: string;
  readonly lastError: string;
  readonly errorString: string;
}

export type Called =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly trouble: Trouble };

export interface ScormCalls {
  readonly initialize: () => Called;
  readonly terminate: () => Called;
  /** An element an LMS does not keep is a `refused`, which is an ordinary answer. */
  readonly get: (element: string) => Called;
  /** The same for what the diagnosis must not show. */
  readonly getUnshown: (element: string) => Called;
  readonly set: (element: string, value: string) => Called;
  readonly commit: () => Called;
}

export function scormCalls(api: object, names: ScormNames, conversation: Conversation): ScormCalls {
  const call = (name: string, ...parameters: readonly string[]): unknown => {
    const run: unknown = Reflect.get(api, name);
    if (typeof run !== 'function') throw new TypeError(`${name} is missing`);
    return Reflect.apply(run, api, parameters);
  };
  const errorOf = (): { readonly code: string; readonly text: string } => {
    const code = textOf(call(names.lastError));
    return { code, text: code === '0' ? '' : textOf(call(names.errorString, code)) };
  };
  const guarded = (
    name: string,
    parameters: readonly string[],
    holds: (answer: unknown, code: () => string) => boolean,
    shown: (answer: unknown) => string = textOf,
  ): Called => {
    const line = `${name}(${parameters.map((parameter) => JSON.stringify(parameter)).join(', ')})`;
    try {
      const answer = call(name, ...parameters);
      if (holds(answer, () => errorOf().code)) {
        conversation.note(line, shown(answer));
        return { ok: true, value: textOf(answer) };
      }
      const { code, text } = errorOf();
      conversation.note(line, `${textOf(answer)} [${code} ${text}]`);
      return { ok: false, trouble: { kind: 'refused', call: line, code, text } };
    } catch (problem) {
      const text = problem instanceof Error ? problem.message : textOf(problem);
      conversation.note(line, `threw ${text}`);
      return { ok: false, trouble: { kind: 'threw', call: line, text } };
    }
  };
  // Some answer with a boolean where the standard says a text.
  const isTrue = (answer: unknown): boolean => textOf(answer) === 'true';
  // An empty text may be a value or a failure: only the error tells. A text that is there is taken.
  const isRead = (answer: unknown, code: () => string): boolean =>
    typeof answer !== 'object' && answer !== undefined && (textOf(answer) !== '' || code() === '0');
  return {
    initialize: () => guarded(names.initialize, [''], isTrue),
    terminate: () => guarded(names.terminate, [''], isTrue),
    get: (element) => guarded(names.get, [element], isRead),
    getUnshown: (element) => guarded(names.get, [element], isRead, () => '…'),
    set: (element, value) => guarded(names.set, [element, value], isTrue),
    commit: () => guarded(names.commit, [''], isTrue),
  };
}

/** What an API gave back, as text; an object or nothing is no text. */
function textOf(value: unknown): string {
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
