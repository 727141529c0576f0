import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { ShelvedLesson } from '../../explain/lesson-shelf.ts';
import { hashOf } from '../route.ts';

/** The lessons of all packs that say which cues they explain. */
export const shelvedLessons = ({ packs }: ContentIndex): readonly ShelvedLesson[] =>
  packs.flatMap((pack) =>
    pack.lessons.flatMap(({ id, title, cues }) =>
      cues === undefined
        ? []
        : [{ title, cues, href: hashOf({ screen: 'lesson', pack: pack.id, lesson: id }) }],
    ),
  );

/** The drills of all packs that say which cues they turn on. */
export const shelvedDrills = ({ packs }: ContentIndex): readonly ShelvedLesson[] =>
  packs.flatMap((pack) =>
    (pack.drills ?? []).flatMap(({ id, title, cues }) =>
      cues === undefined
        ? []
        : [{ title, cues, href: hashOf({ screen: 'drill', pack: pack.id, drill: id }) }],
    ),
  );
