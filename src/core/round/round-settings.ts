/** The settings of a round. round.json, address parameters and the editors' JSON Schema share this one definition. */
import { z } from 'zod';
import { cueCategories } from '../scenario/format/cues.ts';
import { techniques } from '../scenario/format/techniques.ts';
import type { Problem } from '../scenario/read/problem.ts';
import { readJson } from '../scenario/read/read-json.ts';
import { type Form, idSchema, type Localized } from '../scenario/format/text.ts';
import { shown } from '../scenario/read/shown.ts';
import { channels, languages } from '../scenario/format/vocabulary.ts';
import type { DealSettings } from './deal.ts';
import {
  difficultyBands,
  isRoundParameter,
  roundModes,
  type RoundMode,
  type RoundParameter,
  roundParameters,
} from './round-vocabulary.ts';

// Zod's compiled parsers need `eval`, which the page's Content-Security-Policy forbids.
z.config({ jitless: true });

const definition = {
  mode: z.enum(roundModes).meta({
    description:
      'training: explained after each message; assessment: at the end, with a pass mark, no hints; practice: what one is weakest at; daily: the same for everyone that day / 研修・確認テスト・苦手の練習・今日の一局',
  }),
  packs: z
    .array(idSchema)
    .min(1)
    .max(50)
    .meta({ description: 'Ids of packs to deal from; absent: all / 出題するパックの id。省略時はすべて' }),
  length: z.int().min(1).max(60).meta({ description: 'How many messages / 出題するメッセージの数' }),
  genuine: z.number().min(0).max(1).meta({
    description: 'Share of genuine mail, 0 to 1; default 0.5 / 正規のメールの割合。省略時は 0.5',
  }),
  difficulty: z.array(z.enum(difficultyBands)).min(1).max(difficultyBands.length).meta({
    description:
      'Bands of the NIST Phish Scale that lures may lie in; absent: all / フィッシングメールの難易度。省略時はすべて',
  }),
  channels: z
    .array(z.enum(channels))
    .min(1)
    .max(channels.length)
    .meta({ description: 'How messages arrive; absent: all / 届き方。省略時はすべて' }),
  seed: z
    .string()
    .regex(/^[A-Za-z0-9._-]+$/)
    .max(40)
    .meta({
      form: {
        ja: '英数字・ピリオド・下線・ハイフン',
        en: 'letters, digits, full stops, underscores and hyphens',
      } satisfies Form,
      description:
        'Same seed, same round; absent: another round each time / 同じ値なら同じ出題。省略時は毎回変わる',
    }),
  timer: z.int().min(30).max(21_600).meta({
    description: 'Seconds for the whole round; absent: no limit / ラウンドの制限時間（秒）。省略時は無制限',
  }),
  passMark: z.int().min(0).max(100).meta({
    description: 'Score to reach; absent: 70 in an assessment, else none / 合格点。省略時は確認テストで 70',
  }),
  languages: z.array(z.enum(languages)).min(1).max(languages.length).meta({
    description: 'Languages offered, the first at the start; absent: all / 使える言語。最初の言語で始まる',
  }),
  hints: z.boolean().meta({
    description:
      'Whether hints may be bought; absent: yes, but never in an assessment / ヒントを使えるか。確認テストでは常に不可',
  }),
  reason: z.boolean().meta({
    description:
      'Whether to ask “what decided it for you?” before each debrief; absent: in training / 「決め手は何でしたか」とたずねるか',
  }),
  skin: z
    .enum(['desktop', 'phone'])
    .meta({ description: 'How messages are shown at the start / 最初の表示' }),
  weights: z
    .array(z.int().min(0).max(9))
    .min(cueCategories.length)
    .max(60)
    .meta({
      description: `How much practice wants each technique, 0 to 9, in the order ${techniques.join(', ')}; or, where there are ${cueCategories.length}, each family in the order ${cueCategories.join(', ')} / 練習で重視する手口。${cueCategories.length}個なら着眼点の系統`,
    }),
} as const satisfies Record<RoundParameter, z.ZodType>;

/** round.json; every field is optional. */
export const roundSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    format: z.literal(1).exactOptional(),
    ...optional(definition),
  })
  .meta({
    id: 'Round',
    title: 'Mikiwame round, format 1',
    description: 'What is dealt and how it is played / 出題と進め方',
  });

