import { describe, expect, it } from 'vitest';
import template from '../../src/core/draft/template.json' with { type: 'json' };
import { lintPack } from '../../src/core/lint/lint-pack.ts';
import { loadPack, packFile, type Read, scenarioFile } from '../../src/core/lint/load.ts';
import type { Problem } from '../../src/core/scenario/read/problem.ts';
import { languages } from '../../src/core/scenario/format/vocabulary.ts';
import { filesIn, guide } from './readme-blocks.ts';

const quoted = '"en": "Unless you confirm them by noon today, payment will be cancelled."';

/** Typical slips when an author changes the example: the right text, and the wrong one. */
const slips: readonly (readonly [rule: string, right: string, wrong: string])[] = [
  ['broken-json', '"id": "expenses",', '"id": "expenses"'],
  ['broken-json', '"zone": "+0000"\n', '"zone": "+0000",\n'],
  ['broken-json', '"truth": "phish"', '"truth"： "phish"'],
  ['unknown-field', '"companyRules"', '"companyRule"'],
  ['missing-field', '"channel": "mail",', ''],
  ['translation-missing', '{ "ja": "ご利用者様", "en": "Dear user," }', '{ "ja": "ご利用者様" }'],
  ['unknown-cue', '"cue": "urgency"', '"cue": "urgncy"'],
  ['unknown-value', '"truth": "phish"', '"truth": "phising"'],
  ['wrong-form', '"2026-03-27T10:30:00+09:00"', '"2026-03-27 10:30"'],
  ['file-name', '"id": "expenses",', '"id": "expense",'],
  ['duplicate-id', '"id": "page-address"', '"id": "link"'],
  ['unknown-link', '"link": "confirm",', '"link": "confrim",'],
  ['unknown-page', 'signin", "page": "sign-in"', 'signin", "page": "signin"'],
  ['landing-page-missing', 'signin", "page": "sign-in"', 'signin"'],
  ['unknown-fact', '"fact": "pressure"', '"fact": "presure"'],
  ['anchor-not-found', `${quoted}\n              }`, `${quoted.replace('them', 'it')}\n              }`],
  ['anchor-ambiguous', `${quoted}\n              }`, '"en": "confirm"\n              }'],
  ['twin-not-mutual', '"twin": "expenses-lure",', ''],
  ['real-domain', '"address": "notice@example.net"', '"address": "notice@keihi-note.com"'],
  ['hidden-character', '"en": "Nao Sato"', '"en": "Nao\u200b Sato"'],
];

describe.each(languages)('the example in the guide for trainers in %s', (language) => {
  const text = guide(language);
  const files = filesIn(text);
  const pack = files.get('pack') ?? '';
  const scenario = files.get('scenario') ?? '';

  it('is a pack without problems for parser and linter', async () => {
    const loaded = await load(pack, scenario);
    expect(lintPack(loaded)).toEqual([]);
    expect(loaded.scenarios.map(({ id, messages }) => [id, messages.length])).toEqual([['expenses', 2]]);
  });

  it('is the template from which trainers begin', () => {
    expect(JSON.parse(scenario)).toEqual(template);
  });

  it.each(slips)('reports a slip with %s in the words of the guide', async (rule, right, wrong) => {
    expect(scenario).toContain(right);
    const problems = lintPack(await load(pack, scenario.replace(right, wrong)));
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    for (const problem of problems) expect(text).toContain(opening(problem));
  });

  function opening({ text: said }: Problem): string {
    return said[language].split(language === 'ja' ? '使える値' : ' Allowed:')[0] ?? '';
  }
});

async function load(pack: string, scenario: string) {
  const files = new Map([
    [packFile('my-pack'), pack],
    [scenarioFile('my-pack', 'expenses'), scenario],
  ]);
  const read: Read = async (path) => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`no ${path}`);
    return text;
  };
  return loadPack(read, 'my-pack');
}
