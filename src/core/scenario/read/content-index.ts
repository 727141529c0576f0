/** The index of all packs, for the start page. */
import { catalogueOf } from './catalogue.ts';
import type { ContentIndex, Lesson, Pack } from '../format/pack.ts';
import type { DrillFile } from '../format/drill.ts';
import type { Scenario } from '../format/scenario.ts';

interface ReadPack {
  readonly pack: Pack;
  readonly scenarios: readonly Scenario[];
  readonly drills: readonly DrillFile[];
  readonly lessons: readonly Lesson[];
}

/**
 * content/index.json for packs that were read: sorted by `order`, then packs with an inbox first; otherwise in the
 * given order.
 */
export function contentIndexOf(packs: readonly ReadPack[]): ContentIndex {
  return {
    format: 1,
    packs: inOrder(packs).map(({ pack, scenarios, drills, lessons }) => ({
      id: pack.id,
      title: pack.title,
      description: pack.description,
      ...(pack.world && { world: pack.world }),
      ...(pack.dealt && { dealt: pack.dealt }),
      ...(pack.scoring && { scoring: pack.scoring }),
      audiences: pack.audiences,
      scenarios: scenarios.map(({ id, title, messages, drills }) => ({
        id,
        title,
        messages: messages.length,
        catalogue: catalogueOf(messages),
        ...(drills && { drills: drills.map((drill) => ({ id: drill.id, title: drill.title })) }),
      })),
      ...(drills.length > 0 && {
        drills: drills.map(({ id, title, cues }) => ({ id, title, ...(cues && { cues }) })),
      }),
      lessons: lessons.map(({ id, title, summary, cues }) => ({ id, title, summary, ...(cues && { cues }) })),
    })),
  };
}

/** An index as file text: one line per pack, so that a trainer can add a pack on the server by adding a line. */
export function indexText({ format, packs }: ContentIndex): string {
  return `{"format":${format},"packs":[\n${packs.map((pack) => JSON.stringify(pack)).join(',\n')}\n]}\n`;
}

/**
 * The start button opens the first inbox of the list, so packs without an inbox come last unless `order` says
 * otherwise.
 */
function inOrder(packs: readonly ReadPack[]): readonly ReadPack[] {
  return packs.toSorted((a, b) => {
    const [first, second] = [placeOf(a), placeOf(b)];
    return first === second
      ? Number(a.scenarios.length === 0) - Number(b.scenarios.length === 0)
      : first - second;
  });
}

const placeOf = ({ pack }: ReadPack): number => pack.order ?? Number.MAX_SAFE_INTEGER;
