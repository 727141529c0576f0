/**
 * The answers of a round ⇄ a short text of printable ASCII, for the 4,096 characters SCORM 1.2 grants. What the moves were in
 * between goes unsaid: of a flag taken back nothing remains, nor of the reason a player gave.
 */
import { type Action, type Answer, answerTo, inkedIn, type Move } from '../core/engine/answer.ts';
import { hintCount } from '../core/engine/hints.ts';
import type { Source } from '../core/engine/sources.ts';
import { actionNumbers, actionOfNumber, laterMailFields } from '../core/scenario/format/vocabulary.ts';
import { fieldRegion } from '../core/scenario/layout/regions.ts';

const version = '1';

/** A message as far as its answer is concerned. */
export interface Answerable {
  /** As moves name it. */
  readonly message: string;
  /** Keys of its regions, in the order of its layout. */
  readonly regions: readonly string[];
  /** Where it can be checked, always in the same order; absent where looks are not kept. */
  readonly sources?: readonly Source[];
  /** Those that settle it: where room is short, one look at one of them is what counts. */
  readonly settling?: ReadonlySet<Source>;
}

/** The state of a round that an LMS stores. */
export interface RoundState {
  /** Which round it is, in the game's own words: its link. */
  readonly round: string;
  readonly moves: readonly Move[];
}

/**
 * The text, or undefined if it is longer than the limit. To fit, what goes first is when things happened and which sources were looked
 * at besides one that settles the message, then answers that were not given yet, oldest first; an answer that was given stays.
 */
export function suspendData(
  { round, moves }: RoundState,
  messages: readonly Answerable[],
  limit: number,
): string | undefined {
  const movesOn = new Map<string, Move[]>();
  for (const move of moves) {
    const before = movesOn.get(move.message);
    if (before === undefined) movesOn.set(move.message, [move]);
    else before.push(move);
  }
  const begun = messages.flatMap((answerable, place) => {
    const own = movesOn.get(answerable.message) ?? [];
    const last = own.at(-1);
    return last === undefined
      ? []
      : [{ place, answer: answerTo(answerable.message, own), at: last.at, answerable }];
  });
  const textOf = (entries: typeof begun, whole: boolean): string =>
    [
      `${version}~${encodeURIComponent(round).replaceAll('~', '%7E')}`,
      ...entries.map((entry) =>
        entryOf(entry.place, entry.answer, entry.answerable, whole ? entry.at : undefined),
      ),
    ].join('~');
  let entries = begun;
  let text = textOf(entries, true);
  if (text.length > limit) text = textOf(entries, false);
  for (const draft of begun
    .filter(({ answer }) => !answer.submitted)
    .toSorted((one, other) => one.at - other.at)) {
    if (text.length <= limit) break;
    entries = entries.filter((entry) => entry !== draft);
    text = textOf(entries, false);
  }
  return text.length <= limit ? text : undefined;
}

/** Which round a text tells of; undefined where it is of another version, cut off, or no such text. */
export function roundOf(text: string): string | undefined {
  const [written, round] = text.split('~', 2);
  if (written !== version || round === undefined) return undefined;
  try {
    return decodeURIComponent(round);
  } catch {
    // Cut within an escape.
    return undefined;
  }
}

/**
 * The moves that lead to the answers in a text. Whatever fits no message of the round is left out, so that no text makes more moves
 * than a player could: of two entries for one message the first counts.
 */
export function movesFromSuspendData(
  text: string,
  messages: readonly Answerable[],
  now: number,
): readonly Move[] {
  const entries = new Map<number, string>();
  for (const entry of text.split('~').slice(2)) {
    const [, place] = /^([0-9a-z]{1,3})(?=!|$)/.exec(entry) ?? [];
    if (place === undefined) continue;
    const number = Number.parseInt(place, 36);
    if (!entries.has(number)) entries.set(number, entry);
  }
  return [...entries].flatMap(([place, entry]) => {
    const answerable = messages[place];
    return answerable === undefined ? [] : movesOf(entry, answerable, now);
  });
}

// ------------------------------------------------------------------------------------------------- one message

/**
 * `<place>!<check>!<doubt>!<verdict and percent>!<action>!<how it ended, and hints>!<seconds>`, then, where there is either,
 * `!<trust>!<sources looked at>`; empty where there is none. What has no time is written as short as it can be.
 */
function entryOf(place: number, answer: Answer, answerable: Answerable, at: number | undefined): string {
  const { regions } = answerable;
  const places = (flagged: ReadonlySet<string>): string =>
    flagsOf(regions.flatMap((region, index) => (flagged.has(region) ? [index] : [])));
  const trust = places(inkedIn(answer.flags, 'trust'));
  const looks = looksOf(answer, answerable, at === undefined);
  const verdict =
    answer.verdict === undefined || answer.confidence === undefined
      ? ''
      : `${answer.verdict === 'phish' ? 'p' : 'l'}${Math.round(100 * answer.confidence).toString(36)}`;
  return [
    place.toString(36),
    checkOf(regions),
    places(inkedIn(answer.flags, 'doubt')),
    verdict,
    answer.action === undefined ? '' : actionOf(answer.action),
    `${answer.submitted ? 's' : answer.expired === true ? 'x' : ''}${answer.hints ?? ''}`,
    at === undefined ? '' : Math.floor(at / 1000).toString(36),
    ...(trust === '' && looks === '' ? [] : [trust, looks]),
  ].join('!');
}

