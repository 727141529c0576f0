/** The tables of rules in the guides for trainers, written from the rules. */
import type { Localized } from '../scenario/format/text.ts';
import type { Language } from '../scenario/format/vocabulary.ts';
import { readingRules } from '../scenario/read/reading-rules.ts';
import { checks } from './checks.ts';
import type { About } from './rule.ts';
import { goodPackRules } from './rules.ts';

/** What keeps a file out of play, and what a good pack needs; each by the word in code at the end of its heading. */
const tables = {
  error: [...Object.entries(readingRules).map(([name, about]) => ({ name, ...about })), ...checks],
  'lint:content': goodPackRules,
} as const satisfies Readonly<Record<string, readonly About[]>>;

export type RuleTable = keyof typeof tables;
export const ruleTables = ['error', 'lint:content'] as const satisfies readonly RuleTable[];

/** What a rule finds; undefined for a name that is no rule. */
export const summaryOf = (name: string): Localized | undefined =>
  ruleTables.flatMap((table) => [...tables[table]]).find((rule) => rule.name === name)?.summary;

const warning = { ja: '（警告）', en: ' (warning)' } satisfies Record<Language, string>;

/** The cells of each row of a table: the rule's name with its severity, and what it finds. */
export function ruleRows(
  table: RuleTable,
  language: Language,
): readonly (readonly [rule: string, finds: string])[] {
  return tables[table].map((rule) => [nameCell(rule, language), rule.summary[language]]);
}

const nameCell = ({ name, severity }: About, language: Language): string =>
  `\`${name}\`${severity === 'warning' ? warning[language] : ''}`;

/** A guide with its tables of rules written anew. The formatter aligns the columns. */
export function withRuleTables(guide: string, language: Language): string {
  return ruleTables.reduce((text, table) => withRows(text, table, ruleRows(table, language)), guide);
}

/** Replaces the rows of the first table under the heading that ends with a word in code. Throws where there is none. */
function withRows(guide: string, word: string, cells: readonly (readonly string[])[]): string {
  const lines = guide.split('\n');
  const heading = lines.findIndex((line) => line.startsWith('#') && line.endsWith(`\`${word}\``));
  const table = lines.findIndex((line, index) => index > heading && line.startsWith('|'));
  if (heading < 0 || table < 0) throw new Error(`The guide has no table under the heading \`${word}\`.`);
  const after = lines.findIndex((line, index) => index > table && !line.startsWith('|'));
  const rows = cells.map((row) => `| ${row.join(' | ')} |`);
  return [...lines.slice(0, table + 2), ...rows, ...lines.slice(after < 0 ? lines.length : after)].join('\n');
}
