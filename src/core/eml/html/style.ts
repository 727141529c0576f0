/** The style of an element, as far as it matters to a message: presentational attributes, style sheets, inline style. */
import type { Alignment } from '../body.ts';
import { colourOf } from './colour.ts';
import { type Compound, type Declarations, declarationsOf, type StyleRule } from './style-sheet.ts';

/** Why a text is not seen. */
export type Hiding = 'display' | 'tiny' | 'cut' | 'transparent' | 'off-screen';

/** What an element's text looks like. */
export interface Style {
  readonly colour: string;
  /** The colour behind the text. */
  readonly behind: string;
  /** The element's own background, if it has one. */
  readonly background?: string;
  readonly border?: string;
  /** Whether the border is a bar at the side alone. */
  readonly side?: true;
  /** Whether a line divides it from what stands above, and from what stands below. */
  readonly lineAbove?: true;
  readonly lineBelow?: true;
  /** Pixels. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly align: Alignment;
  readonly preformatted: boolean;
  readonly hiding?: Hiding;
  readonly isBlock: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly font: string;
  readonly backgroundPicture?: string;
}

/** The look of a page without any style. */
export const pageStyle: Style = {
  colour: '#000000',
  behind: '#ffffff',
  size: 16,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  align: 'start',
  preformatted: false,
  isBlock: true,
  font: '',
};

/** An element as selectors see it. */
export interface Described {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly classes: readonly string[];
}

/** The rules of all style sheets, found by what their last step names. */
export class StyleBook {
  private readonly byName = new Map<string, { readonly rule: StyleRule; readonly order: number }[]>();
  /** Comparisons left. A mail with many rules and many elements is drawn without the rest. */
  private left = 400_000;

  constructor(rules: readonly StyleRule[]) {
    for (const [order, rule] of rules.entries()) {
      const last = rule.steps.at(-1);
      if (last === undefined) continue;
      const [firstClass] = last.classes;
      const name = last.id !== '' ? `#${last.id}` : firstClass === undefined ? last.tag : `.${firstClass}`;
      const known = this.byName.get(name) ?? [];
      known.push({ rule, order });
      this.byName.set(name, known);
    }
  }

