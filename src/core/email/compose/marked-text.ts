/**
 * A text in which some stretches belong to regions, marked by characters that are taken out again. So a text is encoded line
 * by line, and the regions are still known in what its lines say.
 */
import type { SourceLine, SourceSegment } from './fold.ts';

/** Of a private-use plane: one character for each region. */
const firstMark = 0xf0000;
const lastMark = 0xffffd;
const endMark = '\u{10fffd}';
const anyMark = /[\u{f0000}-\u{ffffd}\u{10fffd}]/gu;

/** A text without marks. */
export const withoutMarks = (text: string): string => text.replaceAll(anyMark, '');

/** Marks the stretches of one text, and reads the marks in its lines. */
export class TextMarks {
  private readonly regions: string[] = [];

  /** A stretch that belongs to a region. */
  mark(region: string, text: string): string {
    const place = firstMark + this.regions.length;
    if (place > lastMark) return text;
    this.regions.push(region);
    return `${String.fromCodePoint(place)}${text}${endMark}`;
  }

  /** The lines of the text, each with its regions in place of the marks. A stretch may go on over several lines. */
  linesOf(lines: readonly SourceLine[]): readonly SourceLine[] {
    let open: string | undefined;
    return lines.map((line): SourceLine => {
      const { segments, decoded } = line;
      const written = segments.map(({ text }) => text).join('');
      if (open === undefined && withoutMarks(decoded ?? written) === (decoded ?? written)) return line;
      const found = this.segmentsOf(decoded ?? written, open);
      ({ open } = found);
      const clean = withoutMarks(written);
      const says = withoutMarks(decoded ?? written);
      if (says === clean) return { segments: found.segments };
      return { segments: [{ text: clean }], decoded: says, decodedSegments: found.segments };
    });
  }

  private segmentsOf(marked: string, before: string | undefined) {
    const segments: SourceSegment[] = [];
    let open = before;
    let end = 0;
    const add = (text: string): void => {
      if (text !== '') segments.push({ text, ...(open !== undefined && { region: open }) });
    };
    for (const { 0: mark, index } of marked.matchAll(anyMark)) {
      add(marked.slice(end, index));
      open = mark === endMark ? undefined : this.regions[(mark.codePointAt(0) ?? 0) - firstMark];
      end = index + mark.length;
    }
    add(marked.slice(end));
    return { segments: segments.length === 0 ? [{ text: '' }] : segments, open };
  }
}
