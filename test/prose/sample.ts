/** Draws sentences for a blind reading: a person marks what no native would write. */
import { readdirSync, readFileSync } from 'node:fs';
import { randomFrom } from '../../src/core/round/random.ts';
import { parseScenario } from '../../src/core/lint/parse.ts';
import type { Language } from '../../src/core/scenario/format/vocabulary.ts';
import { linesOf } from '../../src/core/scenario/layout/blocks.ts';
import { titleOf } from '../../src/core/scenario/layout/headline.ts';
import { layOut } from '../../src/core/scenario/layout/regions.ts';
import { contentPassages, guides, interfacePassages, type Passage } from './texts.ts';

/** Where the sentences come from; each is drawn from by itself. */
export const proseSources = ['interface', 'content', 'documents'] as const;
/** One of them. */
export type ProseSource = (typeof proseSources)[number];

/** A sentence, and where a reader finds it. */
export interface Sentence {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

const root = new URL('../../', import.meta.url);

/** All different sentences of a source. */
export function sentencesOf(source: ProseSource, language: Language): readonly Sentence[] {
  const passages: Readonly<Record<ProseSource, () => readonly Passage[]>> = {
    interface: () => interfacePassages(language),
    content: () => [...contentPassages(language), ...genuineMessages(language)],
    documents: () => guides(language).map((guide) => ({ ...guide, text: withoutMarkup(guide.text) })),
  };
  const found = new Map<string, Sentence>();
  for (const { text, file, line } of passages[source]()) {
    for (const sentence of cut(text, language)) {
      if (!found.has(sentence)) found.set(sentence, { text: sentence, file, line });
    }
  }
  return [...found.values()];
}

/** So many of them, the same for the same seed; all of them, shuffled, if there are fewer. */
export const drawn = (sentences: readonly Sentence[], size: number, seed: string): readonly Sentence[] => {
  const random = randomFrom(seed);
  const left = [...sentences];
  return Array.from({ length: Math.min(size, left.length) }, () =>
    left.splice(random.below(left.length), 1),
  ).flat();
};

/** What genuine messages say; lures may be unnatural on purpose. */
function genuineMessages(language: Language): readonly Passage[] {
  const packs = new URL('content/packs/', root);
  return readdirSync(packs, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\/scenarios\/[^/]+\.json$/.test(name))
    .toSorted()
    .flatMap((name) => {
      const file = `content/packs/${name}`;
      const scenario = parseScenario(readFileSync(new URL(file, root), 'utf8'), file);
      const messages = scenario.ok ? scenario.value.messages : [];
      return messages
        .filter(({ solution }) => solution.truth === 'legitimate')
        .flatMap((message) =>
          [titleOf(message), ...linesOf(layOut(message).body).map(({ plain }) => plain)].map((text) => ({
            file: `${file} ${message.id}`,
            line: 1,
            text: text[language],
            full: false,
          })),
        );
    });
}

const ends: Readonly<Record<Language, RegExp>> = {
  ja: /(?<=[。！？])(?![」』）])|\n/,
  en: /(?<=[.!?][”’)]?) +(?=[“‘(]?[A-Z\d])|\n/,
};
/** Of shorter ones, mere names and numbers, nobody can say whether they are natural. */
const isProse: Readonly<Record<Language, (sentence: string) => boolean>> = {
  ja: (sentence) => sentence.length >= 6 && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence),
  en: (sentence) => sentence.split(' ').length >= 3,
};

const cut = (text: string, language: Language): readonly string[] =>
  text
    .split(ends[language])
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter(isProse[language]);

/** Code goes, and of tables, lists, links and emphasis only the words stay. */
const withoutMarkup = (text: string): string =>
  text
    .replace(/^ *```[\s\S]*?^ *```/gm, '')
    .replace(/^\|[ :|-]+\|$/gm, '')
    .replace(/ *\| */g, '\n')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/^ *(?:#+|[-*]|\d+\.) +/gm, '')
    .replace(/[*_`]/g, '');
