import { describe, expect, it } from 'vitest';
import { contentIndexOf } from '../../../../src/core/scenario/read/content-index.ts';
import { loadPack } from '../../../../src/core/lint/load.ts';
import { parseDrill, parsePack, parseScenario } from '../../../../src/core/lint/parse.ts';
import { aScenario, both } from '../../../fixtures/builders.ts';

const option = (id: string, worth: string, next?: string) => ({
  id,
  label: both(id),
  worth,
  ...(worth === 'harmful' && { consequence: both('…') }),
  explanation: both('…'),
  ...(next !== undefined && { next }),
});
const turn = (id: string, minute: number, ...options: readonly ReturnType<typeof option>[]) => ({
  id,
  minute,
  text: both('…'),
  meanwhile: both('…'),
  options,
});
const aDrillFile = (...turns: readonly ReturnType<typeof turn>[]) => ({
  format: 1,
  id: 'paid',
  title: both('送金'),
  situation: both('…'),
  timeline: { since: both('…'), turns },
  lesson: both('…'),
  source: { text: both('…'), covers: ['R8', 'R15', 'S1'] },
  author: 'Test',
  licence: 'CC BY 4.0',
});
const good = aDrillFile(
  turn('first', 0, option('call', 'best', 'last'), option('wait', 'harmful', 'late')),
  turn('late', 30, option('call', 'best', 'last'), option('wait', 'harmful', 'last')),
  turn('last', 60, option('keep', 'best'), option('delete', 'weak')),
);
const text = (value: unknown): string => JSON.stringify(value, null, 2);
const lineOf = (file: string, path: RegExp): number => {
  const at = path.exec(file)?.index ?? -1;
  return file.slice(0, at).split('\n').length;
};

const pack = {
  format: 1,
  id: 'aid',
  title: both('もしも'),
  description: both('…'),
  author: 'Test',
  licence: 'CC BY 4.0',
  audiences: [{ id: 'office', name: both('…') }],
  scenarios: [],
  drills: ['paid.json'],
};

describe('a drill file', () => {
  it('may have turns that branch and meet again', () => {
    expect(parseDrill(text(good), 'paid.json')).toMatchObject({ ok: true, problems: [] });
  });

  it.each([
    [
      'unreachable-turn',
      'a turn that nothing leads to',
      aDrillFile(
        turn('first', 0, option('a', 'best'), option('b', 'weak')),
        turn('lost', 5, option('c', 'best'), option('d', 'weak')),
      ),
      ['timeline', 'turns', 1, 'id'],
      /"lost"/,
    ],
    [
      'turn-loop',
      'a turn that leads back to itself over another',
      aDrillFile(
        turn('first', 0, option('a', 'best'), option('b', 'weak', 'next')),
        turn('next', 5, option('c', 'best'), option('d', 'weak', 'first')),
      ),
      ['timeline', 'turns', 1, 'options', 1, 'next'],
      /"next": "first"/,
    ],
    [
      'turn-loop',
      'a turn that leads to itself',
      aDrillFile(turn('first', 0, option('a', 'best'), option('b', 'weak', 'first'))),
      ['timeline', 'turns', 0, 'options', 1, 'next'],
      /"next": "first"/,
    ],
    [
      'turn-not-later',
      'a turn followed by one no later',
      aDrillFile(
        turn('first', 5, option('a', 'best', 'next'), option('b', 'weak')),
        turn('next', 5, option('c', 'best'), option('d', 'weak')),
      ),
      ['timeline', 'turns', 0, 'options', 0, 'next'],
      /"next": "next"/,
    ],
    [
      'unknown-turn',
      'a turn that is named but not there',
      aDrillFile(
        turn('first', 0, option('a', 'best', 'nxt'), option('b', 'weak', 'next')),
        turn('next', 5, option('c', 'best'), option('d', 'weak')),
      ),
      ['timeline', 'turns', 0, 'options', 0, 'next'],
      /"next": "nxt"/,
    ],
    [
      'turn-without-best',
      'a turn on which nothing is best',
      aDrillFile(turn('first', 0, option('a', 'weak'), option('b', 'harmful'))),
      ['timeline', 'turns', 0, 'options'],
      /"options"/,
    ],
    [
      'duplicate-id',
      'an option named twice on a turn',
      aDrillFile(turn('first', 0, option('a', 'best'), option('a', 'weak'))),
      ['timeline', 'turns', 0, 'options', 1, 'id'],
      /"id": "a"(?=[^]*"weak")(?![^]*"id": "a")/,
    ],
  ])('is refused as %s for %s, by path and line, in both languages', (rule, _, drill, path, place) => {
    const file = text(drill);
    const outcome = parseDrill(file, 'paid.json');
    expect(outcome.ok).toBe(false);
    const problem = outcome.problems.find((one) => one.rule === rule);
    expect(problem).toMatchObject({ path, severity: 'error', file: 'paid.json', line: lineOf(file, place) });
    expect(problem?.text.ja).toMatch(/[ぁ-ん]/);
    expect(problem?.text.en).not.toMatch(/[ぁ-ん]/);
  });

  it('suggests the turn that was meant', () => {
    const drill = aDrillFile(
      turn('first', 0, option('a', 'best', 'secnd'), option('b', 'weak', 'second')),
      turn('second', 5, option('c', 'best'), option('d', 'weak')),
    );
    expect(parseDrill(text(drill), 'paid.json').problems[0]?.text.en).toContain('Did you mean “second”?');
  });

  it('is refused if a harmful option has no consequence', () => {
    const { consequence: _, ...untold } = option('b', 'harmful');
    const drill = aDrillFile(turn('first', 0, option('a', 'best'), { ...untold }));
    expect(parseDrill(text(drill), 'paid.json').problems).toMatchObject([
      { rule: 'missing-field', path: ['timeline', 'turns', 0, 'options', 1, 'consequence'] },
    ]);
  });

  it('is refused with nothing to decide', () => {
    const { timeline: _, ...empty } = good;
    expect(parseDrill(text(empty), 'paid.json').problems).toMatchObject([{ rule: 'empty-drill', line: 1 }]);
  });

  it.each(['R0', 'R16', 'T1'])('cannot cover %s', (number) => {
    const drill = { ...good, source: { text: both('…'), covers: [number] } };
    expect(parseDrill(text(drill), 'paid.json')).toMatchObject({ ok: false });
  });
});

