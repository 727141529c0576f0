/** Files for the browser: valid ones with hostile texts, damaged ones, and those that did harm before. */
import fc from 'fast-check';
import type { Block } from '../../src/core/scenario/format/block.ts';
import { mostRuns } from '../../src/core/scenario/format/text.ts';
import { parseDrill, parseLesson, parseScenario } from '../../src/core/lint/parse.ts';
import { textChecks } from '../../src/core/lint/checks.ts';
import { aMessage, aScenario, both } from '../fixtures/builders.ts';
import { units, words } from './hostile-texts.ts';
import { mutantOf, shippedFiles } from './hostile-values.ts';

export interface HostileFile {
  /** Where it stands in the content folder. */
  readonly path: string;
  /** The screen that opens it. */
  readonly hash: string;
  readonly text: string;
  /** Whether the game plays it; otherwise it says what is wrong with it. */
  readonly isPlayed: boolean;
}

const pack = 'office';

/** `count` files made from a seed. */
export function hostileFiles(seed: number, count: number): readonly HostileFile[] {
  const some = (share: number, texts: fc.Arbitrary<string>): readonly string[] =>
    fc.sample(texts, { seed, numRuns: Math.max(1, Math.round(count * share)) });
  return [
    ...some(0.74, spiked(scenarios)).map((text, at) => asScenario(text, `spiked-${at}`)),
    ...some(0.06, mutantOf(scenarios)).map((text, at) => asScenario(text, `mutant-${at}`)),
    ...some(0.1, spiked(lessons)).map((text, at) => ({
      ...placed('lessons', `lesson/${pack}`, `lesson-${at}`),
      text,
      isPlayed: parseLesson(text, '').ok,
    })),
    ...some(0.06, spiked(drills)).map((text, at) => ({
      ...placed('drills', `drill/${pack}`, `drill-${at}`),
      text,
      isPlayed: parseDrill(text, '').ok,
    })),
    // The scenario is playable without a readable world.
    ...some(0.04, spiked(worlds)).map((text) => ({
      path: 'world/world.json',
      hash: '#/play/office/paying-day',
      text,
      isPlayed: true,
    })),
  ];
}

