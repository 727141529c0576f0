/** Compares what the interface says about points with the engine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerTo, type CompleteAnswer, type Move } from '../../src/core/engine/answer.ts';
import { assess } from '../../src/core/engine/assess.ts';
import { costlyRegions } from '../../src/core/engine/costly-regions.ts';
import { placedSolution, wantedFacts } from '../../src/core/engine/placed-solution.ts';
import { sourcesOf } from '../../src/core/engine/sources.ts';
import { confidenceOf } from '../../src/core/engine/sureness.ts';
import { tally } from '../../src/core/engine/result/tally.ts';
import { layOut } from '../../src/core/scenario/layout/regions.ts';
import { loadPack } from '../../src/core/lint/load.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): Promise<string> =>
  Promise.resolve(readFileSync(join(root, 'content', path), 'utf8'));
const { scenarios } = await loadPack(read, 'first-day');
const messages = scenarios.flatMap((scenario) => scenario.messages);
const directory = scenarios.flatMap((scenario) => scenario.directory);

const right = (message: Message): CompleteAnswer => ({
  flags: new Map(),
  verdict: message.solution.truth,
  confidence: confidenceOf.sure,
  action: { kind: 'delete' },
  submitted: true,
});
const allSeen = (message: Message): CompleteAnswer => ({
  ...right(message),
  flags: new Map(
    assess(message, right(message)).findings.flatMap(({ subject, regions }) =>
      subject.kind === 'clue' || subject.kind === 'reassurance'
        ? regions.map((key) => [key, message.solution.truth === 'phish' ? 'doubt' : 'trust'] as const)
        : [],
    ),
  ),
});
const points = (message: Message, answer: CompleteAnswer): number => assess(message, answer).score;

/** Each sentence that promises or warns of points, with what the engine must do for it to be true. */
const claims: Readonly<Record<string, (message: Message) => void>> = {
  'coach.hint.take': hints,
  'coach.hint.next': hints,
  'coach.hint.free': hints,
  'coach.hintsUsed': hints,
  'coach.reason.lead': (message) => {
    const moves = (reason: readonly Move[]): readonly Move[] => [
      { kind: 'judge', message: message.id, verdict: 'phish', confidence: 0.75, at: 1 },
      { kind: 'act', message: message.id, action: { kind: 'report' }, at: 1 },
      { kind: 'submit', message: message.id, at: 1 },
      ...reason,
    ];
    const said = moves([{ kind: 'reason', message: message.id, reason: { kind: 'whole' }, at: 2 }]);
    expect(answerTo(message.id, said)).toEqual(answerTo(message.id, moves([])));
  },
  'common.game.how2': (message) => {
    const doubted = new Map(layOut(message).regions.map(({ key }) => [key, 'doubt'] as const));
    const flags = new Map([...doubted, ...allSeen(message).flags]);
    expect(points(message, { ...right(message), flags })).toBeLessThan(points(message, allSeen(message)));
  },
  'debrief.scoring.sum': (message) => {
    for (const answer of [right(message), allSeen(message)]) {
      const { score, evidence, judgement, handling } = assess(message, answer);
      expect(score).toBeCloseTo(40 * evidence + 35 * judgement + 25 * handling, 9);
    }
  },
  'debrief.scoring.phish': (message) => {
    if (message.solution.truth !== 'phish') return;
    const wanted = wantedFacts(placedSolution(message));
    const worth = { decisive: 3, strong: 2, soft: 1 } as const;
    const enough = Math.min(
      5,
      wanted.reduce((sum, { fact }) => sum + worth[fact.weight], 0),
    );
    for (const { fact, clues } of wanted) {
      const flags = new Map(
        clues.flatMap(({ regions }) => regions.slice(0, 1)).map((key) => [key, 'doubt'] as const),
      );
      const alone = new Map([...flags].slice(0, 1));
      const { evidence } = assess(message, { ...right(message), flags: alone });
      expect(evidence, fact.id).toBeGreaterThanOrEqual(Math.min(1, worth[fact.weight] / enough) - 1e-9);
      const trusted = new Map([...alone].map(([key]) => [key, 'trust'] as const));
      expect(assess(message, { ...right(message), flags: trusted }).evidence).toBe(0);
    }
  },
  'debrief.scoring.legitimate': (message) => {
    if (message.solution.truth === 'phish') return;
    const [sign] = placedSolution(message).reassurances.flatMap(({ regions }) => regions);
    const { doubt, trust, confirmed, prudent } = costlyRegions(message, placedSolution(message), {});
    const after = (key: string | undefined, ink: 'doubt' | 'trust'): number =>
      assess(message, {
        ...right(message),
        flags: new Map([
          [sign ?? '', 'trust'],
          [key ?? '', ink],
        ]),
      }).evidence;
    expect(after(sign, 'trust')).toBe(1);
    expect(after([...trust][0], 'trust')).toBeLessThanOrEqual(2.5 / 3 + 1e-9);
    expect(
      after(
        [...doubt].find((key) => key !== sign),
        'doubt',
      ),
    ).toBeCloseTo(2 / 3, 9);
    for (const key of confirmed) expect(after(key, 'trust'), key).toBe(1);
    for (const key of prudent) if (key !== sign) expect(after(key, 'doubt'), key).toBe(1);
  },
  'debrief.scoring.verdict': (message) => {
    const said = (verdict: CompleteAnswer['verdict']): number =>
      assess(message, { ...right(message), verdict }).judgement;
    const { truth } = message.solution;
    expect(said(truth)).toBe(1);
    expect(said(truth === 'phish' ? 'legitimate' : 'phish')).toBe(0);
  },
  'debrief.scoring.action': (message) => {
    const { best, points: own = {}, truth } = message.solution;
    const earned = (action: CompleteAnswer['action'], over: Partial<CompleteAnswer> = {}): number =>
      assess(message, { ...right(message), ...over, action }).handling;
    if (best.action !== 'verify') {
      expect(earned({ kind: 'verify', contact: 'nobody' })).toBeLessThanOrEqual(0.6);
      expect(earned({ kind: best.action })).toBe(1);
      const knowing = message.verify?.contacts?.find(({ settles }) => settles === true)?.contact;
      if (knowing !== undefined && own.verify === undefined)
        expect(earned({ kind: 'verify', contact: knowing })).toBe(0.85);
    }
    if (own.verifyWithin === undefined) expect(earned({ kind: 'verifyWithin' })).toBe(0.1);
    if (truth === 'legitimate' && own.report === undefined) {
      const reporting = (confidence: number): number =>
        earned({ kind: 'report' }, { verdict: 'phish', confidence });
      expect(reporting(confidenceOf.likely)).toBe(0.85);
      expect(reporting(confidenceOf.sure)).toBe(0.6);
    }
  },
  'debrief.scoring.hints': (message) => {
    const seen = allSeen(message);
    const without = assess(message, seen).evidence;
    expect(assess(message, { ...seen, hints: 1 }).evidence).toBeCloseTo(0.85 * without, 9);
    expect(assess(message, { ...seen, hints: 2 }).evidence).toBeCloseTo(0.7 * without, 9);
  },
  'debrief.alsoSeen': (message) => {
    expect(assess(message, allSeen(message)).evidence).toBe(1);
  },
  'debrief.tag.noEffect': idleFlags,
  'debrief.note.idleTrust': idleFlags,
  'debrief.note.confirmed': idleFlags,
  'debrief.note.prudent': idleFlags,
  'common.outcome.neutral': idleFlags,
  'progress.time': (message) => {
    const at = (time: number): readonly Move[] => [
      { kind: 'judge', message: message.id, verdict: 'phish', confidence: 0.75, at: time },
      { kind: 'act', message: message.id, action: { kind: 'report' }, at: time },
      { kind: 'submit', message: message.id, at: time },
    ];
    expect(answerTo(message.id, at(1))).toEqual(answerTo(message.id, at(9_000_000)));
  },
  'round.unanswered': (message) => {
    expect(tally([message], []).score).toBe(0);
  },
  'verify.hint': (message) => {
    const base = points(message, right(message));
    const gains = sourcesOf(directory).map(
      (source) => points(message, { ...right(message), looked: new Set([source]) }) - base,
    );
    expect(Math.min(...gains)).toBe(0);
    expect(Math.max(...gains)).toBeGreaterThan(0);
  },
  'coach.report.legitimate': (message) => {
    const acting = (kind: 'report' | 'delete', confidence: number): number =>
      assess(message, { ...right(message), verdict: 'phish', confidence, action: { kind } }).handling;
    if (message.solution.truth === 'phish') return;
    expect(acting('report', confidenceOf.likely)).toBeGreaterThanOrEqual(0.85);
    expect(acting('report', confidenceOf.leaning)).toBeGreaterThanOrEqual(0.85);
  },
};

