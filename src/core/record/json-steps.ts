/** Parses a large JSON text (RFC 8259) step by step, so that the caller can yield in between. */

/** Containers up to this depth are parsed member by member; anything deeper in one go. */
const depthInSteps = 2;

/** Returns what `JSON.parse` returns for the text and throws what it throws, with a step after each part. */
export function* jsonSteps(text: string): Generator<undefined, unknown> {
  const { value, end } = yield* valueSteps(text, 0, 0);
  if (skipSpace(text, end) < text.length) throw new SyntaxError('more than one value');
  return value;
}

interface Read {
  readonly value: unknown;
  /** Index after the value. */
  readonly end: number;
}

function* valueSteps(text: string, from: number, depth: number): Generator<undefined, Read> {
  const start = skipSpace(text, from);
  const first = text[start];
  if (depth < depthInSteps && first === '{') return yield* objectSteps(text, start, depth);
  if (depth < depthInSteps && first === '[') return yield* arraySteps(text, start, depth);
  const end = endOfValue(text, start);
  return { value: JSON.parse(text.slice(start, end)), end };
}

function* arraySteps(text: string, start: number, depth: number): Generator<undefined, Read> {
  const values: unknown[] = [];
  let at = skipSpace(text, start + 1);
  if (text[at] === ']') return { value: values, end: at + 1 };
  for (;;) {
    const { value, end } = yield* valueSteps(text, at, depth + 1);
    values.push(value);
    yield;
    at = skipSpace(text, end);
    if (text[at] === ']') return { value: values, end: at + 1 };
    at = after(text, at, ',');
  }
}

function* objectSteps(text: string, start: number, depth: number): Generator<undefined, Read> {
  const fields = new Map<string, unknown>();
  let at = skipSpace(text, start + 1);
  if (text[at] === '}') return { value: {}, end: at + 1 };
  for (;;) {
    at = skipSpace(text, at);
    const endOfName = text[at] === '"' ? endOfString(text, at) : at;
    const name: unknown = JSON.parse(text.slice(at, endOfName));
    const { value, end } = yield* valueSteps(text, after(text, skipSpace(text, endOfName), ':'), depth + 1);
    fields.set(String(name), value);
    yield;
    at = skipSpace(text, end);
    // Own properties whatever their names, even `__proto__`, as JSON.parse creates them.
    if (text[at] === '}') return { value: Object.fromEntries(fields), end: at + 1 };
    at = after(text, at, ',');
  }
}

function after(text: string, at: number, sign: ',' | ':'): number {
  if (text[at] !== sign) throw new SyntaxError(`no ${sign} at ${at}`);
  return at + 1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \n\r\t'.includes(text.charAt(at))) at += 1;
  return at;
}

/**
 * The index at which a value ends, if it is a valid one: the comma or bracket that does not belong to it, or the
 * end of the text.
 */
function endOfValue(text: string, start: number): number {
  let open = 0;
  let at = start;
  while (at < text.length) {
    switch (text.charAt(at)) {
      case '"':
        at = endOfString(text, at);
        continue;
      case '[':
      case '{':
        open += 1;
        break;
      case ']':
      case '}':
        if (open === 0) return at;
        open -= 1;
        break;
      case ',':
        if (open === 0) return at;
        break;
    }
    at += 1;
  }
  return at;
}

/** Index after the closing quotation mark; the end of the text if there is none. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let escapes = 0;
    while (text[quote - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return quote + 1;
  }
  return text.length;
}
