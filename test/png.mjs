/** Small PNG files for the repository: reads screenshots, writes them with a palette, and joins some to an animation. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * @typedef {object} Picture
 * @property {number} width
 * @property {number} height
 * @property {Uint32Array} colours 0xRRGGBB of each pixel, line by line
 */

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads a PNG of 8-bit RGB or RGBA without interlacing, as browsers write them; transparency is ignored. */
export function readPng(/** @type {Buffer} */ file) {
  const data = [];
  let [width, height, bytes] = [0, 0, 0];
  for (let at = signature.length; at < file.length;) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      bytes = { 2: 3, 6: 4 }[body[9]] ?? 0;
      if (body[8] !== 8 || bytes === 0 || body[12] !== 0) throw new Error('not a PNG of 8-bit RGB or RGBA');
    }
    if (kind === 'IDAT') data.push(body);
    at += length + 12;
  }
  return { width, height, colours: coloursOf(inflateSync(Buffer.concat(data)), width, height, bytes) };
}

/** Undoes the filter of each line (PNG specification, 9.2). */
function coloursOf(/** @type {Buffer} */ data, width, height, bytes) {
  const length = width * bytes;
  const colours = new Uint32Array(width * height);
  let above = new Uint8Array(length);
  for (let y = 0; y < height; y += 1) {
    const start = y * (length + 1);
    const filter = data[start];
    const line = new Uint8Array(data.subarray(start + 1, start + 1 + length));
    for (let x = 0; x < length; x += 1) {
      const left = x < bytes ? 0 : line[x - bytes];
      const up = above[x];
      const upLeft = x < bytes ? 0 : above[x - bytes];
      line[x] += [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter];
    }
    for (let x = 0; x < width; x += 1) {
      const at = x * bytes;
      colours[y * width + x] = (line[at] << 16) | (line[at + 1] << 8) | line[at + 2];
    }
    above = line;
  }
  return colours;
}

function paeth(left, up, upLeft) {
  const guess = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(guess - value));
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

/** Writes a picture with its 256 most frequent colours; any other becomes the nearest of them. */
export function writePng(/** @type {Picture} */ picture) {
  const palette = paletteOf([picture]);
  return Buffer.concat([
    signature,
    header(picture),
    palette.chunk,
    chunk('IDAT', packed(picture, palette, whole(picture))),
    chunk('IEND'),
  ]);
}

/**
 * Writes an animation that repeats for ever. A frame holds only the rectangle that differs from the frame before it.
 * @param {readonly { readonly picture: Picture; readonly milliseconds: number }[]} frames
 */
export function writeAnimation(frames) {
  const [first] = frames;
  const palette = paletteOf(frames.map(({ picture }) => picture));
  const chunks = [header(first.picture), chunk('acTL', numbers(frames.length, 0)), palette.chunk];
  let sequence = 0;
  for (const [index, { picture, milliseconds }] of frames.entries()) {
    const part = index === 0 ? whole(picture) : difference(frames[index - 1].picture, picture);
    const control = numbers(sequence, part.width, part.height, part.left, part.top);
    const delay = Buffer.from([milliseconds >> 8, milliseconds & 255, 1000 >> 8, 1000 & 255, 0, 0]);
    chunks.push(chunk('fcTL', Buffer.concat([control, delay])));
    sequence += 1;
    const data = packed(picture, palette, part);
    if (index === 0) chunks.push(chunk('IDAT', data));
    else {
      chunks.push(chunk('fdAT', Buffer.concat([numbers(sequence), data])));
      sequence += 1;
    }
  }
  return Buffer.concat([signature, ...chunks, chunk('IEND')]);
}

const whole = ({ width, height }) => ({ left: 0, top: 0, width, height });

/** The smallest rectangle outside of which both are the same; at least one pixel. */
function difference(/** @type {Picture} */ before, /** @type {Picture} */ after) {
  let [left, top, right, bottom] = [after.width, after.height, 0, 0];
  for (let at = 0; at < after.colours.length; at += 1) {
    if (before.colours[at] === after.colours[at]) continue;
    const [x, y] = [at % after.width, Math.floor(at / after.width)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  if (right === 0) return { left: 0, top: 0, width: 1, height: 1 };
  return { left, top, width: right - left, height: bottom - top };
}

/** The 256 most frequent colours, and the place of every colour's nearest one. */
function paletteOf(/** @type {readonly Picture[]} */ pictures) {
  const counts = new Map();
  for (const { colours } of pictures)
    for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const kept = [...counts.keys()].toSorted((one, other) => counts.get(other) - counts.get(one)).slice(0, 256);
  const places = new Map(kept.map((colour, place) => [colour, place]));
  const placeOf = (colour) => {
    const known = places.get(colour);
    if (known !== undefined) return known;
    const distances = kept.map((one) => distance(one, colour));
    const place = distances.indexOf(Math.min(...distances));
    places.set(colour, place);
    return place;
  };
  const bytes = kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
  return { chunk: chunk('PLTE', Buffer.from(bytes)), placeOf };
}

function distance(one, other) {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255));
  return red * red + green * green + blue * blue;
}

/** The places of the colours of a part, compressed. */
function packed(/** @type {Picture} */ { width, colours }, { placeOf }, part) {
  const lines = Buffer.alloc((part.width + 1) * part.height);
  for (let y = 0; y < part.height; y += 1) {
    for (let x = 0; x < part.width; x += 1) {
      const colour = colours[(part.top + y) * width + part.left + x];
      lines[y * (part.width + 1) + 1 + x] = placeOf(colour);
    }
  }
  return deflateSync(lines, { level: 9, memLevel: 9 });
}

/** 8 bits a pixel, with a palette. */
const header = ({ width, height }) =>
  chunk('IHDR', Buffer.concat([numbers(width, height), Buffer.from([8, 3, 0, 0, 0])]));

function chunk(kind, body = Buffer.alloc(0)) {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  return Buffer.concat([numbers(body.length), named, numbers(crc32(named))]);
}

/** 32-bit numbers, the most significant byte first. */
function numbers(...values) {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}
