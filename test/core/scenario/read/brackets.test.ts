import { describe, expect, it } from 'vitest';
import template from '../../../../src/core/draft/template.json' with { type: 'json' };
import { readJson } from '../../../../src/core/scenario/read/read-json.ts';

const text = JSON.stringify(template, undefined, 2);
const lines = text.split('\n');

function problemOf(broken: string) {
  const json = readJson(broken, 'x.json');
  const [problem] = json.ok ? [] : json.problems;
  return problem;
}

/** The numbers of the lines in which the first field of a name opens and closes. */
function spanOf(field: string): { readonly opens: number; readonly closes: number } {
  const opens = lines.findIndex((line) => line.includes(`"${field}": `));
  const indent = /^ */.exec(lines[opens] ?? '')?.[0] ?? '';
  const closes = lines.findIndex((line, index) => index > opens && new RegExp(`^${indent}[}\\]]`).test(line));
  return { opens: opens + 1, closes: closes + 1 };
}

const without = (line: number, sign: string): string =>
  lines.map((one, index) => (index + 1 === line ? one.replace(sign, '') : one)).join('\n');

describe('a bracket that is missing', () => {
  it.each([
    ['delivery', '}'],
    ['decoys', ']'],
    ['verify', '}'],
    ['to', ']'],
    ['clues', ']'],
  ])('at the end of %s is told by its opener and its line', (field, sign) => {
    const { opens, closes } = spanOf(field);
    const { text: told } = problemOf(without(closes, sign)) ?? { text: undefined };
    expect(told?.en).toContain(`of “${field}” that opens in line ${opens}`);
    expect(told?.en).toContain(`Write ${sign}`);
    expect(told?.ja).toContain(`${opens} 行目で開いた「${field}」`);
  });

  it('at the end of the file is that of the first line', () => {
    expect(problemOf(text.slice(0, -1))?.text.en).toContain('opens in line 1 ');
  });

  it('at the beginning of a list is told where the list ends', () => {
    const { opens, closes } = spanOf('companyRules');
    expect(problemOf(without(opens, '['))).toMatchObject({
      line: closes,
      text: { en: expect.stringContaining('Nothing opens this ]') },
    });
  });
});

it('says nothing of brackets where a comma is missing', () => {
  expect(problemOf(without(2, ','))?.text.en).toContain('A comma');
});
