/** The shape of a lint rule: something a good pack must satisfy beyond what the parser demands. */
import type { Lesson, Pack } from '../scenario/format/pack.ts';
import type { Path } from '../scenario/read/locate.ts';
import type { Problem, Severity } from '../scenario/read/problem.ts';
import type { DrillFile } from '../scenario/format/drill.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Scenario } from '../scenario/format/scenario.ts';
import type { Localized } from '../scenario/format/text.ts';
import type { World } from '../scenario/world/world.ts';
import type { PictureFile } from './picture.ts';

/** Something parsed and the file it comes from. */
export interface Filed<Value> {
  readonly file: string;
  readonly value: Value;
}

/** What is linted together; a scenario that stands alone has no pack. */
export interface Content {
  readonly pack?: Filed<Pack>;
  readonly scenarios: readonly Filed<Scenario>[];
  readonly drills: readonly Filed<DrillFile>[];
  readonly lessons: readonly Filed<Lesson>[];
  readonly surroundings?: Surroundings;
}

/** What lies around the files of a pack; each part is absent where nobody could look. */
export interface Surroundings {
  /** Everything in the pack's folder by its path from there; of pictures in assets/, what they hold. */
  readonly files?: ReadonlyMap<string, PictureFile | 'other'>;
  /** The pictures of the pack by their file name; only of an SVG the text is there. */
  readonly pictures?: ReadonlyMap<string, string>;
  /** A trainer's own packs may stand in no world. */
  readonly world?: World;
  /** The SVG text of the world's logos by the id of their organization. */
  readonly logos?: ReadonlyMap<string, string>;
}

/** What a rule says of a place. */
export interface Remark {
  readonly path: Path;
  /** What is wrong and what to do. */
  readonly text: Localized;
}

export type FiledRemark = Remark & Pick<Problem, 'file'>;

/**
 * A rule says what it looks at: one message, one scenario, one file of any kind, or a pack with what lies around it. So a draft
 * can be checked message by message, and a browser gets every rule that needs no disk.
 */
export type Rule = {
  /** Lower-case words with hyphens; a name once given stays. */
  readonly name: string;
  readonly severity: Severity;
  /** What it finds, for the tables of the guides. */
  readonly summary: Localized;
} & (
  | {
      readonly scope: 'message';
      /** `path` leads to the message in its file. */
      readonly check: (message: Message, path: Path) => readonly Remark[];
    }
  | {
      readonly scope: 'scenario';
      readonly check: (scenario: Scenario, content: Content) => readonly Remark[];
    }
  | {
      readonly scope: 'file';
      readonly check: (value: Pack | Scenario | DrillFile | Lesson) => readonly Remark[];
    }
  | {
      readonly scope: 'pack';
      readonly check: (content: Content) => readonly FiledRemark[];
    }
);

/** What a rule says of some content. */
export function remarksOf(rule: Rule, content: Content): readonly FiledRemark[] {
  const { pack, scenarios, drills, lessons } = content;
  switch (rule.scope) {
    case 'message':
      return scenarios.flatMap(({ file, value }) =>
        value.messages
          .flatMap((message, index) => rule.check(message, ['messages', index]))
          .map((remark) => ({ ...remark, file })),
      );
    case 'scenario':
      return scenarios.flatMap(({ file, value }) =>
        rule.check(value, content).map((remark) => ({ ...remark, file })),
      );
    case 'file':
      return [...(pack ? [pack] : []), ...scenarios, ...drills, ...lessons].flatMap(({ file, value }) =>
        rule.check(value).map((remark) => ({ ...remark, file })),
      );
    case 'pack':
      return rule.check(content);
  }
}
