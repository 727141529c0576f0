/** A structured header field: a value and its parameters (RFC 2045, 5.1), with continuations and charsets (RFC 2231). */

/** A value such as `text/plain` and its parameters. */
export interface FieldValue {
  /** Lower case, without parameters. */
  readonly value: string;
  /** By lower-case name; of repeated ones the first. */
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/** A parameter as it was sent. */
export interface Parameter {
  /** One character a byte if `charset` is given, otherwise as the field was decoded. */
  readonly text: string;
  /** The charset that an RFC 2231 value names. */
  readonly charset?: string;
}

/** Reads a field without its name. Takes linear time. */
export function fieldValueOf(field: string): FieldValue {
  const [value = '', ...rest] = piecesOf(field);
  const sections = new Map<string, Section[]>();
  const parameters = new Map<string, Parameter>();
  for (const piece of rest) {
    const at = piece.indexOf('=');
    const name = (at < 0 ? piece : piece.slice(0, at)).trim().toLowerCase();
    const text = at < 0 ? '' : unquoted(piece.slice(at + 1).trim());
    const [, base = '', number, star] = /^([^*]*)(?:\*(\d{1,4}))?(\*)?$/.exec(name) ?? [];
    if (base === '') continue;
    if (number === undefined && star === undefined) {
      if (!parameters.has(base)) parameters.set(base, { text });
      continue;
    }
    const all = sections.get(base) ?? [];
    all.push({ number: Number(number ?? 0), escaped: star !== undefined, text });
    sections.set(base, all);
  }
  for (const [name, all] of sections) parameters.set(name, joined(all));
  return { value: value.trim().toLowerCase(), parameters };
}

interface Section {
  readonly number: number;
  readonly escaped: boolean;
  readonly text: string;
}

function joined(sections: readonly Section[]): Parameter {
  const inOrder = sections.toSorted((one, other) => one.number - other.number);
  const [first] = inOrder;
  const [, charset = '', start] = (first?.escaped && /^([^']*)'[^']*'([^]*)$/.exec(first.text)) || [];
  const texts = inOrder.map(({ escaped, text }, index) => {
    const own = index === 0 && start !== undefined ? start : text;
    return escaped ? bytesAsText(own) : own;
  });
  const text = texts.join('');
  return charset === '' && !inOrder.some(({ escaped }) => escaped) ? { text } : { text, charset };
}

/** Percent escapes as one character a byte. */
const bytesAsText = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

/** The pieces between semicolons. Comments are dropped; quotes are respected (RFC 5322, 3.2). */
function piecesOf(field: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < field.length; at += 1) {
    const character = field.charAt(at);
    if (character === '\\' && quoted) {
      piece += field.slice(at, at + 2);
      at += 1;
    } else if (character === '"' && depth === 0) {
      quoted = !quoted;
      piece += character;
    } else if (!quoted && character === '(' && (depth > 0 || /^$|[\s;]$/.test(piece.slice(-1)))) depth += 1;
    else if (!quoted && character === ')' && depth > 0) depth -= 1;
    else if (depth > 0) continue;
    else if (!quoted && character === ';') {
      pieces.push(piece);
      piece = '';
    } else piece += character;
  }
  return [...pieces, piece];
}

function unquoted(text: string): string {
  const [, inside] = /^"([^]*?)"?$/.exec(text) ?? [];
  return inside === undefined ? text : inside.replace(/\\([^])/g, '$1');
}
