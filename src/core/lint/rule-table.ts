/** The table of lint rules in the guides for trainers, which derives from the rules. */
import type { Language } from '../scenario/format/vocabulary.ts';
import type { Rule } from './rule.ts';
import { goodPackRules } from './rules.ts';

const warning = { ja: '（警告）', en: ' (warning)' } satisfies Record<Language, string>;

/** The cells of each row: the rule's name with its severity, and what it finds. */
export function ruleRows(language: Language): readonly (readonly [rule: string, finds: string])[] {
  return goodPackRules.map((rule) => [nameCell(rule, language), rule.summary[language]]);
}

const nameCell = ({ name, severity }: Rule, language: Language): string =>
  `\`${name}\`${severity === 'warning' ? warning[language] : ''}`;

/** A guide with its table of rules written anew; the formatter aligns the columns. The rows follow the heading `lint:content`. */
export function withRuleTable(guide: string, language: Language): string {
  const lines = guide.split('\n');
  const heading = lines.findIndex((line) => /^#.*`lint:content`$/.test(line));
  const table = lines.findIndex((line, index) => index > heading && line.startsWith('|'));
  if (heading < 0 || table < 0) throw new Error('The guide has no table under the heading `lint:content`.');
  const after = lines.findIndex((line, index) => index > table && !line.startsWith('|'));
  const rows = ruleRows(language).map((cells) => `| ${cells.join(' | ')} |`);
  return [...lines.slice(0, table + 2), ...rows, ...lines.slice(after < 0 ? lines.length : after)].join('\n');
}
