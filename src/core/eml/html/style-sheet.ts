/** The part of CSS that mails use: rules of simple selectors, and declarations. Unknown rules are skipped, as CSS demands. */
import { mostStyleRules } from '../bounds.ts';

/** Properties and their values, both in lower case but for addresses. */
export type Declarations = ReadonlyMap<string, Declared>;
/** A value and whether it is `!important`. */
export interface Declared {
  readonly value: string;
  readonly important: boolean;
}

/** One step of a selector, such as `td.note`. */
export interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** Whether the step before it must be the parent, not just around it. */
  readonly isChild: boolean;
}

/** A rule with one selector. */
export interface StyleRule {
  /** Outermost first. */
  readonly steps: readonly Compound[];
  readonly specificity: number;
  readonly declarations: Declarations;
}

/** The rules of a style sheet that hold on a screen of any width. Takes linear time. */
export function styleRulesOf(css: string): readonly StyleRule[] {
  const text = css.replaceAll(/<!--|-->/g, ' ').replaceAll(/\/\*[^]*?(?:\*\/|$)/g, ' ');
  const rules: StyleRule[] = [];
  for (let at = 0; at < text.length && rules.length < mostStyleRules;) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const prelude = afterStatement(text.slice(at, open));
    const isAtRule = prelude.startsWith('@');
    const close = isAtRule ? blockEnd(text, open) : text.indexOf('}', open);
    const end = close < 0 ? text.length : close;
    if (!isAtRule) {
      const declarations = declarationsOf(text.slice(open + 1, end));
      for (const selector of prelude.slice(0, 2_000).split(',')) {
        const steps = stepsOf(selector);
        if (steps !== undefined) rules.push({ steps, specificity: specificityOf(steps), declarations });
      }
    }
    at = end + 1;
  }
  return rules;
}

/** `@import …;` and the like end before the selector. */
const afterStatement = (text: string): string => text.slice(text.lastIndexOf(';') + 1).trim();

/** The brace that closes a block with blocks in it. */
function blockEnd(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** The declarations of a rule or of a `style` attribute. */
export function declarationsOf(text: string): Declarations {
  const declarations = new Map<string, Declared>();
  for (const declaration of text.split(/;(?![^(]{0,300}\))/)) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const written = declaration.slice(colon + 1).trim();
    const important = /!\s*important$/i.test(written);
    const value = written.replace(/!\s*important$/i, '').trim();
    if (value !== '' && (important || declarations.get(property)?.important !== true)) {
      declarations.set(property, { value: /url\(/i.test(value) ? value : value.toLowerCase(), important });
    }
  }
  return declarations;
}

const compound = /^(\*|[a-z][a-z0-9]*)?((?:[.#][\w-]+)*)$/i;

/** The steps of a selector; undefined if it uses more of CSS than mails are known to rely on. */
function stepsOf(selector: string): readonly Compound[] | undefined {
  const words = selector.replaceAll('>', ' > ').trim().split(/\s+/);
  const steps: Compound[] = [];
  let isChild = false;
  for (const word of words.slice(0, 12)) {
    if (word === '>') {
      isChild = true;
      continue;
    }
    const [, tag = '', marks = ''] = compound.exec(word) ?? [undefined, undefined, undefined];
    if (!compound.test(word) || word === '') return undefined;
    const names = marks.split(/(?=[.#])/).filter((name) => name !== '');
    steps.push({
      tag: tag === '*' ? '' : tag.toLowerCase(),
      id: names.find((name) => name.startsWith('#'))?.slice(1) ?? '',
      classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
      isChild,
    });
    isChild = false;
  }
  return steps.length > 0 && words.length <= 12 ? steps : undefined;
}

const specificityOf = (steps: readonly Compound[]): number =>
  steps.reduce(
    (sum, { tag, id, classes }) =>
      sum + (id === '' ? 0 : 10_000) + classes.length * 100 + (tag === '' ? 0 : 1),
    0,
  );
