/** A change by JSON path → one replacement in the text. Everything outside it keeps every byte. */
import { findNodeAtLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser';
import type { Path } from '../scenario/read/locate.ts';
import { membersOf, isList, type JsonValue } from './json.ts';
import { fits, isPlainList, onOneLine, widthOf, written } from './write.ts';

/** A change of one value in a JSON text. */
export type ValueChange =
  /** Replaces a value, adds a field to an object, or adds an item at the end of a list. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: JsonValue }
  /** Adds an item to a list, before the one at this path or at the end. */
  | { readonly kind: 'insert'; readonly path: Path; readonly value: JsonValue }
  /** Removes a field or an item. */
  | { readonly kind: 'remove'; readonly path: Path };

/** A stretch of a text and what takes its place. Offsets are UTF-16 units, `end` is exclusive. */
export interface TextReplacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with a replacement made. */
export const replaced = (text: string, { start, end, text: put }: TextReplacement): string =>
  text.slice(0, start) + put + text.slice(end);

/** The replacement that undoes another one; `text` is the text before it. */
export const inverseOf = ({ start, end, text: put }: TextReplacement, text: string): TextReplacement => ({
  start,
  end: start + put.length,
  text: text.slice(start, end),
});

/** A value of a text, by the offsets of its first unit and behind its last one. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * The one replacement in `text` that makes a change. The path leads from the value at `span`, so that a change in one message
 * need not parse the others. Undefined where there is no such place. `text` must be valid JSON, without a key twice in an object.
 */
export function replacementFor(
  text: string,
  change: ValueChange,
  span: TextSpan,
): TextReplacement | undefined {
  const source = sourceOf(text, span);
  if (source === undefined) return undefined;
  const { root } = source;
  const [key, parentPath] = [change.path.at(-1), change.path.slice(0, -1)];
  if (key === undefined) {
    if (change.kind !== 'set') return undefined;
    return trimmed(text, { ...spanOf(root, source), text: laid(change.value, root, source) });
  }
  const parent = findNodeAtLocation(root, [...parentPath]);
  if (parent === undefined || !canHold(parent, key, change)) return undefined;
  return trimmed(text, replacementIn(parent, key, change, source));
}

/** Applies a change to a value. A place that does not exist leaves it as it is. */
export function changed(value: JsonValue, change: ValueChange): JsonValue {
  const [first, ...rest] = change.path;
  if (first === undefined) return change.kind === 'remove' ? value : 'value' in change ? change.value : value;
  if (typeof value !== 'object' || value === null) return value;
  const inner = { ...change, path: rest };
  if (isList(value)) {
    const index = Number(first);
    if (rest.length > 0) return value.map((item, at) => (at === index ? changed(item, inner) : item));
    switch (change.kind) {
      case 'set':
        return [...value.slice(0, index), change.value, ...value.slice(index + 1)];
      case 'insert':
        return [...value.slice(0, index), change.value, ...value.slice(index)];
      case 'remove':
        return value.filter((_, at) => at !== index);
    }
  }
  if (rest.length === 0 && change.kind === 'remove') {
    return Object.fromEntries(membersOf(value).filter(([key]) => key !== first));
  }
  const old = Object.hasOwn(value, first) ? value[first] : undefined;
  if (rest.length > 0 && old === undefined) return value;
  return { ...value, [first]: changed(old ?? null, inner) };
}

// ------------------------------------------------------------------------------------------------ the text around

/** A parsed stretch of a text. Its offsets start at the line of the value, so that columns can be told. */
interface Source {
  readonly text: string;
  readonly base: number;
  readonly root: Node;
}

function sourceOf(text: string, { start, end }: TextSpan): Source | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  // A value that follows another one on its line is parsed from its own start.
  const base = text.slice(lineStart, start).trim() === '' ? lineStart : start;
  const root = parseTree(text.slice(base, end));
  return root && { text, base, root };
}

const spanOf = ({ offset, length }: Node, { base }: Source): TextSpan => ({
  start: base + offset,
  end: base + offset + length,
});

const textOf = (node: Node, source: Source): string => {
  const { start, end } = spanOf(node, source);
  return source.text.slice(start, end);
};

const isOneLine = (node: Node, source: Source): boolean => !textOf(node, source).includes('\n');

/** Indentation and used columns of the line where a value stands. */
function placeOf(node: Node, source: Source) {
  const { text } = source;
  const { start, end } = spanOf(node, source);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lead = text.slice(lineStart, start);
  const rest = /[^\r\n]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
  return { indent: lead.length - lead.trimStart().length, before: widthOf(lead), after: widthOf(rest) };
}

const newlineOf = ({ text }: Source): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** A value as it is written in place of a node. */
const laid = (value: JsonValue, node: Node, source: Source): string =>
  withNewlines(written(value, placeOf(node, source)), source);

// No raw line break stands within a JSON string.
const withNewlines = (text: string, source: Source): string => text.replaceAll('\n', newlineOf(source));

