/** The targets of the fuzzer, by name: inputs, and the law that must hold for each. A law throws if it is broken. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { sourceOf } from '../../src/core/email/compose/headers.ts';
import { headerReadings } from '../../src/core/email/headers/header-reading.ts';
import { anatomyOf } from '../../src/core/email/url/url.ts';
import { type Answer, answerTo, type Move } from '../../src/core/engine/answer.ts';
import { assess } from '../../src/core/engine/assess.ts';
import { hintsFor } from '../../src/core/engine/hints.ts';
import { movesFrom } from '../../src/core/engine/move-log.ts';
import { tally } from '../../src/core/engine/result/tally.ts';
import { bestWay, decisionsOf } from '../../src/core/engine/drill/timeline.ts';
import { lintContent } from '../../src/core/lint/lint-pack.ts';
import { recordOf } from '../../src/core/record/record-of.ts';
import { jsonSteps } from '../../src/core/record/json-steps.ts';
import { cohortOf } from '../../src/core/record/cohort.ts';
import { practised } from '../../src/core/record/schedule.ts';
import { noPractice } from '../../src/core/record/practice.ts';
import { progressOf } from '../../src/core/record/progress.ts';
import { resultCodeOf, resultsIn } from '../../src/core/record/result-code.ts';
import { roundCodeOf, settingsOfRoundCode } from '../../src/core/record/round-code.ts';
import { roundRecordSchema } from '../../src/core/record/round-record.ts';
import { deal } from '../../src/core/round/deal.ts';
import {
  dealSettingsOf,
  parametersFor,
  readParameters,
  readRoundFile,
  rulesOf,
} from '../../src/core/round/round-settings.ts';
import { roundParameters } from '../../src/core/round/round-vocabulary.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import type { Timeline } from '../../src/core/scenario/format/drill.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import { type Language, languages } from '../../src/core/scenario/format/vocabulary.ts';
import { cutLine, layBody, linesOf } from '../../src/core/scenario/layout/blocks.ts';
import { clausesOf } from '../../src/core/scenario/layout/clauses.ts';
import { layOut } from '../../src/core/scenario/layout/regions.ts';
import { catalogueOf } from '../../src/core/scenario/read/catalogue.ts';
import { atStart } from '../../src/core/scenario/read/locate.ts';
import {
  mostProblems,
  parseDrill,
  parseIndex,
  parseLesson,
  parsePack,
  parseScenario,
  parseWorld,
} from '../../src/core/lint/parse.ts';
import type { Outcome } from '../../src/core/scenario/read/problem.ts';
import { readJson } from '../../src/core/scenario/read/read-json.ts';
import { directoryOf, findIn } from '../../src/core/scenario/world/directory.ts';
import { hashOf, routeOf } from '../../src/app/route.ts';
import { parametersOf } from '../../src/app/parameters.ts';
import { packageSettingsFrom } from '../../src/app/session/package-settings.ts';
import { fileOf, readSteps } from '../../src/device/backup-file.ts';
import { settingsFrom } from '../../src/device/settings.ts';
import { hostMessageFrom } from '../../src/lms/frame/frame-messages.ts';
import { movesFromSuspendData, roundOf, suspendData } from '../../src/lms/suspend-data.ts';
import { anyRecord } from '../core/record/builders.ts';
import { aMessage, aScenario, both } from '../fixtures/builders.ts';
import { anyJson, anyText, mutantOf, shippedFiles } from './hostile-values.ts';
import { readers } from './readers.ts';

/** How much of a target is tried: a number of inputs, or as many as the time allows. */
export interface Effort {
  readonly seed: number;
  readonly runs?: number;
  readonly milliseconds?: number;
}

export interface Tried {
  readonly inputs: number;
  /** Milliseconds of processor time that the slowest input took. */
  readonly slowest: number;
  readonly failure?: {
    /** The smallest input found that breaks the law. */
    readonly input: string;
    readonly why: string;
  };
}

export interface Target {
  readonly name: string;
  readonly check: (effort: Effort) => Tried;
}

/** A law for all inputs; it throws if it is broken. */
function target<Input>(name: string, inputs: fc.Arbitrary<Input>, law: (input: Input) => void): Target {
  return {
    name,
    check: ({ seed, runs = Number.MAX_SAFE_INTEGER, milliseconds }) => {
      let slowest = 0;
      const holds = fc.property(inputs, (input) => {
        const before = process.cpuUsage();
        law(input);
        const { user, system } = process.cpuUsage(before);
        slowest = Math.max(slowest, (user + system) / 1_000);
        same(Object.keys(Object.prototype), [], 'the prototype');
      });
      const details = fc.check(holds, {
        seed,
        numRuns: runs,
        plugins: milliseconds === undefined ? [] : [fc.interruptAfterTimeLimit(milliseconds)],
      });
      const { numRuns, counterexample, errorInstance } = details;
      return {
        inputs: numRuns,
        slowest,
        ...(details.failed && {
          failure: {
            input: fc.stringify(counterexample).slice(0, longestTold),
            why: String(errorInstance).slice(0, longestTold),
          },
        }),
      };
    },
  };
}