  /** The declarations that hold for an element, weakest first. `around` are the elements around it, outermost first. */
  declarationsFor(element: Described, around: readonly Described[]): readonly Declarations[] {
    const names = [
      '',
      element.tag,
      `#${element.attributes.get('id') ?? ''}`,
      ...element.classes.map((name) => `.${name}`),
    ];
    const found: { readonly rule: StyleRule; readonly order: number }[] = [];
    for (const name of names) {
      for (const entry of this.byName.get(name) ?? []) {
        this.left -= 1;
        if (this.left < 0) return [];
        if (matches(entry.rule.steps, element, around)) found.push(entry);
      }
    }
    return found
      .toSorted((one, other) => one.rule.specificity - other.rule.specificity || one.order - other.order)
      .map(({ rule }) => rule.declarations);
  }
}

function matches(steps: readonly Compound[], element: Described, around: readonly Described[]): boolean {
  const last = steps.at(-1);
  if (last === undefined || !isLike(element, last)) return false;
  let at = around.length - 1;
  let { isChild } = last;
  for (const step of steps.slice(0, -1).toReversed()) {
    const lowest = isChild ? at : Math.max(0, at - 64);
    while (at >= lowest && !isLike(around[at], step)) at -= 1;
    if (at < lowest || at < 0) return false;
    at -= 1;
    ({ isChild } = step);
  }
  return true;
}

function isLike(element: Described | undefined, { tag, id, classes }: Compound): boolean {
  if (element === undefined) return false;
  return (
    (tag === '' || tag === element.tag) &&
    (id === '' || id === element.attributes.get('id')) &&
    classes.every((name) => element.classes.includes(name))
  );
}

const blockTags = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
const headings: Readonly<Record<string, number>> = { h1: 32, h2: 24, h3: 19, h4: 16, h5: 13, h6: 11 };
const fontSizes = [10, 10, 13, 16, 18, 24, 32, 48];
const namedSizes: Readonly<Record<string, number>> = {
  'xx-small': 9, 'x-small': 10, small: 13, medium: 16, large: 18, 'x-large': 24, 'xx-large': 32,
}; // prettier-ignore

/** The style of an element inside another. */
export function styleOf(element: Described, parent: Style, declared: readonly Declarations[]): Style {
  const { attributes, tag } = element;
  const own = [...declared, declarationsOf((attributes.get('style') ?? '').slice(0, 10_000))];
  const value = (...properties: readonly string[]): string | undefined => lastOf(own, properties);
  const background = backgroundOf(value('background-color', 'background') ?? attributes.get('bgcolor'));
  const colour = colourOf(value('color') ?? (tag === 'font' ? (attributes.get('color') ?? '') : ''));
  const decoration = value('text-decoration', 'text-decoration-line') ?? '';
  const size = sizeOf(element, parent, value('font-size'));
  const width = lengthOf(value('width') ?? attributes.get('width')) ?? lengthOf(value('max-width'));
  const height = lengthOf(value('height') ?? attributes.get('height'));
  // Newsletter programs set the size of a frame to 0 and give its content a size of its own.
  const around = parent.hiding === 'tiny' ? undefined : parent.hiding;
  const hiding = around ?? hidingOf(element, size, value);
  const lines = linesOf(value);
  const picture =
    /url\(\s*["']?([^"')]+)/i.exec(value('background-image', 'background') ?? '')?.[1] ??
    attributes.get('background');
  return {
    colour: colour ?? (tag === 'a' && attributes.has('href') ? '#0000ee' : parent.colour),
    behind: background ?? parent.behind,
    ...(background !== undefined && { background }),
    ...lines,
    size,
    bold: weightOf(value('font-weight'), parent.bold || /^(?:b|strong|th|h[1-6])$/.test(tag)),
    italic:
      (value('font-style') ?? '') === 'normal'
        ? false
        : parent.italic || /^(?:i|em|cite|address)$/.test(tag) || value('font-style') === 'italic',
    underline: decoration.includes('none')
      ? false
      : parent.underline || /^(?:u|ins)$/.test(tag) || decoration.includes('underline'),
    strike: parent.strike || /^(?:s|strike|del)$/.test(tag) || decoration.includes('line-through'),
    // The attribute of a table places the table, not the words in it.
    align: alignOf(
      value('text-align') ?? (tag === 'table' ? undefined : attributes.get('align')),
      tag,
      parent.align,
    ),
    preformatted: preformattedOf(value('white-space'), parent.preformatted || tag === 'pre'),
    ...(hiding !== undefined && { hiding }),
    isBlock: isBlockOf(value('display'), tag),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    font: (
      value('font-family') ??
      (tag === 'font' ? attributes.get('face') : undefined) ??
      parent.font
    ).toLowerCase(),
    ...(picture !== undefined && { backgroundPicture: picture }),
  };
}

function lastOf(all: readonly Declarations[], properties: readonly string[]): string | undefined {
  let found: string | undefined;
  let isImportant = false;
  for (const declarations of all) {
    for (const property of properties) {
      const declared = declarations.get(property);
      if (declared === undefined || (isImportant && !declared.important)) continue;
      found = declared.value;
      isImportant = declared.important;
      break;
    }
  }
  return found;
}

const backgroundOf = (written: string | undefined): string | undefined =>
  written === undefined ? undefined : (colourOf(written) ?? colourIn(written));
const colourIn = (written: string): string | undefined =>
  written
    .slice(0, 200)
    .match(/#[0-9a-f]{3,8}\b|rgba?\([^)]*\)|\b[a-z]+\b/gi)
    ?.map(colourOf)
    .find((colour) => colour !== undefined);

function borderOf(border: string | undefined, colour: string | undefined): string | undefined {
  if (border === undefined || /\bnone\b|(?:^|\s)0(?:px)?(?:\s|$)/.test(border)) return undefined;
  return (
    backgroundOf(colour) ??
    colourIn(border.replaceAll(/\b(?:solid|dashed|dotted|double|px|medium|thin|thick)\b/g, '')) ??
    '#000000'
  );
}

/** A frame around an element, a bar at its side, or lines that divide it from its neighbours. */
function linesOf(value: Value): Pick<Style, 'border' | 'side' | 'lineAbove' | 'lineBelow'> {
  const colour = value('border-color');
  const sides = ['border', 'border-left', 'border-right', 'border-top', 'border-bottom'] as const;
  const [all, left, right, above, below] = sides.map((side) => borderOf(value(side), colour));
  if (all !== undefined) return { border: all };
  if (left !== undefined)
    return right === undefined && above === undefined ? { border: left, side: true } : { border: left };
  return {
    ...(above !== undefined && { lineAbove: true as const }),
    ...(below !== undefined && { lineBelow: true as const }),
  };
}

function sizeOf({ tag, attributes }: Described, parent: Style, written: string | undefined): number {
  if (written !== undefined) {
    const [, number = '', unit = ''] = /^([\d.]+)(px|pt|em|rem|%)?/.exec(written) ?? [];
    if (number !== '') return Number(number) * factorOf(unit, parent.size);
    return (Object.hasOwn(namedSizes, written) ? namedSizes[written] : undefined) ?? parent.size;
  }
  const [, sign = '', step = ''] =
    (tag === 'font' && /^\s*([+-]?)(\d)/.exec(attributes.get('size') ?? '')) || [];
  if (step !== '') {
    const level = sign === '' ? Number(step) : 3 + Number(`${sign}${step}`);
    return fontSizes[Math.min(7, Math.max(1, level))] ?? parent.size;
  }
  if (tag === 'small') return parent.size * 0.83;
  return tag === 'big' ? parent.size * 1.2 : (headings[tag] ?? parent.size);
}

function factorOf(unit: string, parent: number): number {
  switch (unit) {
    case 'pt':
      return 4 / 3;
    case 'em':
      return parent;
    case 'rem':
      return 16;
    case '%':
      return parent / 100;
    default:
      return 1;
  }
}

/** Pixels of a length; undefined if it is relative or none. */
function lengthOf(written: string | undefined): number | undefined {
  const [, number] = /^\s*([\d.]+)(?:px)?\s*$/.exec(written ?? '') ?? [];
  return number === undefined ? undefined : Number(number);
}

type Value = (...properties: readonly string[]) => string | undefined;

function hidingOf({ attributes }: Described, size: number, value: Value): Hiding | undefined {
  const isCut = (value('overflow') ?? '').startsWith('hidden');
  if (value('display') === 'none' || value('visibility') === 'hidden' || attributes.has('hidden'))
    return 'display';
  if (value('mso-hide') === 'all') return 'display';
  if (isCut && [value('max-height'), value('height'), value('width'), value('max-width')].some(isZero))
    return 'cut';
  if (size < 2) return 'tiny';
  if (/^0(?:\.0\d*)?%?$/.test(value('opacity') ?? '') || value('color') === 'transparent')
    return 'transparent';
  const indents = [value('text-indent'), value('left'), value('top'), value('margin-left')];
  return indents.some((indent) => /^-\d{3,}/.test(indent ?? '')) ? 'off-screen' : undefined;
}

const isZero = (length: string | undefined): boolean => /^0(?:px|em|%|pt)?$/.test(length ?? '');

function weightOf(written: string | undefined, otherwise: boolean): boolean {
  if (written === undefined) return otherwise;
  return written.startsWith('bold') || Number(written) >= 600;
}

function alignOf(written: string | undefined, tag: string, parent: Alignment): Alignment {
  switch (written?.toLowerCase()) {
    case 'center':
    case 'middle':
      return 'center';
    case 'right':
    case 'end':
      return 'end';
    case 'left':
    case 'start':
    case 'justify':
      return 'start';
    default:
      return tag === 'center' ? 'center' : parent;
  }
}

const preformattedOf = (written: string | undefined, otherwise: boolean): boolean =>
  written === undefined ? otherwise : written.startsWith('pre');

function isBlockOf(display: string | undefined, tag: string): boolean {
  if (display === undefined) return blockTags.has(tag);
  if (/^(?:block|table|flex|grid|list-item|table-row|table-cell)$/.test(display)) return true;
  // A cell or row that is laid out inline still is one to its table.
  return display === 'inline' || display.startsWith('inline')
    ? /^(?:t[dhr]|table|tbody)$/.test(tag)
    : blockTags.has(tag);
}
