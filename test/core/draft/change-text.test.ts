import fc from 'fast-check';
import { format } from 'oxfmt';
import { describe, expect, it } from 'vitest';
import {
  type ValueChange,
  changed,
  inverseOf,
  replaced,
  replacementFor,
} from '../../../src/core/draft/change-text.ts';
import type { JsonValue } from '../../../src/core/draft/json.ts';
import { written } from '../../../src/core/draft/write.ts';
import { readJson } from '../../../src/core/scenario/read/read-json.ts';
import { shippedScenarios } from '../../fixtures/shipped.ts';

const start = { indent: 0, before: 0, after: 0 };
const pretty = (value: JsonValue): string => `${written(value, start)}\n`;
const whole = (text: string) => ({ start: 0, end: text.length });
function edited(text: string, change: ValueChange): string {
  const replacement = replacementFor(text, change, whole(text));
  if (replacement === undefined) throw new Error('there is no such place');
  return replaced(text, replacement);
}

describe('a change of a JSON text', () => {
  it('replaces a value and nothing else', () => {
    const text = '{ "a":1,\n   "b" : [ 1,2 ] ,\n "c": "x"}';
    expect(edited(text, { kind: 'set', path: ['c'], value: 'y' })).toBe(text.replace('"x"', '"y"'));
    expect(edited(text, { kind: 'set', path: ['b', 1], value: 3 })).toBe(text.replace('1,2 ', '1,3 '));
  });

  it('adds a field after the others, and an item at any place of a list', () => {
    expect(edited('{\n  "a": 1\n}\n', { kind: 'set', path: ['b'], value: { ja: 'い', en: 'b' } })).toBe(
      '{\n  "a": 1,\n  "b": {\n    "ja": "い",\n    "en": "b"\n  }\n}\n',
    );
    const list = pretty([{ id: 'a' }, { id: 'c' }]);
    const value = { id: 'b' };
    expect(edited(list, { kind: 'insert', path: [1], value })).toBe(
      pretty([{ id: 'a' }, value, { id: 'c' }]),
    );
    expect(edited(list, { kind: 'insert', path: [2], value })).toBe(
      pretty([{ id: 'a' }, { id: 'c' }, value]),
    );
  });

  it('removes the first, a middle and the last member with its comma', () => {
    const values = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    for (const index of [0, 1, 2]) {
      expect(edited(pretty(values), { kind: 'remove', path: [index] })).toBe(
        pretty(values.filter((_, at) => at !== index)),
      );
    }
    expect(edited(pretty({ a: [{ id: 'a' }] }), { kind: 'remove', path: ['a', 0] })).toBe(pretty({ a: [] }));
  });

  it('breaks a line that becomes too long, and joins one that fits again', () => {
    const long = 'x'.repeat(60);
    const joined = pretty({ names: [long] });
    const broken = pretty({ names: [long, long] });
    expect(joined).not.toBe(broken);
    expect(edited(joined, { kind: 'insert', path: ['names', 1], value: long })).toBe(broken);
    expect(edited(broken, { kind: 'remove', path: ['names', 0] })).toBe(joined);
  });

  it('keeps Windows line ends', () => {
    const text = pretty({ a: 1 }).replaceAll('\n', '\r\n');
    expect(edited(text, { kind: 'set', path: ['b'], value: { c: 2 } })).toBe(
      pretty({ a: 1, b: { c: 2 } }).replaceAll('\n', '\r\n'),
    );
  });

  it.each<ValueChange>([
    { kind: 'set', path: ['none', 'b'], value: 1 },
    { kind: 'set', path: ['list', 2], value: 1 },
    { kind: 'set', path: ['list', 'x'], value: 1 },
    { kind: 'set', path: ['text', 'x'], value: 1 },
    { kind: 'set', path: ['__proto__'], value: 1 },
    { kind: 'insert', path: ['text'], value: 1 },
    { kind: 'remove', path: ['none'] },
    { kind: 'remove', path: [] },
  ])('has no place for $kind at $path', (change) => {
    expect(
      replacementFor('{"list":[1],"text":"a"}', change, whole('{"list":[1],"text":"a"}')),
    ).toBeUndefined();
  });
});

const key = fc.constantFrom('a', 'b', 'ja', 'en');
const text = fc.string({
  unit: fc.constantFrom('a', 'M', ' ', '"', '\\', '\n', 'あ', '字', 'ー', '。'),
  maxLength: 30,
});
const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(text, fc.boolean()),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(key, tie('json'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** A change of a value, somewhere. */
const changeOf = (value: JsonValue): fc.Arbitrary<ValueChange> => {
  const paths = placesIn(value, []).filter((path) => path.length > 0);
  if (paths.length === 0) return fc.record({ kind: fc.constant('set'), path: fc.constant([]), value: json });
  return fc.oneof(
    fc.record({ kind: fc.constant('set'), path: fc.constantFrom(...paths), value: json }),
    fc.record({ kind: fc.constant('remove'), path: fc.constantFrom(...paths) }),
    fc.record({ kind: fc.constant('insert'), path: fc.constantFrom(...paths), value: json }),
    fc
      .tuple(fc.constantFrom(...paths), key, json)
      .map(([path, name, put]): ValueChange => ({ kind: 'set', path: [...path, name], value: put })),
  );
};

function placesIn(
  value: JsonValue,
  path: readonly (string | number)[],
): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inner.flatMap(([step, item]) => placesIn(item, [...path, step]))];
}

const valueAndChange = json.chain((value) => fc.tuple(fc.constant(value), changeOf(value)));

describe('any change of any value', () => {
  it('has the value that was set, in any layout, and can be undone', () => {
    const layouts = [
      (value: JsonValue): string => pretty(value),
      (value: JsonValue): string => JSON.stringify(value),
      (value: JsonValue): string => JSON.stringify(value, null, '\t'),
      (value: JsonValue): string => pretty(value).replaceAll('\n', '\r\n'),
    ];
    fc.assert(
      fc.property(valueAndChange, fc.constantFrom(...layouts), ([value, change], layout) => {
        const text = layout(value);
        const replacement = replacementFor(text, change, whole(text));
        if (replacement === undefined) return;
        const after = replaced(text, replacement);
        expect(JSON.parse(after)).toEqual(changed(value, change));
        expect(readJson(after, 'a.json').ok).toBe(true);
        expect(replaced(after, inverseOf(replacement, text))).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves a formatted text formatted', async () => {
    await fc.assert(
      fc.asyncProperty(valueAndChange, async ([value, change]) => {
        const text = pretty(value);
        expect(await formatted(text)).toBe(text);
        const replacement = replacementFor(text, change, whole(text));
        if (replacement === undefined) return;
        const after = replaced(text, replacement);
        expect(await formatted(after)).toBe(after);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves a shipped scenario formatted, whichever of its texts is changed', async () => {
    const [, text] = shippedScenarios[0] ?? ['', ''];
    const places = placesIn(JSON.parse(text), []).filter((path) => path.length > 0);
    for (let at = 0; at < places.length; at += 400) {
      const path = places[at] ?? [];
      const after = edited(text, { kind: 'set', path, value: { ja: '新しい文', en: 'A new text' } });
      expect(await formatted(after)).toBe(after);
    }
  });
});

async function formatted(text: string): Promise<string> {
  const { code, errors } = await format('a.json', text, { printWidth: 110 });
  expect(errors).toEqual([]);
  return code;
}
