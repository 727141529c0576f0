/** Image maps: the places of a picture that are links (HTML, the `map` element). */
import type { PictureArea } from '../body.ts';
import type { Described } from './style.ts';
import { childrenNamed, describe, type Element } from './tree.ts';

/** Places of one map that are kept. */
const mostAreas = 30;

/** The maps of a mail and the pictures that use them. */
export class PictureMaps {
  private readonly maps = new Map<string, readonly Described[]>();
  private readonly used = new Set<string>();

  /** Takes note of a map, or of a picture that uses one. */
  meet(element: Element): void {
    if (element.tagName !== 'map' && element.tagName !== 'img') return;
    const { attributes } = describe(element);
    if (element.tagName === 'img') this.used.add(nameIn(attributes.get('usemap')));
    else {
      const areas = childrenNamed(element, 'area').slice(0, mostAreas).map(describe);
      this.maps.set(nameIn(attributes.get('name') ?? attributes.get('id')), areas);
    }
  }

  /** Whether a picture has the links of this map. */
  isUsed(map: Described | undefined): boolean {
    const name = nameIn(map?.attributes.get('name') ?? map?.attributes.get('id'));
    return map?.tag === 'map' && name !== '' && this.used.has(name);
  }

  /** The places of a picture that are links; none if it uses no map. */
  areasOf(
    picture: ReadonlyMap<string, string>,
    width: number | undefined,
    height: number | undefined,
  ): readonly PictureArea[] {
    const areas = (this.maps.get(nameIn(picture.get('usemap'))) ?? []).filter(
      ({ attributes }) => (attributes.get('href') ?? '').trim() !== '',
    );
    return areas.map(({ attributes }, index) => ({
      link: (attributes.get('href') ?? '').trim(),
      label: (attributes.get('alt') ?? attributes.get('title') ?? '').replaceAll(/\s+/g, ' ').trim(),
      box: boxOf(attributes, width, height) ?? stripe(index, areas.length),
    }));
  }
}

const nameIn = (written: string | undefined): string =>
  (written ?? '').trim().replace(/^#/, '').toLowerCase();

/** The box around the corners of an area; undefined where the size of the picture or the corners are unknown. */
function boxOf(
  attributes: ReadonlyMap<string, string>,
  width: number | undefined,
  height: number | undefined,
): PictureArea['box'] | undefined {
  const numbers = (attributes.get('coords') ?? '').split(/[\s,]+/).map(Number);
  const corners = attributes.get('shape')?.toLowerCase() === 'circle' ? ofCircle(numbers) : numbers;
  const [across, down] = [0, 1].map((side) => corners.filter((_, at) => at % 2 === side));
  if (width === undefined || height === undefined || width < 1 || height < 1) return undefined;
  if (corners.length < 4 || corners.some(Number.isNaN)) return undefined;
  const [left, right] = ends(across ?? [], width);
  const [top, bottom] = ends(down ?? [], height);
  return [left, top, Math.max(1, right - left), Math.max(1, bottom - top)];
}

const ofCircle = ([x = Number.NaN, y = Number.NaN, radius = Number.NaN]: readonly number[]): number[] => [
  x - radius,
  y - radius,
  x + radius,
  y + radius,
];

/** The first and last of some places on a side, in hundredths of it. */
function ends(places: readonly number[], side: number): readonly [number, number] {
  const share = (place: number): number => Math.min(100, Math.max(0, Math.round((100 * place) / side)));
  return [Math.min(99, share(Math.min(...places))), share(Math.max(...places))];
}

/** Without a size, the places lie below one another. */
function stripe(index: number, count: number): PictureArea['box'] {
  const height = Math.max(1, Math.floor(100 / count));
  return [0, Math.min(99, index * height), 100, height];
}
