/** The shape of a lint rule: something a good pack must satisfy beyond what the parser demands. */
import type { Lesson, Pack } from '../scenario/format/pack.ts';
import type { Path } from '../scenario/read/locate.ts';
import type { Problem, Severity } from '../scenario/read/problem.ts';
import type { DrillFile } from '../scenario/format/drill.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Scenario } from '../scenario/format/scenario.ts';
import type { Localized } from '../scenario/format/text.ts';
import type { World } from '../scenario/world/world.ts';

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

export interface Rule {
  /** As in content/README.md. */
  readonly name: string;
  readonly severity: Severity;
  readonly check: (content: Content) => readonly FiledRemark[];
}

/** A check of every scenario by itself. */
export function inScenarios(
  remarks: (scenario: Scenario, content: Content) => readonly Remark[],
): Rule['check'] {
  return (content) =>
    content.scenarios.flatMap(({ file, value }) =>
      remarks(value, content).map((remark) => ({ ...remark, file })),
    );
}

/** A check of every message by itself; `path` leads to it. */
export function inMessages(remarks: (message: Message, path: Path) => readonly Remark[]): Rule['check'] {
  return inScenarios(({ messages }) =>
    messages.flatMap((message, index) => remarks(message, ['messages', index])),
  );
}

/** A check of every file by itself, whatever it holds. */
export function inFiles(
  remarks: (value: Pack | Scenario | DrillFile | Lesson) => readonly Remark[],
): Rule['check'] {
  return ({ pack, scenarios, drills, lessons }) =>
    [...(pack ? [pack] : []), ...scenarios, ...drills, ...lessons].flatMap(({ file, value }) =>
      remarks(value).map((remark) => ({ ...remark, file })),
    );
}