describe('a drill in a scenario', () => {
  it('has to follow the same rules', () => {
    const {
      format: _,
      author: __,
      licence: ___,
      ...drill
    } = aDrillFile(turn('first', 0, option('a', 'weak'), option('b', 'weak')));
    const outcome = parseScenario(text({ ...aScenario(), drills: [drill] }), 'test.json');
    expect(outcome.problems).toMatchObject([
      { rule: 'turn-without-best', path: ['drills', 0, 'timeline', 'turns', 0, 'options'] },
    ]);
  });
});

describe('a pack of drills alone', () => {
  const files: Readonly<Record<string, string>> = {
    'packs/aid/pack.json': text(pack),
    'packs/aid/drills/paid.json': text(good),
  };
  const read = (path: string): Promise<string> => {
    const found = files[path];
    return found === undefined ? Promise.reject(new Error(path)) : Promise.resolve(found);
  };

  it('is loaded with its drills, and listed after packs with an inbox', async () => {
    const loaded = await loadPack(read, 'aid');
    expect(loaded.problems).toEqual([]);
    expect(loaded.drills.map(({ id }) => id)).toEqual(['paid']);
    const { pack: aid } = loaded;
    if (aid === undefined) throw new Error('no pack');
    const other = { pack: { ...aid, id: 'zebra' }, scenarios: [aScenario()], drills: [], lessons: [] };
    const index = contentIndexOf([{ ...loaded, pack: aid }, other]);
    expect(index.packs.map(({ id }) => id)).toEqual(['zebra', 'aid']);
    expect(index.packs[1]?.drills).toEqual([{ id: 'paid', title: both('送金') }]);
  });

  it('reports a missing drill', async () => {
    const { 'packs/aid/drills/paid.json': _, ...without } = files;
    const loaded = await loadPack(
      (path) => (path in without ? read(path) : Promise.reject(new Error(path))),
      'aid',
    );
    expect(loaded.problems).toMatchObject([
      { rule: 'file-missing', file: 'packs/aid/pack.json', path: ['drills', 0] },
    ]);
    expect(loaded.problems[0]?.text.en).toContain('“paid.json”');
  });

  it('is refused when it lists nothing, or a drill twice', () => {
    expect(parsePack(text({ ...pack, drills: [] }), 'pack.json').problems).toMatchObject([
      { rule: 'empty-pack', path: ['scenarios'] },
    ]);
    expect(
      parsePack(text({ ...pack, drills: ['paid.json', 'paid.json'] }), 'pack.json').problems,
    ).toMatchObject([{ rule: 'listed-twice', path: ['drills', 1] }]);
  });
});
