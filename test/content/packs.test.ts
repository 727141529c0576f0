import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { lint, type Linted } from '../../src/cli/commands/lint.ts';
import { tellReport } from '../../src/core/lint/tells/tell-report.ts';
import type { Localized } from '../../src/core/scenario/format/text.ts';
import { languages } from '../../src/core/scenario/format/vocabulary.ts';
import { cues } from '../../src/core/scenario/format/cues.ts';
import { tellsOf } from '../../src/core/lint/tells/tells.ts';

const content = new URL('../../content/', import.meta.url).pathname;
const packs = readdirSync(`${content}packs`).filter((id) => existsSync(`${content}packs/${id}/pack.json`));

interface Written {
  readonly messages: readonly {
    readonly solution: {
      readonly truth: string;
      readonly difficulty?: string;
      readonly pull?: Localized;
      readonly consequence?: object;
      readonly clues?: readonly { readonly cue: string }[];
    };
  }[];
}

/** Every solution of a pack, or of all packs. */
function solutionsOf(ids: readonly string[]) {
  return ids
    .flatMap((id) => {
      const folder = `${content}packs/${id}/scenarios/`;
      const files = existsSync(folder) ? readdirSync(folder) : [];
      return files.map((file): Written => JSON.parse(readFileSync(folder + file, 'utf8')));
    })
    .flatMap(({ messages }) => messages.map(({ solution }) => solution));
}

describe('the shipped packs', () => {
  let linted: Linted = { problems: [], files: 0, samples: [] };
  // A busy machine takes more than the usual minute for all packs.
  beforeAll(async () => {
    linted = await lint(content, () => undefined);
  }, 180_000);

  it.each(packs)('have no problem for parser or linter: %s', (id) => {
    const said = linted.problems.filter(({ file }) => file.includes(`/packs/${id}/`));
    expect(said.map(({ file, line, rule, text }) => `${file}:${line} ${rule} ${text.en}`)).toEqual([]);
  });

  it('say for every message what came of it', () => {
    expect(solutionsOf(packs).filter(({ consequence }) => consequence === undefined)).toEqual([]);
  });

  it('each have their own place on the start page', () => {
    const orders = packs.map((id): unknown => {
      const { order }: { readonly order?: unknown } = JSON.parse(
        readFileSync(`${content}packs/${id}/pack.json`, 'utf8'),
      );
      return order;
    });
    expect(orders).not.toContain(undefined);
    expect(new Set(orders).size).toBe(packs.length);
  });

  it('are set in a world without problems', () => {
    expect(linted.problems.filter(({ file }) => file.includes('/world/'))).toEqual([]);
  });

  it.each(Object.entries(cues).flatMap(([id, cue]) => ('nist' in cue ? [id] : [])))(
    'give the cue %s at least twice',
    (id) => {
      const given = solutionsOf(packs).flatMap(({ clues = [] }) => clues.filter(({ cue }) => cue === id));
      expect(given.length).toBeGreaterThanOrEqual(2);
    },
  );

  it.each(['office', 'everyday-japan', 'toolbox', 'other-desks'])(
    'make at least a quarter of the lures of %s very difficult',
    (id) => {
      const lures = solutionsOf([id]).filter(({ truth }) => truth === 'phish');
      const very = lures.filter(({ difficulty }) => difficulty === 'very');
      expect(very.length / lures.length).toBeGreaterThanOrEqual(0.25);
    },
  );

  it.each(packs.filter((id) => solutionsOf([id]).length > 0))(
    'balance lures and genuine mail in %s',
    (id) => {
      const all = solutionsOf([id]);
      const share = all.filter(({ truth }) => truth === 'legitimate').length / all.length;
      expect(share).toBeGreaterThanOrEqual(0.45);
      expect(share).toBeLessThanOrEqual(0.6);
    },
  );

  it.each(languages)('say for every lure why people follow it, each in its own words, in %s', (language) => {
    const lures = solutionsOf(packs).filter(({ truth }) => truth === 'phish');
    const said = lures.flatMap(({ pull }) => pull?.[language] ?? []);
    expect(said).toHaveLength(lures.length);
    expect(new Set(said).size).toBe(lures.length);
  });

  it('have nothing that tells a lure from genuine mail before it is read', () => {
    const tells = tellsOf(linted.samples);
    process.stdout.write(`\n${tellReport(tells)}`);
    expect(tells.single.filter(({ isTell }) => isTell)).toEqual([]);
    expect(tells.together.isTell).toBe(false);
  });
});
