import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { lint, type Linted } from '../../src/cli/lint.ts';
import { tellReport } from '../../src/core/lint/tells/tell-report.ts';
import { tellsOf } from '../../src/core/lint/tells/tells.ts';

const content = new URL('../../content/', import.meta.url).pathname;
const packs = readdirSync(`${content}packs`).filter((id) => existsSync(`${content}packs/${id}/pack.json`));

describe('the shipped packs', () => {
  let linted: Linted = { problems: [], files: 0, samples: [] };
  beforeAll(async () => {
    linted = await lint(content, () => undefined);
  });

  it.each(packs)('leave neither parser nor linter anything to say of %s', (id) => {
    const said = linted.problems.filter(({ file }) => file.includes(`/packs/${id}/`));
    expect(said.map(({ file, line, rule, text }) => `${file}:${line} ${rule} ${text.en}`)).toEqual([]);
  });

  it('stand in a world that holds', () => {
    expect(linted.problems.filter(({ file }) => file.includes('/world/'))).toEqual([]);
  });

  it('have nothing that tells a lure from genuine mail before it is read', () => {
    const tells = tellsOf(linted.samples);
    process.stdout.write(`\n${tellReport(tells)}`);
    expect(tells.single.filter(({ isTell }) => isTell)).toEqual([]);
    expect(tells.together.isTell).toBe(false);
  });
});