/** The most characters of an input or a reason that are reported. */
const longestTold = 2_000;

class Broken extends Error {}

function must(holds: boolean, law: string): void {
  if (!holds) throw new Broken(law);
}

function same(found: unknown, expected: unknown, what: string): void {
  must(
    isDeepStrictEqual(structuredClone(found), structuredClone(expected)),
    `${what}: ${JSON.stringify(found)} is not ${JSON.stringify(expected)}`,
  );
}

function toEnd<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}

// ------------------------------------------------------------------------------------------------ files

const longestSentence = 4_000;

/** Every problem of a file has a place and sentences in both languages, and there are not too many. */
function isTold<Value>(outcome: Outcome<Value>): outcome is Extract<Outcome<Value>, { ok: true }> {
  must(outcome.ok || outcome.problems.length > 0, 'a refusal without a reason');
  must(outcome.problems.length <= mostProblems + 1, 'too many problems');
  for (const { line, column, text } of outcome.problems) {
    must(line >= 1 && column >= 1, `no place: ${line}:${column}`);
    for (const language of languages) {
      must(
        text[language] !== '' && text[language].length < longestSentence,
        `no sentence: ${text[language]}`,
      );
      // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
      must(!/[\u202A-\u202E\u2066-\u2069\u0000]/u.test(text[language]), 'an unspelt mark');
    }
  }
  return outcome.ok;
}

