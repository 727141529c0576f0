/** Colours of CSS and HTML as `#rrggbb`. */

const named: Readonly<Record<string, string>> = {
  black: '#000000', silver: '#c0c0c0', gray: '#808080', grey: '#808080', white: '#ffffff', maroon: '#800000',
  red: '#ff0000', purple: '#800080', fuchsia: '#ff00ff', magenta: '#ff00ff', green: '#008000', lime: '#00ff00',
  olive: '#808000', yellow: '#ffff00', navy: '#000080', blue: '#0000ff', teal: '#008080', aqua: '#00ffff',
  cyan: '#00ffff', orange: '#ffa500', pink: '#ffc0cb', gold: '#ffd700', brown: '#a52a2a', crimson: '#dc143c',
  tomato: '#ff6347', coral: '#ff7f50', salmon: '#fa8072', khaki: '#f0e68c', beige: '#f5f5dc', ivory: '#fffff0',
  snow: '#fffafa', indigo: '#4b0082', violet: '#ee82ee', orchid: '#da70d6', plum: '#dda0dd', tan: '#d2b48c',
  chocolate: '#d2691e', sienna: '#a0522d', darkred: '#8b0000', darkblue: '#00008b', darkgreen: '#006400',
  darkgray: '#a9a9a9', darkgrey: '#a9a9a9', dimgray: '#696969', dimgrey: '#696969', lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3', gainsboro: '#dcdcdc', whitesmoke: '#f5f5f5', lightblue: '#add8e6', skyblue: '#87ceeb',
  steelblue: '#4682b4', royalblue: '#4169e1', dodgerblue: '#1e90ff', slategray: '#708090', firebrick: '#b22222',
  darkorange: '#ff8c00', orangered: '#ff4500', forestgreen: '#228b22', seagreen: '#2e8b57', midnightblue: '#191970',
  lightyellow: '#ffffe0', aliceblue: '#f0f8ff', lavender: '#e6e6fa', linen: '#faf0e6', hotpink: '#ff69b4',
}; // prettier-ignore

/** A colour; undefined if it is transparent or none that mails use. */
export function colourOf(written: string): string | undefined {
  const text = written.trim().toLowerCase().slice(0, 60);
  const name = Object.hasOwn(named, text) ? named[text] : undefined;
  if (name !== undefined) return name;
  const [, digits] = /^#?([0-9a-f]{3,8})$/.exec(text) ?? [];
  if (digits?.length === 3 || digits?.length === 4) {
    return `#${digits.slice(0, 3).replaceAll(/./g, '$&$&')}`;
  }
  if (digits?.length === 6 || digits?.length === 8)
    return digits.endsWith('00') && digits.length === 8 ? undefined : `#${digits.slice(0, 6)}`;
  const [, red, green, blue, alpha = '1'] =
    /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)%?)?\s*\)$/.exec(text) ?? [];
  if (red === undefined || green === undefined || blue === undefined || Number(alpha) === 0) return undefined;
  return `#${[red, green, blue].map((value) => Math.min(255, Number(value)).toString(16).padStart(2, '0')).join('')}`;
}

/** Whether a text of one colour cannot be seen on the other. */
export function isHardlyVisible(colour: string, behind: string): boolean {
  const [one, other] = [channelsOf(colour), channelsOf(behind)];
  return one.every((value, at) => Math.abs(value - (other[at] ?? 0)) <= 14);
}

const channelsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
