/** The index of all packs, for the start page. */
import { catalogueOf } from './catalogue.ts';
import type { ContentIndex, Lesson, Pack } from './pack.ts';
import type { Scenario } from './schema.ts';

interface ReadPack {
  readonly pack: Pack;
  readonly scenarios: readonly Scenario[];
  readonly lessons: readonly Lesson[];
}

/** content/index.json for packs that were read; scenarios and lessons keep their order. */
export function contentIndexOf(packs: readonly ReadPack[]): ContentIndex {
  return {
    format: 1,
    packs: packs.map(({ pack, scenarios, lessons }) => ({
      id: pack.id,
      title: pack.title,
      description: pack.description,
      ...(pack.scoring && { scoring: pack.scoring }),
      scenarios: scenarios.map(({ id, title, messages, drills }) => ({
        id,
        title,
        messages: messages.length,
        catalogue: catalogueOf(messages),
        ...(drills && { drills: drills.map((drill) => ({ id: drill.id, title: drill.title })) }),
      })),
      lessons: lessons.map(({ id, title, summary }) => ({ id, title, summary })),
    })),
  };
}
