/** Which bracket of a broken JSON text was not closed. A parser notices it only later, often many lines further on. */
import type { Localized } from '../format/text.ts';
import { type Position, positionAt } from './locate.ts';
import { shown } from './shown.ts';

interface Opener {
  readonly sign: '{' | '[';
  readonly offset: number;
  readonly line: number;
  readonly indent: number;
  /** The field that it is the value of; absent in a list and for the file itself. */
  readonly field?: string;
}

/** What is wrong with the brackets, and where to look. */
export interface BracketSlip {
  readonly text: Localized;
  readonly position: Position;
}

/** Follows the brackets of a text as it is parsed. */
export class Brackets {
  private readonly open: Opener[] = [];
  /** The first opener whose closer is indented otherwise: there the layout and the brackets part. */
  private crooked: Opener | undefined;
  private field: string | undefined;
  private measured = { line: -1, indent: 0 };
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  named(field: string): void {
    this.field = field;
  }

  /** `line` and `column` count from 0, as the parser does. */
  opened(offset: number, line: number, column: number): void {
    const sign = this.text.charAt(offset) === '{' ? '{' : '[';
    const indent = this.indentOf(line, offset - column);
    this.open.push({ sign, offset, line, indent, ...(this.field !== undefined && { field: this.field }) });
    this.field = undefined;
  }

  valued(): void {
    this.field = undefined;
  }

  /** The parser tells the end of an object also where its closer is missing. */
  closed(offset: number, line: number, column: number): void {
    const innermost = this.open.at(-1);
    if (innermost === undefined || this.text.charAt(offset) !== closerOf(innermost)) return;
    this.open.pop();
    if (this.crooked !== undefined) return;
    const indent = this.indentOf(line, offset - column);
    const isFirst = indent === column;
    if (isFirst && line !== innermost.line && innermost.indent > indent) this.crooked = innermost;
  }

  /** What the brackets tell about an error at `offset`; undefined if they are not its cause. */
  slipAt(offset: number): BracketSlip | undefined {
    const next = this.text.charAt(offset);
    const innermost = this.open.at(-1);
    if (this.crooked !== undefined) return this.unclosed(this.crooked, this.crooked.offset);
    if (innermost === undefined) return undefined;
    const isAtEnd = offset >= this.text.trimEnd().length;
    if (isAtEnd) return this.unclosed(innermost, offset);
    const isForeign =
      (innermost.sign === '[' && (next === ':' || next === '}')) || (innermost.sign === '{' && next === ']');
    if (!isForeign) return undefined;
    const closes = next === '}' ? '{' : '[';
    if (next !== ':' && !this.open.some(({ sign }) => sign === closes)) return this.unopened(next, offset);
    return this.unclosed(innermost, offset);
  }

  /** How many blanks a line begins with; a line is looked at once, however many brackets it has. */
  private indentOf(line: number, start: number): number {
    if (this.measured.line === line) return this.measured.indent;
    let first = start;
    while (this.text.charAt(first) === ' ' || this.text.charAt(first) === '\t') first += 1;
    this.measured = { line, indent: first - start };
    return this.measured.indent;
  }

  private unclosed({ sign, offset, field }: Opener, at: number): BracketSlip {
    const { line } = positionAt(this.text, offset);
    const closer = closerOf({ sign });
    const name =
      field === undefined ? { ja: '', en: '' } : { ja: `「${shown(field)}」の`, en: ` of “${shown(field)}”` };
    return {
      position: positionAt(this.text, at),
      text: {
        ja: `${line} 行目で開いた${name.ja} ${sign} が閉じられていません。その終わりに ${closer} を書いてください。`,
        en: `The ${sign}${name.en} that opens in line ${line} is not closed. Write ${closer} at its end.`,
      },
    };
  }

  private unopened(closer: string, offset: number): BracketSlip {
    const opener = closer === '}' ? '{' : '[';
    return {
      position: positionAt(this.text, offset),
      text: {
        ja: `この ${closer} を開く ${opener} がありません。始まりに ${opener} を書くか、これを削除してください。`,
        en: `Nothing opens this ${closer}. Write ${opener} where it begins, or remove it.`,
      },
    };
  }
}

const closerOf = ({ sign }: Pick<Opener, 'sign'>): string => (sign === '{' ? '}' : ']');