/** At most so many points for each hint, none without. */
function hints(message: Message): void {
  // Apart from floating-point rounding.
  const named = 6 + 1e-9;
  const free = points(message, allSeen(message));
  const one = points(message, { ...allSeen(message), hints: 1 });
  const two = points(message, { ...allSeen(message), hints: 2 });
  expect(points(message, { ...allSeen(message), hints: 0 })).toBe(free);
  expect(free - one).toBeLessThanOrEqual(named);
  expect(one).toBeLessThan(free);
  expect(one - two).toBeLessThanOrEqual(named);
}

/** A flag that is told to have no effect has none: without it the score is the same. */
function idleFlags(message: Message): void {
  for (const ink of ['doubt', 'trust'] as const) {
    const without = allSeen(message);
    for (const { key } of layOut(message).regions) {
      if (without.flags.has(key)) continue;
      const flags = new Map([...without.flags, [key, ink] as const]);
      const { findings, score } = assess(message, { ...without, flags });
      const isIdle = findings.some(
        ({ outcome, flagged, regions }) => outcome === 'neutral' && flagged && regions.includes(key),
      );
      if (isIdle) expect(score, `${key} in ${ink}`).toBe(points(message, without));
    }
  }
}

describe('what the interface says about points', () => {
  it.each(Object.entries(claims))('is true: %s', (_, holds) => {
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages) holds(message);
  });

  it.each(['ja', 'en'] as const)('is tested here for every sentence about points, in %s', (language) => {
    const promising =
      language === 'ja'
        ? /減点|加点|得点(?:には|は|に|への)影響|得点は変わりません|0点/
        : /\bpoints? for|costs? (?:points|nothing)|\bearns?\b|0 points|(?:change|affect) your score|taken off/;
    const folder = join(root, 'src/i18n', language);
    const said = readdirSync(folder).flatMap((file) =>
      sentencesOf(JSON.parse(readFileSync(join(folder, file), 'utf8')), file.replace(/\.json$/, '')),
    );
    // Drills have no points, and sounds are no moves.
    const promises = said.filter(([key, text]) => promising.test(text) && !/^(?:drill|settings)\./.test(key));
    expect(promises.map(([key]) => key).filter((key) => !(key in claims))).toEqual([]);
    expect(promises.length).toBeGreaterThan(5);
  });
});

function sentencesOf(value: unknown, path: string): readonly (readonly [key: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => sentencesOf(inner, `${path}.${key}`))
    : [];
}