const scenarios = shippedFiles(/^packs\/[^/]+\/scenarios\//);
const lessons = shippedFiles(/\/lessons\//);
const drills = shippedFiles(/^packs\/[^/]+\/drills\//);
const worlds = shippedFiles(/^world\/world\.json$/);

const placed = (folder: string, screen: string, name: string) => ({
  path: `packs/${pack}/${folder}/${name}.json`,
  hash: `#/${screen}/${name}`,
});

const asScenario = (text: string, name: string): HostileFile => ({
  ...placed('scenarios', `play/${pack}`, name),
  text,
  isPlayed: parseScenario(text, '').ok,
});

// ------------------------------------------------------------------------------------------------ spiked

/** The words that a file may contain; a file with others is refused. */
const spike: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...words),
    fc
      .array(fc.constantFrom(...words, ...units), { minLength: 1, maxLength: 8 })
      .map((pieces) => pieces.join('')),
    fc
      .tuple(fc.constantFrom(...units), fc.integer({ min: 1, max: 90 }))
      .map(([unit, times]) => unit.repeat(times)),
    fc
      .tuple(
        fc.constantFrom(...units),
        fc.constantFrom('、', ' ', '。', '\n', 'a '),
        fc.integer({ min: 1, max: 290 }),
        fc.integer({ min: 1, max: 30 }),
      )
      .map(([unit, stop, times, rows]) => (unit.repeat(times) + stop).repeat(rows).slice(0, 6_000)),
  )
  .filter((text) => textChecks.every((rule) => rule.check({ title: both(text) }, []).length === 0));

/** A valid file with hostile words put into some of the texts that the game shows. */
function spiked(files: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({ at: fc.nat(), text: spike, whole: fc.boolean() });
  return fc
    .record({ file: fc.nat(files.length - 1), changes: fc.array(change, { minLength: 1, maxLength: 8 }) })
    .map(({ file, changes }) => {
      const value: object = JSON.parse(files[file] ?? '{}');
      const places = [...drawnTexts(value)];
      for (const { at, text, whole } of changes) {
        const place = places[at % places.length];
        if (place !== undefined)
          Reflect.set(
            place.parent,
            place.key,
            whole ? text : `${String(Reflect.get(place.parent, place.key))}${text}`,
          );
      }
      return JSON.stringify(value);
    });
}

const drawn: ReadonlySet<string> = new Set([
  'ja',
  'en',
  'url',
  'address',
  'site',
  'phone',
  'account',
  'code',
  'server',
  'host',
  'mailer',
  'unsubscribe',
  'inReplyTo',
  'author',
  'licence',
  'issuer',
  'colour',
  'background',
  'asset',
  'sms',
  'portal',
]);

function* drawnTexts(parent: object): Generator<{ readonly parent: object; readonly key: string }> {
  for (const [key, value] of Object.entries(parent)) {
    if (typeof value === 'string' && (drawn.has(key) || Array.isArray(parent))) yield { parent, key };
    // A quotation must stay what the text says.
    else if (typeof value === 'object' && value !== null && key !== 'quote') yield* drawnTexts(value);
  }
}

// ------------------------------------------------------------------------------------------------ frozen

const text = (words: string): Block => ({ kind: 'text', text: both(words) });
const scenarioOf = (...body: readonly Block[]): string =>
  JSON.stringify(aScenario({ messages: [aMessage({ body: [...aMessage().body, ...body] })] }));

/** Files that froze or blanked the game before, and the largest files of each kind that it plays. */
export const frozenFiles = (): readonly HostileFile[] =>
  frozenCases().map((text, index) => asScenario(text, `frozen-${index}`));

function frozenCases(): readonly string[] {
  const long = (unit: string, length = 20_000): string =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  /** A row of eight cells. */
  const narrow = (words: string, first = words): Block => ({
    kind: 'table',
    rows: [Array.from({ length: 8 }, (_, index) => both(index === 0 ? first : words))],
  });
  return [
    // Read
    `{"${'k'.repeat(100_000)}":[${'1,'.repeat(3_000)}1]}`,
    `/*"*/${'['.repeat(100_000)}`,
    '[},'.repeat(100_000),
    `{${Array.from({ length: 90_000 }, (_, index) => `"k${index}":1`).join(',')}}`,
    ' '.repeat(5_000_000),
    '{"format":1}\u200B',
    // Laid out
    scenarioOf(text('、'.repeat(19_000))),
    scenarioOf(...Array.from({ length: 6 }, () => text('、'.repeat(2_900)))),
    scenarioOf(text(long('確認してください。')), text(long('確認してください。', 19_000))),
    ...[
      `${'、'.repeat(100)}あ`,
      `${'）'.repeat(100)}1`,
      `${'「'.repeat(100)}漢`,
      `${'ー'.repeat(299)}あ`,
      `${'っ'.repeat(299)}。`,
      `${'漢'.repeat(299)}。`,
      `${'ع'.repeat(299)}。`,
      `か${'\u3099'.repeat(30)}`,
    ].flatMap((unit) => [
      scenarioOf(text(long(unit)), text(long(unit, 19_000))),
      scenarioOf(...Array.from({ length: 13 }, () => text(long(unit, 3_000)))),
      scenarioOf(narrow(long(unit, 4_900))),
      scenarioOf(narrow('1', long(unit))),
    ]),
    // As titles, which break between phrases
    ...[`${'ー'.repeat(299)}あ`, `${'っ'.repeat(299)}。`, `${'漢'.repeat(299)}。`].map((unit) =>
      JSON.stringify(
        aScenario({
          title: both(long(unit)),
          messages: [aMessage({ subject: both(long(unit)) })],
        }),
      ),
    ),
    // Drawn
    scenarioOf(
      ...Array.from({ length: 150 }, () => ({
        kind: 'text' as const,
        text: { ja: 'あ。'.repeat(32), en: 'a. '.repeat(32) },
      })),
    ),
    scenarioOf(
      ...Array.from({ length: 190 }, () => ({
        kind: 'text' as const,
        text: { ja: 'あ。'.repeat(400), en: 'a. '.repeat(400) },
      })),
    ),
    scenarioOf(
      ...Array.from({ length: 40 }, () => ({
        kind: 'text' as const,
        text: { ja: runs('あ。'), en: runs('a. ') },
      })),
    ),
    scenarioOf(
      ...Array.from({ length: 60 }, (): Block => ({
        kind: 'table',
        rows: Array.from({ length: 60 }, () => Array.from({ length: 8 }, () => both('1'))),
      })),
    ),
  ];
}

const runs = (run: string) =>
  Array.from({ length: mostRuns }, (): { text: string; bold: true } => ({ text: run, bold: true }));