function optional<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
): { readonly [Name in keyof Shape]: z.ZodExactOptional<Shape[Name]> };
function optional(shape: Readonly<Record<string, z.ZodType>>): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, z.exactOptional(schema)]));
}

/** What was requested; absent fields were not requested. */
export type AskedRound = Omit<z.infer<typeof roundSchema>, '$schema' | 'format'>;

/** Settings that a round can be dealt from, and what was wrong in the request, in words. */
export interface ReadRound {
  readonly asked: AskedRound;
  readonly mistakes: readonly Localized[];
}

/** The most mistakes listed one by one. */
export const mostMistakes = 5;
/** The most parameters read; an address with more is not ours. */
const mostParameters = 100;

/**
 * Parses the parameters of an address. If a name occurs twice, the last counts. Invalid ones are dropped and
 * reported.
 */
export function readParameters(parameters: readonly (readonly [string, string])[]): ReadRound {
  const values = parameters
    .slice(0, mostParameters)
    .map(([name, text]) => [name, valueOf(name, text)] as const);
  return read(values, (value) => textOf(value));
}

/**
 * Parses a round.json. Invalid fields are dropped and reported; a text that is not a JSON object is refused as a
 * whole.
 */
export function readRoundFile(
  text: string,
  file: string,
): ReadRound & { readonly problems: readonly Problem[] } {
  const json = readJson(text, file);
  if (!json.ok)
    return { asked: {}, mistakes: json.problems.map((problem) => problem.text), problems: json.problems };
  const { value } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { asked: {}, mistakes: [notAnObject], problems: [] };
  }
  const fields = Object.entries(value)
    .filter(([name]) => name !== '$schema' && name !== 'format')
    .slice(0, mostParameters);
  return { ...read(fields, (field) => JSON.stringify(field)), problems: [] };
}

const notAnObject: Localized = {
  ja: 'ラウンドの設定は { … } の形で書いてください。',
  en: 'Write the settings of a round as { … }.',
};

type Spell = (value: unknown) => string;

function read(values: readonly (readonly [string, unknown])[], spell: Spell): ReadRound {
  const mistakes: Localized[] = [];
  const good: Record<string, unknown> = {};
  for (const [name, value] of values) {
    if (!isRoundParameter(name)) mistakes.push(unknownName(name));
    else if (definition[name].safeParse(value).success) good[name] = value;
    else mistakes.push(wrongValue(name, spell(value)));
  }
  // Each field is valid by itself, and no two fields exclude each other.
  return { asked: roundSchema.parse(good), mistakes: bounded(mistakes) };
}

function bounded(mistakes: readonly Localized[]): readonly Localized[] {
  const more = mistakes.length - mostMistakes;
  if (more <= 0) return mistakes;
  return [
    ...mistakes.slice(0, mostMistakes),
    { ja: `ほかに ${more} 件の使えない設定がありました。`, en: `${more} more settings cannot be used.` },
  ];
}

function unknownName(name: string): Localized {
  const known = roundParameters.join(', ');
  return {
    ja: `「${shown(name)}」という設定はありません。使えるのは ${known} です。`,
    en: `There is no setting “${shown(name)}”. Known are ${known}.`,
  };
}

/** Says that there is no pack with this id, and lists those there are. */
export function unknownPack(pack: string, known: readonly string[]): Localized {
  const list = known.slice(0, 20).join(', ');
  return {
    ja: `パック「${shown(pack)}」はありません。使えるのは ${list} です。`,
    en: `There is no pack “${shown(pack)}”. Known are ${list}.`,
  };
}

function wrongValue(name: RoundParameter, text: string): Localized {
  const allowed = allowedFor[name];
  return {
    ja: `設定「${name}=${shown(text)}」は使えません。使えるのは ${allowed.ja} です。`,
    en: `The setting “${name}=${shown(text)}” cannot be used. Allowed: ${allowed.en}.`,
  };
}

const same = (text: string): Localized => ({ ja: text, en: text });
const oneOf = (words: readonly string[]): Localized => same(words.join(', '));
const someOf = (words: readonly string[]): Localized => ({
  ja: `${words.join(', ')} をカンマで区切ったもの`,
  en: `${words.join(', ')}, with commas between`,
});