const scenarios = shippedFiles(/^packs\/[^/]+\/scenarios\//);
const pickOf = fc.array(fc.nat(1_000), { maxLength: 12 });

function scenarioHolds([text, picks]: [string, readonly number[]]): void {
  const outcome = parseScenario(text, 'scenarios/test.json');
  if (!isTold(outcome)) return;
  const scenario = outcome.value;
  const files = [{ file: 'scenarios/test.json', value: scenario }];
  lintContent({ scenarios: files, drills: [], lessons: [] }, () => atStart);
  catalogueOf(scenario.messages);
  const assessed = scenario.messages.map((message) => messageHolds(message, scenario, picks));
  tally(scenario.messages, assessed);
  for (const drill of scenario.drills ?? []) drillHolds(drill);
}

function messageHolds(message: Message, scenario: Scenario, picks: readonly number[]) {
  const layout = layOut(message);
  const keys = layout.regions.map(({ key }) => key);
  must(new Set(keys).size === keys.length, 'a region twice');
  for (const blocks of [layout.body, ...layout.pages.values(), ...layout.files.values()]) {
    for (const { plain, pieces } of linesOf(blocks)) {
      for (const language of languages) {
        same(pieces[language].map((piece) => piece.text).join(''), plain[language], 'the pieces of a line');
        for (const { region } of pieces[language])
          must(region === undefined || keys.includes(region), 'no region');
      }
    }
  }
  for (const language of languages) if (message.channel === 'mail') sourceHolds(message, scenario, language);
  hintsFor(message);
  const flags = picks.map((pick) => keys[pick % keys.length] ?? '');
  const at = 1_795_000_000_000;
  const moves: readonly Move[] = [
    { kind: 'open', message: message.id, at },
    ...flags.map((region): Move => ({ kind: 'flag', message: message.id, region, at })),
    {
      kind: 'judge',
      message: message.id,
      verdict: picks.length % 2 === 0 ? 'phish' : 'legitimate',
      confidence: 0.75,
      at,
    },
    { kind: 'act', message: message.id, action: { kind: 'report' }, at },
    { kind: 'submit', message: message.id, at },
  ];
  const answer = answerTo(message.id, moves);
  if (!answer.submitted) throw new Broken('not submitted');
  const assessment = assess(message, answer);
  must(assessment.score >= 0 && assessment.score <= 100, `score ${assessment.score}`);
  const record = recordOf({
    id: 'round',
    mode: 'scenario',
    score: assessment.score,
    played: [{ pack: 'pack', scenario: scenario.id, id: message.id, message, assessment }],
    moves,
  });
  must(roundRecordSchema.safeParse(record).success, 'a record that cannot be read back');
  const [read] = resultsIn(resultCodeOf(record));
  must(read?.kind === 'result', 'a code that cannot be read back');
  const answerables = [{ message: message.id, regions: keys }];
  const state = suspendData({ round: 'round', moves }, answerables, 64_000);
  if (state !== undefined) {
    must(/^[\x20-\x7E]*$/.test(state), 'a state that is not ASCII');
    same(answerTo(message.id, movesFromSuspendData(state, answerables, at)), answer, 'the answer of a state');
  }
  return assessment;
}

function sourceHolds(
  message: Extract<Message, { channel: 'mail' }>,
  scenario: Scenario,
  language: Language,
): void {
  const { text } = sourceOf(message, scenario.recipient, language);
  for (const line of text.split('\r\n')) {
    // oxlint-disable-next-line no-control-regex -- ISO-2022-JP changes its sets by ESC
    must(/^[\x1B\x20-\x7E]*$/.test(line), `a line of the source that is not printable ASCII: ${line}`);
    must(line.length <= 998, `a line of ${line.length} characters (RFC 5322, 2.1.1)`);
  }
  headerReadings(message, scenario.recipient, language);
}

function drillHolds({ timeline }: { readonly timeline?: Timeline | undefined }): void {
  if (timeline === undefined) return;
  const best = bestWay(timeline);
  decisionsOf(
    timeline,
    best.map(({ option }) => option.id),
  );
}

const files: readonly Target[] = [
  target('scenario', fc.tuple(mutantOf(scenarios), pickOf), scenarioHolds),
  target(
    'pack',
    mutantOf(shippedFiles(/^packs\/[^/]+\/pack\.json$/)),
    (text) => void isTold(parsePack(text, 'pack.json')),
  ),
  target('lesson', mutantOf(shippedFiles(/^packs\/[^/]+\/lessons\//)), (text) => {
    const outcome = parseLesson(text, 'lesson.json');
    if (isTold(outcome)) layBody(outcome.value.body, 'body');
  }),
  target('drill', mutantOf(shippedFiles(/^packs\/[^/]+\/drills\//)), (text) => {
    const outcome = parseDrill(text, 'drill.json');
    if (isTold(outcome)) drillHolds(outcome.value);
  }),
  target('world', mutantOf(shippedFiles(/world\.json$/)), (text) => {
    const outcome = parseWorld(text, 'world.json');
    if (!isTold(outcome)) return;
    const entries = directoryOf(outcome.value, 'work');
    same(findIn(entries, '').length, entries.length, 'entries for an empty query');
    for (const { name } of entries) must(findIn(entries, name.ja).length > 0, `not found: ${name.ja}`);
  }),
  target('index', mutantOf([theIndex()]), (text) => {
    const outcome = parseIndex(text, 'index.json');
    if (!isTold(outcome)) return;
    const catalogue = outcome.value.packs.flatMap((pack) =>
      pack.scenarios.flatMap((scenario) =>
        (scenario.catalogue ?? []).map((line) => ({ ...line, pack: pack.id, scenario: scenario.id })),
      ),
    );
    const { places } = deal(catalogue, dealSettingsOf({}, 'seed'));
    must(places.length <= 60, 'too many dealt');
  }),
  target('json', fc.oneof(mutantOf(scenarios.slice(0, 1)), fc.json(), anyText), jsonHolds),
];

function jsonHolds(text: string): void {
  const engines = outcomeOf(() => JSON.parse(text) as unknown);
  same(
    outcomeOf(() => toEnd(jsonSteps(text))),
    engines,
    'JSON step by step',
  );
  const json = readJson(text, 'file');
  must(json.ok || json.problems.length > 0, 'a refusal without a reason');
  if (json.ok) same({ value: json.value }, engines, 'JSON as read');
}

function outcomeOf(read: () => unknown): { readonly value: unknown } | 'refused' {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof SyntaxError) return 'refused';
    throw error;
  }
}

/** The index as the build writes it. */
function theIndex(): string {
  const catalogue = scenarios.flatMap((text) => {
    const { id, title, messages }: Scenario = JSON.parse(text);
    return { id, title, messages: messages.length, catalogue: catalogueOf(messages) };
  });
  const pack = {
    id: 'all',
    title: both('すべて'),
    description: both('すべて'),
    scenarios: catalogue,
    lessons: [],
  };
  return JSON.stringify({ format: 1, packs: [pack] });
}

// ------------------------------------------------------------------------------------------------ texts

const names = Object.keys(readers);

const texts: readonly Target[] = [
  // A reader of texts accepts any text.
  target(
    'readers',
    fc.tuple(fc.constantFrom(...names), anyText),
    ([name, text]) => void readers[name]?.(text),
  ),
  target(
    'url',
    fc.tuple(fc.constantFrom('', 'https://', 'http:\\\\', 'mailto:', '//', 'data:'), anyText),
    ([start, text]) => {
      const { parts, text: read } = anatomyOf(start + text, { knownDomains: ['example.com'] });
      same(parts.map((part) => part.text).join(''), read, 'the parts of an address');
    },
  ),
  target('clauses', fc.tuple(anyText, anyText), ([ja, en]) => {
    for (const language of languages) {
      const text = language === 'ja' ? ja : en;
      const spans = clausesOf(text, language);
      same(spans.map(({ start, end }) => text.slice(start, end)).join(''), text, 'the clauses of a text');
    }
    const { pieces } = cutLine({ ja, en }, 'body/0');
    const regions = (language: Language) => new Set(pieces[language].flatMap(({ region }) => region ?? []));
    const [inJa, inEn] = [regions('ja'), regions('en')];
    if (inJa.size > 0 && inEn.size > 0) same([...inJa], [...inEn], 'the regions of two languages');
  }),
  target(
    'headers',
    fc.record({
      subject: anyText,
      name: anyText,
      address: anyText.map((text) => text.slice(0, 254)),
      body: anyText,
      file: anyText,
    }),
    ({ subject, name, address, body, file }) => {
      const mail = aMessage({
        subject: both(subject),
        from: { name: both(name), address },
        body: [{ kind: 'text', text: both(body) }],
        attachments: [{ id: 'file', name: both(file), type: 'pdf', bytes: 1 }],
      });
      for (const language of languages) sourceHolds(mail, aScenario(), language);
    },
  ),
];

// ------------------------------------------------------------------------------------------------ rounds

const anyParameter = fc.tuple(
  fc.oneof(fc.constantFrom(...roundParameters), anyText),
  fc.oneof(anyText, fc.constantFrom('1', '0.5', 'on', 'training', 'phone', 'mail,sms', '1,2,3,4,5,6')),
);

const rounds: readonly Target[] = [
  target('round-settings', fc.array(anyParameter, { maxLength: 20 }), (parameters) => {
    const { asked, mistakes } = readParameters(parameters);
    for (const { ja, en } of mistakes) must(ja.length + en.length < longestSentence, 'a flood of words');
    rulesOf(asked);
    same(readParameters(parametersFor(asked)), { asked, mistakes: [] }, 'settings read back');
    const settings = parametersFor(asked)
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    const code = roundCodeOf(settings);
    if (code !== undefined) same(settingsOfRoundCode(code), settings, 'settings of a code');
  }),
  target(
    'round-file',
    fc.oneof(
      anyText,
      anyJson.map((value) => JSON.stringify(value)),
      mutantOf(['{"mode":"assessment","length":10,"passMark":80}']),
    ),
    (text) => {
      const { asked } = readRoundFile(text, 'round.json');
      same(readParameters(parametersFor(asked)).asked, asked, 'a round file read back');
    },
  ),
  target('round-code', anyText, (text) => {
    const code = roundCodeOf(text);
    if (code !== undefined) same(settingsOfRoundCode(code), text, 'settings of a code');
    const settings = settingsOfRoundCode(text);
    if (settings !== undefined)
      same(settingsOfRoundCode(roundCodeOf(settings) ?? ''), settings, 'settings of a code');
  }),
  target(
    'result-code',
    fc.tuple(fc.array(anyRecord, { maxLength: 5 }), anyText, fc.nat()),
    ([records, text, at]) => {
      const codes = records.map(resultCodeOf);
      const read = resultsIn(codes.join('\n'));
      must(read.length === records.length && read.every(({ kind }) => kind === 'result'), 'codes read back');
      cohortOf(read.flatMap((one) => (one.kind === 'result' ? [one.result] : [])));
      const whole = codes.join('\n');
      const place = at % (whole.length + 1);
      const damaged = resultsIn(whole.slice(0, place) + text + whole.slice(place));
      cohortOf(damaged.flatMap((one) => (one.kind === 'result' ? [one.result] : [])));
    },
  ),
  target('route', anyText, (text) => {
    for (const hash of [text, `#/${text}`, `#/round?${text}`, `#/play/${text}`, `#/teach/a/b/${text}`]) {
      const route = routeOf(hash);
      // A short text may become longer than the limit when it is encoded.
      if (hashOf(route).length < 4_000) same(routeOf(hashOf(route)), route, 'a route read back');
    }
    parametersOf(`?${text}`);
    parametersOf(`?teach=${text}&round=${text}`);
  }),
  target('records', fc.array(anyRecord, { maxLength: 8 }), (records) => {
    progressOf(records);
    records.reduce(practised, noPractice);
  }),
];

// ------------------------------------------------------------------------------------------------ strangers

const regions = Array.from({ length: 40 }, (_, index) => `body/${index}`);
const answerables = ['a', 'b', 'c'].map((message) => ({ message, regions }));
const stateText = fc.oneof(
  anyText,
  fc
    .array(
      fc.tuple(
        fc.constantFrom('0', '1', '2', 'zz', ''),
        fc.array(fc.oneof(fc.constantFrom('', 'B', 'p1e', 's2', 's999', '0', 'top2v4'), anyText), {
          maxLength: 8,
        }),
      ),
      { maxLength: 6 },
    )
    .map((entries) => `1~round~${entries.map(([place, parts]) => [place, ...parts].join('!')).join('~')}`),
);

const strangers: readonly Target[] = [
  target('suspend-data', stateText, (text) => {
    roundOf(text);
    const now = 1_795_000_000_000;
    const moves = movesFromSuspendData(text, answerables, now);
    must(moves.length <= answerables.length * (regions.length + 10), `${moves.length} moves`);
    for (const move of moves) {
      must(move.at <= now && move.at >= 0, `at ${move.at}`);
      must(move.kind !== 'flag' || regions.includes(move.region), 'no region');
    }
    same(movesFrom(structuredClone(moves)), moves, 'moves of a log');
    const answers = (log: readonly Move[]): readonly Answer[] =>
      answerables.map(({ message }) => answerTo(message, log));
    const again = suspendData({ round: 'round', moves }, answerables, 64_000) ?? '';
    same(answers(movesFromSuspendData(again, answerables, now)), answers(moves), 'answers written again');
  }),
  target('moves', anyJson, (value) => {
    const moves = movesFrom(value);
    for (const list of [moves ?? [], movesFrom([value]) ?? []])
      for (const { message } of list) answerTo(message, list);
  }),
  target(
    'frame',
    fc.oneof(
      anyJson,
      fc.record({
        target: fc.constant('mikiwame'),
        version: fc.constant(1),
        type: fc.oneof(fc.constantFrom('configure', 'language', 'theme', 'pause'), anyText),
        state: anyJson,
        language: anyJson,
        theme: anyJson,
        passMark: anyJson,
        paused: anyJson,
        timer: anyJson,
      }),
    ),
    (value) => {
      const message = hostMessageFrom(value);
      if (message?.type !== 'configure') return;
      const { passMark = 0, state = '' } = message;
      must(passMark >= 0 && passMark <= 100 && state.length <= 100_000, 'a message beyond its limits');
    },
  ),
  target('settings', anyJson, (value) => {
    const fields = typeof value === 'object' && value !== null ? value : { language: value, theme: value };
    const settings = settingsFrom({ ...fields });
    same(settingsFrom({ ...settings }), settings, 'settings read back');
    packageSettingsFrom(JSON.stringify(value));
  }),
  target(
    'memory-file',
    fc.tuple(fc.array(anyRecord, { maxLength: 3 }), fc.nat(), anyText),
    ([records, at, put]) => {
      const unique = [...new Map(records.map((record) => [record.id, record])).values()];
      const moves: readonly Move[] = [{ kind: 'open', message: 'a', at: 0 }];
      const contents = {
        settings: { theme: 'dark' } as const,
        rounds: [{ key: '#/play/a/b', moves, open: undefined }],
        records: unique,
        drills: [],
      };
      const text = [...fileOf(contents)].join('');
      const reading = toEnd(readSteps(text));
      must(reading.kind === 'read' && reading.leftOut === 0, 'a file read back');
      if (reading.kind === 'read') same(reading.contents.records, unique, 'records read back');
      const place = at % (text.length + 1);
      toEnd(readSteps(text.slice(0, place) + put + text.slice(place)));
      toEnd(readSteps(text.slice(0, place)));
    },
  ),
  target(
    'memory-file-shape',
    mutantOf([
      [
        ...fileOf({
          settings: {},
          rounds: [{ key: 'a', moves: [{ kind: 'open', message: 'a', at: 0 }], open: 'a' }],
          records: fc.sample(anyRecord, { numRuns: 2, seed: 1 }),
          drills: [{ key: 'pack/drill', score: 1, at: 0 }],
        }),
      ].join(''),
    ]),
    (text) => {
      const reading = toEnd(readSteps(text));
      if (reading.kind === 'read')
        for (const record of reading.contents.records)
          must(roundRecordSchema.safeParse(record).success, 'a record that is none');
    },
  ),
];

export const targets: readonly Target[] = [...files, ...texts, ...rounds, ...strangers];
