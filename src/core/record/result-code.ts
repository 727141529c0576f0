/**
 * A round's result as a text that a player may hand in. It contains no name, no time of day and no text of a
 * message. Messages are identified by short hashes, which a trainer's own copy of the content turns back into
 * subjects.
 */
import type { Truth } from '../scenario/format/solution.ts';
import { type ActionKind, actionNumbers, actionOfNumber } from '../scenario/format/vocabulary.ts';
import { base32Of, type BitReader, bitsOf, digitsOf, type BitField, hashOfBits } from './base32.ts';
import { type RecordMode, recordModes } from './limits.ts';
import type { MessageRecord, RoundRecord } from './round-record.ts';
import { typedCode, typedText } from './typed.ts';

/** The content of a code. */
export interface HandedResult {
  readonly mode: RecordMode;
  /** Days since 1970, UTC. */
  readonly day: number;
  /** Equal for all results of rounds dealt from the same seed. */
  readonly round?: number;
  /** 0 to 100. */
  readonly passMark?: number;
  /** 0 to 100, two decimals. */
  readonly score: number;
  readonly messages: readonly HandedMessage[];
}

/** The result of one message in a code. */
export interface HandedMessage {
  readonly scenarioKey: number;
  readonly messageKey: number;
  readonly truth: Truth;
  readonly verdict: Truth;
  /** 0.5 to 1, in steps of 0.01. */
  readonly confidence: number;
  readonly action: ActionKind;
  /** 0 to 100, whole numbers. */
  readonly score: number;
  /** For each fact in the scenario's order, whether it was found. */
  readonly found: readonly boolean[];
  /** At most 15. */
  readonly falseAlarms: number;
}

/** A code that was read, or the reason why not. */
export type ReadResult =
  | { readonly kind: 'result'; readonly result: HandedResult }
  | { readonly kind: 'problem'; readonly reason: 'cutOff' | 'mistyped' | 'newer' };

const scenarioBits = 14;
const messageBits = 12;
const roundBits = 20;
const checkBits = 30;
const checkDigits = checkBits / 5;
const mostCounted = 15;
const millisecondsPerDay = 86_400_000;

/** The numbers in codes, each below 8. An assigned number never changes; a new mode takes the next one. */
const modeNumbers = {
  training: 0,
  assessment: 1,
  practice: 2,
  daily: 3,
  scenario: 4,
} as const satisfies Record<RecordMode, number>;

const mostDays = 65_535;

/** The key of a scenario in codes. Two scenarios may share a key; their messages then distinguish them. */
export const scenarioKeyOf = (pack: string, scenario: string): number =>
  hashOfBits(`${pack}/${scenario}`, scenarioBits);

/** The key of a message of a scenario in codes. */
export const messageKeyOf = (pack: string, scenario: string, message: string): number =>
  hashOfBits(`${message}/${scenario}/${pack}`, messageBits);

/**
 * The code of a round, about 240 characters for 20 messages: from `MR1:` to a full stop, so that a mail may break
 * it anywhere.
 */
export function resultCodeOf(record: RoundRecord): string {
  const body = base32Of([
    [modeNumbers[record.mode], 3],
    [Math.min(mostDays, Math.floor(record.endedAt / millisecondsPerDay)), 16],
    ...optional(record.seed === undefined ? undefined : hashOfBits(record.seed, roundBits), roundBits),
    ...optional(record.passMark === undefined ? undefined : Math.round(record.passMark), 7),
    [Math.round(record.score * 100), 14],
    [record.messages.length, 8],
    ...record.messages.flatMap(fieldsOf),
  ]);
  return `MR1:${body}${checkOf(body)}.`;
}

function optional(value: number | undefined, width: number): readonly BitField[] {
  return value === undefined
    ? [[0, 1]]
    : [
        [1, 1],
        [value, width],
      ];
}

function fieldsOf(message: MessageRecord): readonly BitField[] {
  const found = message.facts.slice(0, mostCounted).map((fact) => fact.found);
  return [
    [scenarioKeyOf(message.pack, message.scenario), scenarioBits],
    [messageKeyOf(message.pack, message.scenario, message.message), messageBits],
    [message.truth === 'phish' ? 1 : 0, 1],
    [message.verdict === 'phish' ? 1 : 0, 1],
    [Math.round(message.confidence * 100) - 50, 6],
    [actionNumbers[message.action], 4],
    [Math.round(message.score), 7],
    [Math.min(mostCounted, message.falseAlarms.length), 4],
    [found.length, 4],
    ...found.map((one): BitField => [one ? 1 : 0, 1]),
  ];
}