/** A character that is another if the sources are, and the places of those looked at. */
function looksOf({ looked }: Answer, { sources = [], settling }: Answerable, short: boolean): string {
  const all = sources.flatMap((source, index) => (looked?.has(source) === true ? [{ source, index }] : []));
  const kept = short ? all.filter(({ source }) => settling?.has(source) === true).slice(0, 1) : all;
  return kept.length === 0
    ? ''
    : `${checkOf(sources).at(-1) ?? ''}${flagsOf(kept.map(({ index }) => index))}`;
}

function movesOf(entry: string, answerable: Answerable, now: number): readonly Move[] {
  const { message, regions, sources = [] } = answerable;
  const [, check, flags = '', verdict = '', action = '', end = '', seconds = '', trust = '', looks = ''] =
    entry.split('!', 10);
  const at = /^[0-9a-z]{1,8}$/.test(seconds) ? Math.min(now, Number.parseInt(seconds, 36) * 1000) : now;
  const moves: Move[] = [{ kind: 'open', message, at }];
  // A message that was edited since has other regions: its flags would lie elsewhere.
  const known = [regions, regions.filter((region) => !later.has(region))].find(
    (keys) => check === checkOf(keys),
  );
  if (known !== undefined) {
    // Doubt goes without its name, as in texts kept before there were two inks.
    for (const region of those(flags, known)) moves.push({ kind: 'flag', message, region, at });
    for (const region of those(trust, known)) {
      moves.push({ kind: 'flag', message, region, ink: 'trust', at });
    }
  }
  const judged = /^([pl])([0-9a-z]{2})$/.exec(verdict);
  if (judged !== null) {
    const percent = Number.parseInt(judged[2] ?? '', 36);
    if (percent >= 50 && percent <= 100) {
      moves.push({
        kind: 'judge',
        message,
        verdict: judged[1] === 'p' ? 'phish' : 'legitimate',
        confidence: percent / 100,
        at,
      });
    }
  }
  if (looks !== '' && looks[0] === checkOf(sources).at(-1)) {
    for (const source of those(looks.slice(1), sources)) moves.push({ kind: 'look', message, source, at });
  }
  const acted = actionFrom(action);
  if (acted !== undefined) moves.push({ kind: 'act', message, action: acted, at });
  const [, ended, hints] = /^([sx]?)(\d{0,3})$/.exec(end) ?? [];
  for (let hint = 0; hint < Math.min(Number(hints ?? 0), hintCount); hint += 1)
    moves.push({ kind: 'hint', message, at });
  if (ended === 's') moves.push({ kind: 'submit', message, at });
  if (ended === 'x') moves.push({ kind: 'expire', message, at });
  return moves;
}

/** Regions that a state of before does not count. */
const later: ReadonlySet<string> = new Set(laterMailFields.map(fieldRegion));

function actionOf(action: Action): string {
  const kind = actionNumbers[action.kind].toString(36);
  return action.kind === 'verify' ? `${kind}${action.contact}` : kind;
}

function actionFrom(text: string): Action | undefined {
  const kind = actionOfNumber(Number.parseInt(text.slice(0, 1), 36));
  if (kind === undefined) return undefined;
  const contact = text.slice(1);
  if (kind !== 'verify') return contact === '' ? { kind } : undefined;
  return /^[a-z][a-z0-9-]{0,59}$/.test(contact) ? { kind, contact } : undefined;
}

/** Three characters that are others if the regions are. */
function checkOf(regions: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const region of regions) {
    for (let at = 0; at <= region.length; at += 1) {
      hash = Math.imul(hash ^ (at < region.length ? region.charCodeAt(at) : 10), 0x01000193);
    }
  }
  return ((hash >>> 0) % 36 ** 3).toString(36).padStart(3, '0');
}

// ------------------------------------------------------------------------------------------------- flags

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Steps from flag to flag, each in one character or, from 32 on, in two or more: five bits and whether more follow. */
function flagsOf(indexes: readonly number[]): string {
  let text = '';
  let before = -1;
  for (const index of indexes) {
    let step = index - before - 1;
    before = index;
    while (step >= 32) {
      text += alphabet[32 + (step % 32)];
      step = Math.floor(step / 32) - 1;
    }
    text += alphabet[step];
  }
  return text;
}

/** The members of a list at the indexes that a text names. */
const those = <Member>(text: string, list: readonly Member[]): readonly Member[] =>
  indexesFrom(text, list.length).flatMap((index) => list.slice(index, index + 1));

/** Indexes below `count`, in rising order. A text cut off gives the flags before the cut. */
function indexesFrom(text: string, count: number): readonly number[] {
  const indexes: number[] = [];
  let before = -1;
  let step = 0;
  let weight = 1;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0 || weight > 32 ** 4) break;
    if (digit >= 32) {
      step += (digit - 32) * weight + weight * 32;
      weight *= 32;
      continue;
    }
    before += 1 + step + digit * weight;
    if (before >= count) break;
    indexes.push(before);
    step = 0;
    weight = 1;
  }
  return indexes;
}
