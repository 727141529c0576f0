/** Tells whether a text is the very one the build saw. Not against forgers: who can write the content can write the code too. */

const prime = 0x100000001b3n;
const offset = 0xcbf29ce484222325n;

/** 64-bit FNV-1a over the UTF-16 units of a text, in hexadecimal. */
export function digest(text: string): string {
  // In 32-bit halves, since BigInt per character is slow on a phone.
  let high = Number(offset >> 32n);
  let low = Number(offset & 0xffffffffn);
  const primeLow = Number(prime & 0xffffffffn);
  const primeHigh = Number(prime >> 32n);
  for (let at = 0; at < text.length; at += 1) {
    low = (low ^ text.charCodeAt(at)) >>> 0;
    const product = low * primeLow;
    high = (Math.imul(high, primeLow) + Math.imul(low, primeHigh) + Math.floor(product / 2 ** 32)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