/** Leaves out of a replacement what is the same before and after it. */
function trimmed(text: string, { start, end, text: put }: TextReplacement): TextReplacement {
  const old = text.slice(start, end);
  const shorter = Math.min(old.length, put.length);
  let head = 0;
  while (head < shorter && old[head] === put[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === put.at(-1 - tail)) tail += 1;
  return { start: start + head, end: end - tail, text: put.slice(head, put.length - tail) };
}

// ------------------------------------------------------------------------------------------------ one change

function canHold({ type, children = [] }: Node, key: string | number, { kind }: ValueChange): boolean {
  const has = (index: number): boolean => index >= 0 && index < children.length;
  if (type === 'array') {
    if (typeof key !== 'number') return false;
    return has(key) || (kind !== 'remove' && key === children.length);
  }
  if (type !== 'object' || typeof key !== 'string' || kind === 'insert') return false;
  // Assigning to this key would change the prototype of a value in code; the reader refuses it as well.
  if (key === '__proto__') return false;
  return kind === 'set' || indexOf(children, key) >= 0;
}

const indexOf = (children: readonly Node[], key: string | number): number =>
  typeof key === 'number' ? key : children.findIndex(({ children: [name] = [] }) => name?.value === key);

function replacementIn(
  parent: Node,
  key: string | number,
  change: ValueChange,
  source: Source,
): TextReplacement {
  const whole = rewritten(parent, key, change, source);
  if (whole !== undefined) return whole;
  const children = parent.children ?? [];
  const index = indexOf(children, key);
  const child = children[index];
  switch (change.kind) {
    case 'remove':
      return removal(parent, index, source);
    case 'insert':
      return child === undefined
        ? addition(parent, '', change.value, source)
        : before(child, change.value, source);
    case 'set': {
      if (child === undefined) {
        const lead = typeof key === 'number' ? '' : `${JSON.stringify(key)}: `;
        return addition(parent, lead, change.value, source);
      }
      const value = parent.type === 'object' ? (child.children?.[1] ?? child) : child;
      const text = isOneLine(parent, source) ? onOneLine(change.value) : laid(change.value, value, source);
      return { ...spanOf(value, source), text };
    }
  }
}

/**
 * The whole container written anew, where the formatter would: it stood on one line, or it is a list of plain values. Only if
 * the text was as the formatter leaves it; otherwise the text is the author's and is left alone.
 */
function rewritten(
  parent: Node,
  key: string | number,
  change: ValueChange,
  source: Source,
): TextReplacement | undefined {
  const freshOf = (node: Node): JsonValue =>
    changed(getNodeValue(node), { ...change, path: [...pathFrom(node, parent), key] });
  const start = isOneLine(parent, source) ? outermostOnLine(parent, source) : parent;
  const node = outermostList(start, (list) => isPlainList(freshOf(list)));
  const old: JsonValue = getNodeValue(node);
  const fresh = freshOf(node);
  const place = placeOf(node, source);
  const text = textOf(node, source);
  if (isOneLine(node, source)) {
    if (text !== onOneLine(old)) return undefined;
    const flat = (node.children ?? []).length > 0 && fits(fresh, place);
    return { ...spanOf(node, source), text: flat ? onOneLine(fresh) : laid(fresh, node, source) };
  }
  if (!isPlainList(fresh) || text !== laid(old, node, source)) return undefined;
  return { ...spanOf(node, source), text: laid(fresh, node, source) };
}

function outermostOnLine(node: Node, source: Source): Node {
  const { parent } = node;
  const container = parent?.type === 'property' ? parent.parent : parent;
  return container !== undefined && isOneLine(container, source) ? outermostOnLine(container, source) : node;
}

/** A change within a list of plain lists can make the outer list fit on one line, or no longer fit. */
function outermostList(node: Node, isPlain: (list: Node) => boolean): Node {
  const { parent } = node;
  return parent?.type === 'array' && isPlain(parent) ? outermostList(parent, isPlain) : node;
}

/** The path of a node from one that contains it. */
function pathFrom(outer: Node, node: Node): Path {
  const { parent } = node;
  if (node === outer || parent === undefined) return [];
  if (parent.type !== 'property') return [...pathFrom(outer, parent), parent.children?.indexOf(node) ?? 0];
  const container = parent.parent ?? outer;
  return [...pathFrom(outer, container), String(parent.children?.[0]?.value)];
}

function removal(parent: Node, index: number, source: Source): TextReplacement {
  const children = parent.children ?? [];
  const [previous, child, next] = [children[index - 1], children[index], children[index + 1]];
  const { start, end } = spanOf(parent, source);
  if (child === undefined || (previous === undefined && next === undefined)) {
    return { start: start + 1, end: end - 1, text: '' };
  }
  if (previous !== undefined) {
    return { start: spanOf(previous, source).end, end: spanOf(child, source).end, text: '' };
  }
  return { start: spanOf(child, source).start, end: spanOf(next ?? child, source).start, text: '' };
}

/** A member behind the last one of a container. */
function addition(parent: Node, lead: string, value: JsonValue, source: Source): TextReplacement {
  const last = parent.children?.at(-1);
  const { start, end } = spanOf(parent, source);
  if (last === undefined) {
    const { indent } = placeOf(parent, source);
    const inner = member(lead, value, indent + 2, 0);
    const text = `\n${' '.repeat(indent + 2)}${inner}\n${' '.repeat(indent)}`;
    return { start: start + 1, end: end - 1, text: withNewlines(text, source) };
  }
  const at = spanOf(last, source).end;
  if (isOneLine(parent, source)) return { start: at, end: at, text: `, ${lead}${onOneLine(value)}` };
  const { indent } = placeOf(last, source);
  const text = `,\n${' '.repeat(indent)}${member(lead, value, indent, 0)}`;
  return { start: at, end: at, text: withNewlines(text, source) };
}

/** An item in front of another one of its list. */
function before(child: Node, value: JsonValue, source: Source): TextReplacement {
  const { start } = spanOf(child, source);
  const { indent } = placeOf(child, source);
  const isAlone = child.parent !== undefined && !isOneLine(child.parent, source);
  const text = isAlone ? `${member('', value, indent, 1)},\n${' '.repeat(indent)}` : `${onOneLine(value)}, `;
  return { start, end: start, text: withNewlines(text, source) };
}

const member = (lead: string, value: JsonValue, indent: number, after: number): string =>
  lead + written(value, { indent, before: indent + widthOf(lead), after });
