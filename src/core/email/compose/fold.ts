/** Folds header fields into physical lines (RFC 5322, 2.2.3). */

/** A stretch of a source line. */
export interface SourceSegment {
  readonly text: string;
  /** Key of the region it belongs to. */
  readonly region?: string;
}

/** One physical line of a message's source. */
export interface SourceLine {
  readonly segments: readonly SourceSegment[];
  /** The decoded text of an encoded line. */
  readonly decoded?: string;
  /** The same, where parts of it belong to regions. */
  readonly decodedSegments?: readonly SourceSegment[];
}

/** A piece of a header that is never split. Tokens are joined by spaces or line breaks. */
export interface Token extends SourceSegment {
  /** The text that an encoded word represents. */
  readonly decoded?: string;
  /** Always starts a new line. */
  readonly onNewLine?: true;
}

/** RFC 5322, 2.1.1: lines should have at most 78 characters. */
const longestLine = 78;
/** RFC 5322, 2.1.1: lines must have at most 998 characters. A token with the preceding space stays below that. */
const longestToken = 990;

/** A header field as folded lines. If the whole value is one region, the field name belongs to it too. */
export function foldHeader(name: string, tokens: readonly Token[]): readonly SourceLine[] {
  const region = tokens[0]?.region;
  const whole = region !== undefined && tokens.every((token) => token.region === region);
  const rows: Token[][] = [[{ text: `${name}:`, ...(whole && { region }) }]];
  let width = name.length + 1;
  for (const token of tokens.flatMap(cut)) {
    const row = rows.at(-1);
    const fits = width + 1 + token.text.length <= longestLine && token.onNewLine !== true;
    if (row !== undefined && fits) {
      row.push(token);
      width += 1 + token.text.length;
    } else {
      rows.push([token]);
      width = 1 + token.text.length;
    }
  }
  return rows.map((row, index) => lineOf(row, index > 0));
}

function lineOf(row: readonly Token[], continued: boolean): SourceLine {
  const segments: SourceSegment[] = continued ? [{ text: ' ' }] : [];
  for (const [index, { text, region }] of row.entries()) {
    const last = segments.at(-1);
    const space = index > 0 ? ' ' : '';
    if (index > 0 && last !== undefined && last.region === region) {
      segments[segments.length - 1] = segmentOf(`${last.text}${space}${text}`, region);
      continue;
    }
    if (index > 0) segments.push({ text: space });
    segments.push(segmentOf(text, region));
  }
  return { segments, ...(row.some(({ decoded }) => decoded !== undefined) && { decoded: decodedRow(row) }) };
}

const segmentOf = (text: string, region: string | undefined): SourceSegment => ({
  text,
  ...(region !== undefined && { region }),
});

/** The space between two encoded words is not part of the text (RFC 2047, 6.2). */
function decodedRow(row: readonly Token[]): string {
  return row.reduce((text, token, index) => {
    const joined = token.decoded !== undefined && row[index - 1]?.decoded !== undefined;
    return `${text}${index === 0 || joined ? '' : ' '}${token.decoded ?? token.text}`;
  }, '');
}

/** Splits a token that is longer than a line may be. */
function cut(token: Token): readonly Token[] {
  if (token.text.length <= longestToken) return [token];
  const count = Math.ceil(token.text.length / longestToken);
  return Array.from({ length: count }, (_, index) => ({
    ...token,
    text: token.text.slice(index * longestToken, (index + 1) * longestToken),
  }));
}
