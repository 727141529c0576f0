import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLine } from '../../../../src/core/scenario/layout/blocks.ts';
import { alignClauses, clausesOf } from '../../../../src/core/scenario/layout/clauses.ts';
import { languages } from '../../../../src/core/scenario/format/vocabulary.ts';

const cut = (text: string, language: 'ja' | 'en'): readonly string[] =>
  clausesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe('cutting a text into clauses', () => {
  it.each([
    ['ja', '確認してください。異常はありません。', ['確認してください。', '異常はありません。']],
    [
      'ja',
      'さくらアカウントへの最近のサインインについて、異常な何かが検出されました。',
      ['さくらアカウントへの最近のサインインについて、', '異常な何かが検出されました。'],
    ],
    ['ja', '「終わりました。」と言った。', ['「終わりました。」', 'と言った。']],
    ['ja', 'はい、そうです。', ['はい、そうです。']],
    ['ja', '一行目\n二行目', ['一行目\n', '二行目']],
    ['en', 'Please confirm. Nothing is wrong!', ['Please confirm. ', 'Nothing is wrong!']],
    ['en', 'Ask Mr. Mori of Example Co. today.', ['Ask Mr. Mori of Example Co. today.']],
    ['en', 'See www.example.com for version 1.5 now', ['See www.example.com for version 1.5 now']],
    [
      'en',
      'If you do not answer by Monday, your account will be closed.',
      ['If you do not answer by Monday, ', 'your account will be closed.'],
    ],
    ['en', 'Yes, of course.', ['Yes, of course.']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(cut(text, language)).toEqual(expected);
  });

  it('covers all of any text, in order, without a gap', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom(...languages),
        (text, language) => {
          expect(cut(text, language).join('')).toBe(text);
          expect(cut(text, language).every((clause) => clause !== '')).toBe(true);
        },
      ),
    );
  });

  const text = fc
    .array(
      fc.constantFrom(
        '確認してください。',
        'お急ぎの場合は、',
        'Please wait. ',
        'If it fails, ',
        'ok',
        '\n',
        '!',
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('gives both languages the same number of clauses, by joining neighbours', () => {
    fc.assert(
      fc.property(text, text, (ja, en) => {
        const aligned = alignClauses(clausesOf(ja, 'ja'), clausesOf(en, 'en'));
        expect(aligned.ja).toHaveLength(aligned.en.length);
        expect(aligned.ja.map(({ start, end }) => ja.slice(start, end)).join('')).toBe(ja);
        expect(aligned.en.map(({ start, end }) => en.slice(start, end)).join('')).toBe(en);
      }),
    );
  });

  it('loses no character of a line, and gives both languages the same regions if both have words', () => {
    fc.assert(
      fc.property(text, text, (ja, en) => {
        const line = cutLine({ ja, en }, 'body/0');
        const keys = languages.map(
          (language) => new Set(line.pieces[language].flatMap(({ region }) => region ?? [])),
        );
        expect(line.pieces.ja.map((piece) => piece.text).join('')).toBe(ja);
        expect(line.pieces.en.map((piece) => piece.text).join('')).toBe(en);
        const bothHaveWords = keys.every((set) => set.size > 0);
        expect([...(keys[0] ?? [])].join()).toBe(
          bothHaveWords ? [...(keys[1] ?? [])].join() : [...(keys[0] ?? [])].join(),
        );
      }),
    );
  });

  it('keeps a link whole and the words around it one clause', () => {
    const line = cutLine(
      {
        ja: ['24時間以内に', { text: 'こちら', link: 'main' }, 'で確認してください。'],
        en: ['Please ', { text: 'confirm here', link: 'main' }, ' within 24 hours.'],
      },
      'body/0',
    );
    expect(line.pieces.ja.map(({ region }) => region)).toEqual(['body/0/0', 'link/main', 'body/0/0']);
    expect(line.pieces.en.map(({ region }) => region)).toEqual(['body/0/0', 'link/main', 'body/0/0']);
  });
});
