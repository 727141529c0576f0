/** Punycode (RFC 3492) as used in domain names. */

const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialPoint = 128;
/**
 * In UTF-16 units. The work grows with the square of a label's length. Browsers have no limit; DNS allows 63
 * octets.
 */
export const longestLabel = 4_096;

/** The label in ASCII, with `xn--` unless it was ASCII already; undefined if it is too long. */
export function asciiLabel(label: string): string | undefined {
  // oxlint-disable-next-line no-control-regex -- "ASCII" is the rule itself
  if (/^[\u0000-\u007f]*$/.test(label)) return label;
  if (label.length > longestLabel) return undefined;
  return `xn--${encode([...label].map((character) => character.codePointAt(0) ?? 0))}`;
}

/**
 * The label in Unicode. A label without `xn--` is returned as it is; one that is too long or not valid punycode
 * gives undefined.
 */
export function unicodeLabel(label: string): string | undefined {
  if (!label.toLowerCase().startsWith('xn--')) return label;
  if (label.length > longestLabel) return undefined;
  const points = decode(label.slice(4).toLowerCase());
  return points === undefined || points.every((point) => point < initialPoint)
    ? undefined
    : String.fromCodePoint(...points);
}

function encode(points: readonly number[]): string {
  const basic = points.filter((point) => point < initialPoint);
  let text = String.fromCodePoint(...basic);
  if (basic.length > 0) text += '-';
  let next = initialPoint;
  let delta = 0;
  let bias = initialBias;
  let handled = basic.length;
  while (handled < points.length) {
    const least = Math.min(...points.filter((point) => point >= next));
    delta += (least - next) * (handled + 1);
    next = least;
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      text += variableLength(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    next += 1;
  }
  return text;
}

function variableLength(delta: number, bias: number): string {
  let text = '';
  let rest = delta;
  for (let weight = base; ; weight += base) {
    const limit = threshold(weight, bias);
    if (rest < limit) return text + digit(rest);
    text += digit(limit + ((rest - limit) % (base - limit)));
    rest = Math.floor((rest - limit) / (base - limit));
  }
}

function decode(text: string): readonly number[] | undefined {
  const end = Math.max(text.lastIndexOf('-'), 0);
  const points = Array.from(text.slice(0, end), (character) => character.charCodeAt(0));
  if (points.some((point) => point >= initialPoint)) return undefined;
  let next = initialPoint;
  let index = 0;
  let bias = initialBias;
  for (let at = end > 0 ? end + 1 : 0; at < text.length;) {
    const before = index;
    let factor = 1;
    for (let weight = base; ; weight += base) {
      const value = digitValue(text.charCodeAt(at));
      at += 1;
      if (value === undefined) return undefined;
      index += value * factor;
      if (index > 0x7fffffff) return undefined;
      const limit = threshold(weight, bias);
      if (value < limit) break;
      factor *= base - limit;
    }
    const length = points.length + 1;
    bias = adapt(index - before, length, before === 0);
    next += Math.floor(index / length);
    index %= length;
    if (next > 0x10ffff || (next >= 0xd800 && next <= 0xdfff)) return undefined;
    points.splice(index, 0, next);
    index += 1;
  }
  return points;
}

function threshold(weight: number, bias: number): number {
  return Math.min(Math.max(weight - bias, tMin), tMax);
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = first ? Math.floor(delta / damp) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let steps = 0;
  while (rest > ((base - tMin) * tMax) >> 1) {
    rest = Math.floor(rest / (base - tMin));
    steps += base;
  }
  return steps + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

const digits = 'abcdefghijklmnopqrstuvwxyz0123456789';

function digit(value: number): string {
  return digits[value] ?? '';
}

function digitValue(code: number): number | undefined {
  const value = Number.isNaN(code) ? -1 : digits.indexOf(String.fromCharCode(code));
  return value < 0 ? undefined : value;
}
