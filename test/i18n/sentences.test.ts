import { describe, expect, it } from 'vitest';
import { cueIds } from '../../src/core/scenario/format/cues.ts';
import {
  actionKinds,
  channelFields,
  mailFields,
  memberships,
  slots,
} from '../../src/core/scenario/format/vocabulary.ts';
import ofChannels from '../../src/i18n/ja/channels.json';
import en from '../../src/i18n/en/common.json';
import ja from '../../src/i18n/ja/common.json';

/** Every sentence by its key, as `debrief.next`. */
function sentences(tree: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? [...sentences(value, `${path}${key}.`)]
        : [[`${path}${key}`, String(value)] as const],
    ),
  );
}

const japanese = sentences(ja);
const english = sentences(en);
const placeholders = (sentence = ''): readonly string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();

describe('the sentences of the interface', () => {
  it('have the same keys in both languages', () => {
    expect([...japanese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it.each([...japanese.keys()])('%s has the same placeholders in both languages', (key) => {
    expect(placeholders(english.get(key))).toEqual(placeholders(japanese.get(key)));
    expect(japanese.get(key)).not.toBe('');
    expect(english.get(key)).not.toBe('');
  });

  it('explain every kind of innocent part, and name every cue, action, field and slot', () => {
    const kinds = ['clause', 'thread', 'link', 'image', 'attachment', 'slot', 'pagePart', 'formField'];
    const needed = [
      ...[...mailFields, ...kinds].map((kind) => `general.${kind}`),
      ...cueIds.map((cue) => `cue.${cue}`),
      ...actionKinds.map((kind) => `action.${kind}`),
      ...mailFields.map((field) => `field.${field}`),
      ...slots.map((slot) => `slot.${slot}`),
    ];
    expect(needed.filter((key) => !japanese.has(key))).toEqual([]);
  });

  it('explain and name the fields of every channel in its own part', () => {
    const own = sentences(ofChannels);
    const needed = [
      ...channelFields.flatMap((field) => [`general.${field}`, `field.${field}`]),
      ...memberships.map((mark) => `membership.${mark}`),
    ];
    expect(needed.filter((key) => !own.has(key))).toEqual([]);
  });

  it.each(['ja', 'en'])('contain no incomplete placeholder, in %s', (language) => {
    const spoken = language === 'ja' ? japanese : english;
    const odd = [...spoken].filter(([, sentence]) => /[{}]/.test(sentence.replaceAll(/\{\{\w+\}\}/g, '')));
    expect(odd).toEqual([]);
  });

  it('contain no Japanese in English', () => {
    const script = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    expect([...english].filter(([, sentence]) => script.test(sentence))).toEqual([]);
  });
});