const checkOf = (body: string): string => base32Of([[hashOfBits(body, checkBits), checkBits]]);

/** In UTF-16 units: longer texts are cut off before they are searched. */
export const longestSearched = 2_000_000;
/** The most codes taken from one text. */
export const mostCodes = 1_000;

/** Every code in a text, whatever surrounds it: mails, a table, several files joined. */
export function resultsIn(text: string): readonly ReadResult[] {
  return typedText(text.slice(0, longestSearched))
    .split(codeBeginning)
    .slice(1, mostCodes + 1)
    .map(readCode);
}

const codeBeginning = /MR(?=[\dIL]{1,3}\s*:)/i;

/** The number of codes in a text that `resultsIn` does not read because there are too many. */
export const codesLeftOut = (text: string): number =>
  Math.max(0, typedText(text.slice(0, longestSearched)).split(codeBeginning).length - 1 - mostCodes);

/** Reads from `1:` up to a full stop; more text may follow. */
function readCode(text: string): ReadResult {
  const colon = text.indexOf(':');
  if (digitsOf(typedCode(text.slice(0, colon))) !== '1') return { kind: 'problem', reason: 'newer' };
  // A Japanese keyboard types its own full stop.
  const end = text.search(/[.。]/);
  if (end === -1) return { kind: 'problem', reason: 'cutOff' };
  const digits = digitsOf(typedCode(text.slice(colon + 1, end)));
  const body = digits?.slice(0, -checkDigits) ?? '';
  if (digits === undefined || digits !== body + checkOf(body)) return { kind: 'problem', reason: 'mistyped' };
  const result = resultOf(bitsOf(body));
  return result === undefined ? { kind: 'problem', reason: 'mistyped' } : { kind: 'result', result };
}

/** A body with a correct checksum may still be made up, so each number is checked against its range. */
function resultOf(bits: BitReader): HandedResult | undefined {
  const modeNumber = bits.next(3);
  const mode = recordModes.find((one) => modeNumbers[one] === modeNumber);
  const day = bits.next(16);
  const round = bits.next(1) === 1 ? bits.next(roundBits) : undefined;
  const passMark = bits.next(1) === 1 ? bits.next(7) : undefined;
  const score = within(bits.next(14), 10_000);
  const count = bits.next(8);
  if (mode === undefined || day === undefined || score === undefined || count === undefined) return undefined;
  if (passMark !== undefined && passMark > 100) return undefined;
  const messages: HandedMessage[] = [];
  for (let at = 0; at < count; at += 1) {
    const message = messageOf(bits);
    if (message === undefined) return undefined;
    messages.push(message);
  }
  if (bits.left() >= 5) return undefined;
  return {
    mode,
    day,
    ...(round !== undefined && { round }),
    ...(passMark !== undefined && { passMark }),
    score: score / 100,
    messages,
  };
}

function messageOf(bits: BitReader): HandedMessage | undefined {
  const scenarioKey = bits.next(scenarioBits);
  const messageKey = bits.next(messageBits);
  const truth = bits.next(1);
  const verdict = bits.next(1);
  const confidence = within(bits.next(6), 50);
  const action = actionOfNumber(bits.next(4));
  const score = within(bits.next(7), 100);
  const falseAlarms = bits.next(4);
  const facts = bits.next(4);
  if (scenarioKey === undefined || messageKey === undefined || confidence === undefined) return undefined;
  if (action === undefined || score === undefined || falseAlarms === undefined || facts === undefined) {
    return undefined;
  }
  const found = Array.from({ length: facts }, () => bits.next(1));
  if (found.includes(undefined)) return undefined;
  return {
    scenarioKey,
    messageKey,
    truth: truth === 1 ? 'phish' : 'legitimate',
    verdict: verdict === 1 ? 'phish' : 'legitimate',
    confidence: (confidence + 50) / 100,
    action,
    score,
    found: found.map((bit) => bit === 1),
    falseAlarms,
  };
}

function within(value: number | undefined, most: number): number | undefined {
  return value !== undefined && value <= most ? value : undefined;
}
