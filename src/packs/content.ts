/** Reads packs, scenarios, drills and lessons from a source. A text that was not checked before is checked here. */
import type { ContentIndex, Lesson, Pack } from '../core/scenario/format/pack.ts';
import type { Outcome } from '../core/scenario/read/problem.ts';
import type { DrillFile } from '../core/scenario/format/drill.ts';
import type { Scenario } from '../core/scenario/format/scenario.ts';
import type { World } from '../core/scenario/world/world.ts';
import { loadOnce } from '../loading/load-once.ts';
import { notRead } from './read-failure.ts';
import { contentRoot } from './ahead.ts';
import type { PackSource } from './source.ts';

/** Base URL of a pack's pictures, with a trailing slash. */
export const assetsOf = (pack: string): string => `${contentRoot}packs/${pack}/assets/`;

/** Returns what there is to play. */
export type ReadIndex = () => Promise<Outcome<ContentIndex>>;

/** What the game reads of packs. */
export interface Packs {
  /** Reads once for all callers; after a failure it reads again. */
  readonly index: ReadIndex;
  /** What a pack says of itself. */
  readonly pack: (pack: string) => Promise<Outcome<Pack>>;
  readonly scenario: (pack: string, scenario: string) => Promise<Outcome<Scenario>>;
  readonly drill: (pack: string, drill: string) => Promise<Outcome<DrillFile>>;
  readonly lesson: (pack: string, lesson: string) => Promise<Outcome<Lesson>>;
  /** A world, by its path relative to content/. */
  readonly world: (file: string) => Promise<Outcome<World>>;
  /** The text of a round file. A text that is too long counts as missing. */
  readonly roundText: (name: string) => Promise<Outcome<string>>;
  /** Prefetches a scenario and its pack, which will be read once the page is ready. */
  readonly fetchAhead: (pack: string, scenario: string) => void;
}

/** The packs of a source. */
export function packsFrom(source: PackSource): Packs {
  /** Files fetched before they are needed, each for its first reader. */
  const ahead = new Map<string, Promise<Outcome<string>>>();
  const textOf = (file: string): Promise<Outcome<string>> => {
    const text = ahead.get(file) ?? source.read(file);
    ahead.delete(file);
    return text;
  };
  const read = async <Value>(file: string, parse: Parse<Value>): Promise<Outcome<Value>> => {
    const text = await textOf(file);
    if (!text.ok) return text;
    if (!source.isChecked(file, text.value)) return parse(await parsing(), text.value, file);
    // Exactly this text was parsed before and found valid, so its type is known.
    const value: Value = JSON.parse(text.value);
    return { ok: true, value, problems: [] };
  };
  return {
    index: readOnce(() => read<ContentIndex>('index.json', (parser, ...text) => parser.parseIndex(...text))),
    pack: (pack) => read<Pack>(packFile(pack), (parser, ...text) => parser.parsePack(...text)),
    scenario: (pack, scenario) =>
      read<Scenario>(scenarioFile(pack, scenario), (parser, ...text) => parser.parseScenario(...text)),
    drill: (pack, drill) =>
      read<DrillFile>(`packs/${pack}/drills/${drill}.json`, (parser, ...text) => parser.parseDrill(...text)),
    lesson: (pack, lesson) =>
      read<Lesson>(`packs/${pack}/lessons/${lesson}.json`, (parser, ...text) => parser.parseLesson(...text)),
    world: (file) => read<World>(file, (parser, ...text) => parser.parseWorld(...text)),
    roundText: async (name) => {
      const file = `rounds/${name}.json`;
      const text = await textOf(file);
      return text.ok && text.value.length > longestRound ? notRead(file, 'file-missing') : text;
    },
    fetchAhead: (pack, scenario) => {
      for (const file of [scenarioFile(pack, scenario), packFile(pack)]) {
        if (!ahead.has(file)) ahead.set(file, source.read(file));
      }
    },
  };
}

/** The parser, for texts that were not checked before. */
const parsing = loadOnce(() => import('../core/lint/parse.ts'));

type Parser = typeof import('../core/lint/parse.ts');
type Parse<Value> = (parser: Parser, text: string, file: string) => Outcome<Value>;

/** In UTF-16 units. */
const longestRound = 20_000;

const packFile = (pack: string): string => `packs/${pack}/pack.json`;

const scenarioFile = (pack: string, scenario: string): string => `packs/${pack}/scenarios/${scenario}.json`;

function readOnce<Value>(read: () => Promise<Outcome<Value>>): () => Promise<Outcome<Value>> {
  let known: Promise<Outcome<Value>> | undefined;
  const forget = (): void => {
    known = undefined;
  };
  return () => {
    if (known === undefined) {
      known = read();
      known.then((outcome) => outcome.ok || forget(), forget);
    }
    return known;
  };
}
