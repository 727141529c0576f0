/**
 * Cuts a text into clauses, the flaggable pieces of wording. The same rule cuts every text, guilty or innocent. It
 * is our own rather than `Intl.Segmenter`, which changes with the browser's version: a score must be the same on
 * every machine.
 */
import type { Language } from '../format/vocabulary.ts';

/** A stretch of a text, by UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Whether a sentence or line ends here, not only a clause. */
  readonly full: boolean;
}

const abbreviations = /\b(?:Mr|Mrs|Ms|Dr|Inc|Ltd|Co|Corp|No|St|vs|etc|approx|e\.g|i\.e|a\.m|p\.m)\.$/i;

/**
 * A comma ends a clause only if at least this many letters are on each side, so that no clause is too short to
 * flag.
 */
const shortest = { ja: 8, en: 18 } satisfies Record<Language, number>;

/** The clauses of a text, in order and without gaps. Spaces belong to the preceding clause. */
export function clausesOf(text: string, language: Language): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  // Remembered from comma to comma: otherwise a text of many commas would take quadratic time.
  let nextStop = -1;
  for (let at = 0; at < text.length; at += 1) {
    const end = endOfStop(text, at, language);
    if (end === undefined) continue;
    const full = isFullStop(text, at, language);
    const before = end - start;
    if (nextStop < end) nextStop = fullStopFrom(text, end, language);
    const after = nextStop - end;
    if (full || (before >= shortest[language] && after >= shortest[language])) {
      spans.push({ start, end, full });
      start = end;
    }
    at = end - 1;
  }
  if (start < text.length) spans.push({ start, end: text.length, full: true });
  return spans;
}

const closing = /[」』)）】〉》"'’”\]]/;
const space = /\s/;

/**
 * The end of the clause that stops at `at`, including closing brackets and spaces; undefined if nothing stops
 * there.
 */
function endOfStop(text: string, at: number, language: Language): number | undefined {
  const stop = isFullStop(text, at, language) || isComma(text, at, language);
  if (!stop) return undefined;
  let end = at + 1;
  while (end < text.length && (isMark(text[end]) || closing.test(text[end] ?? ''))) end += 1;
  while (end < text.length && space.test(text[end] ?? '')) end += 1;
  return end;
}

function isMark(character: string | undefined): boolean {
  return character !== undefined && '。！？!?'.includes(character);
}

function isFullStop(text: string, at: number, language: Language): boolean {
  const character = text[at] ?? '';
  if (character === '\n' || '。！？'.includes(character)) return true;
  const next = text[at + 1];
  const open = next === undefined || space.test(next) || closing.test(next);
  if ('!?'.includes(character)) return language === 'ja' || open;
  if (character !== '.' || !open || language === 'ja') return false;
  return !abbreviations.test(text.slice(Math.max(0, at - 8), at + 1));
}

function isComma(text: string, at: number, language: Language): boolean {
  const character = text[at] ?? '';
  if (language === 'ja') return '、，'.includes(character);
  return ',;:–—'.includes(character) && space.test(text[at + 1] ?? '');
}

/** Where the sentence that continues at `from` stops; the end of the text if it does not. */
function fullStopFrom(text: string, from: number, language: Language): number {
  for (let at = from; at < text.length; at += 1) if (isFullStop(text, at, language)) return at;
  return text.length;
}

/**
 * Joins neighbouring clauses until both languages have the same number. The n-th region is then the same in
 * Japanese and English, and a flag survives a change of language. Sentences are paired with sentences if their
 * numbers allow it.
 */
export function alignClauses(
  ja: readonly Span[],
  en: readonly Span[],
): { readonly ja: readonly Span[]; readonly en: readonly Span[] } {
  const sentencesJa = sentences(ja);
  const sentencesEn = sentences(en);
  if (sentencesJa.length !== sentencesEn.length) {
    const count = Math.min(sentencesJa.length, sentencesEn.length);
    return { ja: joinTo(count, sentencesJa.map(hull)), en: joinTo(count, sentencesEn.map(hull)) };
  }
  const pairs = sentencesJa.map((sentence, index) => {
    const other = sentencesEn[index] ?? [];
    const count = Math.min(sentence.length, other.length);
    return { ja: joinTo(count, sentence), en: joinTo(count, other) };
  });
  return { ja: pairs.flatMap((pair) => pair.ja), en: pairs.flatMap((pair) => pair.en) };
}

function sentences(spans: readonly Span[]): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  let group: Span[] = [];
  for (const span of spans) {
    group.push(span);
    if (!span.full) continue;
    groups.push(group);
    group = [];
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function hull(spans: readonly Span[]): Span {
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined) throw new Error('an empty sentence');
  return { start: first.start, end: last.end, full: true };
}

/** Joins `spans` into `count` spans of about equal length, each a run of whole neighbours. */
function joinTo(count: number, spans: readonly Span[]): readonly Span[] {
  if (count === 0 || spans.length <= count) return spans;
  const first = spans[0]?.start ?? 0;
  const total = (spans.at(-1)?.end ?? 0) - first;
  const joined: Span[] = [];
  let from = 0;
  for (let group = 1; group <= count; group += 1) {
    const goal = first + (total * group) / count;
    const latest = spans.length - (count - group);
    let to = from + 1;
    while (to < latest && nearer(goal, spans[to]?.end ?? 0, spans[to - 1]?.end ?? 0)) to += 1;
    if (group === count) to = spans.length;
    joined.push(hull(spans.slice(from, to)));
    from = to;
  }
  return joined;
}

function nearer(goal: number, candidate: number, current: number): boolean {
  return Math.abs(goal - candidate) < Math.abs(goal - current);
}