/** The allowed values of each setting, in words. */
export const allowedFor = {
  mode: oneOf(roundModes),
  packs: { ja: 'パックの id をカンマで区切ったもの', en: 'ids of packs with commas between' },
  length: same('1–60'),
  genuine: same('0–1'),
  difficulty: someOf(difficultyBands),
  channels: someOf(channels),
  seed: {
    ja: '半角の英数字と . _ - で40字まで',
    en: 'up to 40 letters, digits, dots, underscores and hyphens',
  },
  timer: { ja: '30–21600（秒）', en: '30–21600 (seconds)' },
  passMark: same('0–100'),
  languages: someOf(languages),
  hints: oneOf(['on', 'off']),
  reason: oneOf(['on', 'off']),
  skin: oneOf(['desktop', 'phone']),
  weights: {
    ja: `0–9 の数を、手口ごとに ${techniques.length} 個（系統ごとなら ${cueCategories.length} 個）、カンマで区切ったもの`,
    en: `numbers of 0–9 with commas between, ${techniques.length} for techniques or ${cueCategories.length} for families`,
  },
} as const satisfies Record<RoundParameter, Localized>;

// ------------------------------------------------------------------------------------------------ texts

/** How the text of each parameter becomes the value that the schema checks. */
const kinds = {
  mode: 'word',
  packs: 'words',
  length: 'number',
  genuine: 'number',
  difficulty: 'words',
  channels: 'words',
  seed: 'word',
  timer: 'number',
  passMark: 'number',
  languages: 'words',
  hints: 'switch',
  reason: 'switch',
  skin: 'word',
  weights: 'numbers',
} as const satisfies Record<RoundParameter, string>;

function valueOf(name: string, text: string): unknown {
  if (!isRoundParameter(name)) return text;
  switch (kinds[name]) {
    case 'word':
      return text;
    case 'words':
      return text.split(',');
    case 'number':
      return numberOf(text);
    case 'numbers':
      return text.split(',').map(numberOf);
    case 'switch':
      return text === 'on' ? true : text === 'off' ? false : text;
  }
}

/** Plain decimals only: other programs read `1e1` and ` 5` differently. */
const numberOf = (text: string): number | string =>
  /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : text;

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return Array.isArray(value) ? value.map(String).join(',') : String(value);
}

/** The parameters that request this round, in the order of the list. `readParameters` is the inverse. */
export function parametersFor(asked: AskedRound): readonly (readonly [string, string])[] {
  return roundParameters.flatMap((name) => {
    const value = asked[name];
    return value === undefined ? [] : [[name, textOf(value)] as const];
  });
}

// ------------------------------------------------------------------------------------------------ defaults

/** The rules of a round, with all defaults filled in. */
export interface RoundRules {
  readonly mode: RoundMode;
  /** Explain each answer at once, or all at the end. */
  readonly debrief: 'each' | 'end';
  readonly hints: boolean;
  /** Whether the player is asked for their reason before the debrief. */
  readonly reason: boolean;
  /** 0 to 100. */
  readonly passMark: number | undefined;
  /** Seconds for the whole round. */
  readonly timer: number | undefined;
}

/** The rules for a request. */
export function rulesOf({ mode = 'training', hints, reason, passMark, timer }: AskedRound): RoundRules {
  const assessed = mode === 'assessment';
  return {
    mode,
    debrief: assessed ? 'end' : 'each',
    hints: !assessed && (hints ?? true),
    reason: !assessed && (reason ?? mode === 'training'),
    passMark: passMark ?? (assessed ? 70 : undefined),
    timer,
  };
}

const lengths = { training: 5, assessment: 10, practice: 8, daily: 5 } as const satisfies Record<
  RoundMode,
  number
>;

/**
 * The inputs of a deal for a request. `seed` is used if the request has none; for the daily round it is the date in
 * Tokyo. Training of no given length is five messages of one inbox.
 */
export function dealSettingsOf(asked: AskedRound, seed: string): DealSettings {
  const { mode = 'training', weights } = asked;
  return {
    mode,
    packs: asked.packs,
    length: asked.length ?? lengths[mode],
    genuine: asked.genuine ?? 0.5,
    difficulty: asked.difficulty,
    channels: asked.channels,
    seed: asked.seed ?? seed,
    oneInbox: mode === 'training' && asked.length === undefined,
    weights: weights && { by: weights.length === cueCategories.length ? 'family' : 'technique', weights },
  };
}
