/** Texts, JSON values and mutated files for fuzzers, all from one seed; fast-check shrinks what fails. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { units, words } from './hostile-texts.ts';

/** Any text: of random characters, of repeated troublesome units, and of pieces with a special meaning. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ maxLength: 200 }),
  fc.constantFrom(...words),
  fc.tuple(fc.constantFrom(...units), fc.nat(400)).map(([unit, times]) => unit.repeat(times)),
  fc.array(fc.constantFrom(...units, ...words), { maxLength: 12 }).map((pieces) => pieces.join('')),
);

const key: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 }));

/** Any JSON value, with special keys and numbers; `__proto__` is a key like any other. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyText,
    fc.constantFrom(null, true, false, 0, -1, 1, 0.5, 1e308, -1e308, 5e-324, 2 ** 53, 8.64e15),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

/** One change to a JSON value: the part, and its replacement. */
interface Edit {
  readonly at: number;
  readonly kind: 'remove' | 'repeat' | 'replace' | 'rename' | 'insert' | 'exchange' | 'wrap';
  readonly value: unknown;
  readonly name: string;
  readonly times: number;
  readonly other: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('remove', 'repeat', 'replace', 'rename', 'insert', 'exchange', 'wrap'),
  value: anyJson,
  name: key,
  times: fc.integer({ min: 1, max: 70 }),
  other: fc.nat(),
});

/** One change to a text: the range that is removed, and the text that is inserted. */
interface Cut {
  readonly at: number;
  readonly length: number;
  readonly put: string;
}

const rawPieces = [
  '1e400',
  '-0',
  '01',
  '+1',
  '.5',
  'nul',
  '"\\ud800"',
  '"\\u0000"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\n',
  '\u200B',
];

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(40)),
  put: fc.oneof(fc.constantFrom('', ...rawPieces), anyText),
});

/** A valid file with some of its parts changed, and sometimes with typing errors. */
export function mutantOf(files: readonly string[]): fc.Arbitrary<string> {
  return fc
    .record({
      file: fc.nat(files.length - 1),
      edits: fc.array(edit, { maxLength: 4 }),
      cuts: fc.oneof({ weight: 3, arbitrary: fc.constant<Cut[]>([]) }, fc.array(cut, { maxLength: 2 })),
    })
    .map(({ file, edits, cuts }) => {
      const value: unknown = JSON.parse(files[file] ?? '{}');
      const root = { value };
      for (const one of edits) change(root, one);
      return cuts.reduce(
        (text, { at, length, put }) => {
          const start = at % (text.length + 1);
          return text.slice(0, start) + put + text.slice(start + length);
        },
        JSON.stringify(root.value, null, 1) ?? 'null',
      );
    });
}

/** The place of a part of a value. */
interface Slot {
  readonly parent: object;
  readonly key: string;
}

function change(root: { value: unknown }, { at, kind, value, name, times, other }: Edit): void {
  const slots = [...slotsOf(root)];
  const slot = slots[at % slots.length];
  const partner = slots[other % slots.length];
  if (slot === undefined || partner === undefined) return;
  const part = get(slot);
  switch (kind) {
    case 'remove':
      if (Array.isArray(slot.parent)) slot.parent.splice(Number(slot.key), 1);
      else Reflect.deleteProperty(slot.parent, slot.key);
      return;
    case 'repeat':
      if (Array.isArray(slot.parent)) {
        slot.parent.splice(
          Number(slot.key),
          0,
          ...Array.from({ length: times }, () => structuredClone(part)),
        );
      } else if (typeof part === 'string') put(slot, part.repeat(times));
      return;
    case 'replace':
      put(slot, value);
      return;
    case 'rename':
      if (Array.isArray(slot.parent)) return;
      Reflect.deleteProperty(slot.parent, slot.key);
      put({ ...slot, key: name }, part);
      return;
    case 'insert':
      if (Array.isArray(slot.parent)) slot.parent.push(value);
      else put({ ...slot, key: name }, value);
      return;
    case 'exchange':
      put(slot, structuredClone(get(partner)));
      return;
    case 'wrap':
      put(slot, times % 2 === 0 ? [part] : { [name]: part });
      return;
  }
}

function* slotsOf(parent: object): Generator<Slot> {
  for (const [name, value] of Object.entries(parent)) {
    yield { parent, key: name };
    if (typeof value === 'object' && value !== null) yield* slotsOf(value);
  }
}

const get = ({ parent, key: name }: Slot): unknown => Reflect.get(parent, name);

/** Like JSON.parse, even if the name is `__proto__`. */
function put({ parent, key: name }: Slot, value: unknown): void {
  Object.defineProperty(parent, name, { value, writable: true, enumerable: true, configurable: true });
}

const content = join(import.meta.dirname, '../../content');

/** The texts of the shipped files whose path fits. */
export function shippedFiles(path: RegExp): readonly string[] {
  return readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map(({ parentPath, name }) => relative(content, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((name) => path.test(name))
    .toSorted()
    .map((name) => readFileSync(join(content, name), 'utf8'));
}
