/** Telephone numbers, cards, accounts and ids → numbers that belong to nobody. */

/** Writes the same numbers for the same numbers, and leaves its own numbers as they are. */
export class NumberMap {
  private readonly reserved = new Set<string>();
  private readonly phones = new Map<string, string>();
  private readonly ids = new Map<string, string>();

  /** A telephone number in the form of its country. Japan's four zeros and 555-01xx belong to nobody. */
  phone(written: string): string {
    if (this.reserved.has(written)) return written;
    const digits = written.normalize('NFKC').replaceAll(/\D/g, '');
    const known = this.phones.get(digits);
    if (known !== undefined) return known;
    const reserved = inventedPhone(written.normalize('NFKC'), digits, this.phones.size % 10);
    this.phones.set(digits, reserved);
    this.reserved.add(reserved);
    return reserved;
  }

  /** An id of the same shape: letters become x, digits zeros that end in a count. */
  id(written: string): string {
    if (this.reserved.has(written)) return written;
    const known = this.ids.get(written);
    if (known !== undefined) return known;
    const reserved = counted(written, this.ids.size + 1);
    this.ids.set(written, reserved);
    this.reserved.add(reserved);
    return reserved;
  }
}

function inventedPhone(written: string, digits: string, number: number): string {
  if (written.startsWith('+81')) return `+81 3-0000-000${number}`;
  if (/^(?:\+1|1)[ (-]/.test(written) || /^\+1\d/.test(written)) return `+1 202-555-010${number}`;
  if (written.startsWith('+44')) return `+44 7700 90000${number}`;
  if (written.startsWith('+')) return `+81 3-0000-000${number}`;
  if (/^0(?:120|800)/.test(digits)) return number === 0 ? '0120-000-000' : `0800-000-0000`;
  if (/^0[5789]0/.test(digits)) return `${digits.slice(0, 3)}-0000-000${number}`;
  return digits.startsWith('0') ? `03-0000-000${number}` : `202-555-010${number}`;
}

function counted(written: string, count: number): string {
  const zeroed = written
    .slice(0, 40)
    .replaceAll(/\p{Nd}/gu, '0')
    .replaceAll(/[A-Z]/g, 'X')
    .replaceAll(/[a-z]/g, 'x')
    .replaceAll(/[^\p{ASCII}]/gu, 'x');
  const ending = String(count);
  const places = [...zeroed.matchAll(/[0xX]/g)].slice(-ending.length).map(({ index }) => index);
  return [...zeroed]
    .map((character, at) => {
      const place = places.indexOf(at);
      return place < 0 ? character : (ending[ending.length - places.length + place] ?? character);
    })
    .join('');
}
