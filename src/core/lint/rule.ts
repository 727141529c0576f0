/**
 * The one shape of everything that is checked beyond the schema: what keeps a file out of play (checks/) and what a good pack
 * needs (rules/). A rule names the smallest part it must see, so that an editor can check one message by itself, and a browser
 * gets every rule but those that look at a folder.
 */
import type { Drill, DrillFile } from '../scenario/format/drill.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Lesson, Pack } from '../scenario/format/pack.ts';
import type { Contact, Scenario } from '../scenario/format/scenario.ts';
import type { Localized } from '../scenario/format/text.ts';
import type { Path } from '../scenario/read/locate.ts';
import type { Fix, Problem, Severity, UnplacedProblem } from '../scenario/read/problem.ts';
import type { World } from '../scenario/world/world.ts';
import type { PictureFile } from './picture.ts';

/** A parsed value and the file it comes from. */
export interface Filed<Value> {
  readonly file: string;
  readonly value: Value;
}

/** Files that are checked together. A scenario without a pack and a pack without a world are possible. */
export interface Content {
  readonly pack?: Filed<Pack>;
  readonly scenarios: readonly Filed<Scenario>[];
  readonly drills: readonly Filed<DrillFile>[];
  readonly lessons: readonly Filed<Lesson>[];
  readonly world?: Filed<World>;
}

/** Nothing to check. */
export const noContent: Content = { scenarios: [], drills: [], lessons: [] };

/** Something in a pack's folder: a picture in assets/ with its contents, a symbolic link, which is not followed, or another file. */
export type PackFile = PictureFile | 'link' | 'other';

/** What only the disk tells about a pack. Each part is absent if it could not be read, as in a browser. */
export interface Disk {
  /** Every file in the pack's folder, by its path from there. */
  readonly files?: ReadonlyMap<string, PackFile>;
  /** The pictures of the pack by file name: the text of an SVG, an empty text for the others. */
  readonly pictures?: ReadonlyMap<string, string>;
  /** The SVG text of the world's logos by the id of their organization. */
  readonly logos?: ReadonlyMap<string, string>;
}

/** What a message refers to outside itself. Kept small: when it changes, every message is checked again. */
export interface Around extends Pick<Scenario, 'clock'> {
  readonly directory: readonly Pick<Contact, 'id'>[];
}

/** What a rule found: where, and what to do about it. */
export interface Remark {
  readonly path: Path;
  /** What is wrong and what to do. */
  readonly text: Localized;
  /** Present if there is one right way to mend it. */
  readonly fix?: Fix;
}

export type FiledRemark = Remark & Pick<Problem, 'file'>;

export interface About {
  /** Lower-case words with hyphens. A name never changes once it was published. */
  readonly name: string;
  readonly severity: Severity;
  /** What it finds, for the tables of the guides. */
  readonly summary: Localized;
}

/** In each `check`, `path` leads from the root of the file to the value. */
export type Check =
  | {
      /** Any part of pack.json, a scenario, a drill or a lesson: a message, a drill, the rest of a scenario. It may be unchecked. */
      readonly scope: 'text';
      readonly check: (value: unknown, path: Path) => readonly Remark[];
    }
  | {
      /** One message, with the clock and contacts of its scenario but without the other messages. */
      readonly scope: 'message';
      readonly check: (message: Message, path: Path, around: Around) => readonly Remark[];
    }
  | {
      /** One drill, in a scenario or in a file of its own. */
      readonly scope: 'drill';
      readonly check: (drill: Drill, path: Path) => readonly Remark[];
    }
  | {
      readonly scope: 'lesson';
      readonly check: (lesson: Lesson) => readonly Remark[];
    }
  | {
      /** A whole scenario: its messages compared with each other, or the fields around them. */
      readonly scope: 'scenario';
      readonly check: (scenario: Scenario, content: Content) => readonly Remark[];
    }
  | {
      readonly scope: 'world';
      readonly check: (world: World) => readonly Remark[];
    }
  | {
      /** The files of a pack compared with each other. */
      readonly scope: 'pack';
      readonly check: (content: Content) => readonly FiledRemark[];
    }
  | {
      /** Files on disk. */
      readonly scope: 'disk';
      readonly check: (content: Content, disk: Disk) => readonly FiledRemark[];
    };

/** A rule looks at one kind of part, or at several in one way each. */
export type Rule = About & (Check | { readonly scope: 'several'; readonly checks: readonly Check[] });

export type TextRule = About & Extract<Check, { readonly scope: 'text' }>;

/** The checks of a rule, one for each kind of part it looks at. */
export const checksOf = (rule: Rule): readonly Check[] => (rule.scope === 'several' ? rule.checks : [rule]);

/** What a rule finds in some content. */
export function remarksOf(rule: Rule, content: Content, disk: Disk = {}): readonly FiledRemark[] {
  return checksOf(rule).flatMap((check) => found(check, content, disk));
}

function found(rule: Check, content: Content, disk: Disk): readonly FiledRemark[] {
  const { pack, scenarios, drills, lessons, world } = content;
  switch (rule.scope) {
    case 'text':
      return [
        ...inFiles(pack === undefined ? [] : [pack], (value) => rule.check(value, [])),
        ...inFiles(scenarios, (value) => partsOf(value).flatMap((part) => rule.check(part.value, part.path))),
        ...inFiles<unknown>([...drills, ...lessons], (value) => rule.check(value, [])),
      ];
    case 'message':
      return inFiles(scenarios, (scenario) =>
        scenario.messages.flatMap((message, index) => rule.check(message, ['messages', index], scenario)),
      );
    case 'drill':
      return [
        ...inFiles(scenarios, ({ drills: inside = [] }) =>
          inside.flatMap((drill, index) => rule.check(drill, ['drills', index])),
        ),
        ...inFiles(drills, (drill) => rule.check(drill, [])),
      ];
    case 'lesson':
      return inFiles(lessons, rule.check);
    case 'scenario':
      return inFiles(scenarios, (scenario) => rule.check(scenario, content));
    case 'world':
      return inFiles(world === undefined ? [] : [world], rule.check);
    case 'pack':
      return rule.check(content);
    case 'disk':
      return rule.check(content, disk);
  }
}

function inFiles<Value>(
  files: readonly Filed<Value>[],
  check: (value: Value) => readonly Remark[],
): readonly FiledRemark[] {
  return files.flatMap(({ file, value }) => check(value).map((remark) => ({ ...remark, file })));
}

/** The messages and drills of a scenario, each by itself, and everything that stands around them. */
function partsOf({ messages, drills = [], ...around }: Scenario): readonly { value: unknown; path: Path }[] {
  return [
    ...messages.map((value, index) => ({ value, path: ['messages', index] })),
    ...drills.map((value, index) => ({ value, path: ['drills', index] })),
    { value: around, path: [] },
  ];
}

/** A remark with the name and severity of its rule. */
export const problemOf = ({ name, severity }: About, { path, text, fix }: Remark): UnplacedProblem => ({
  rule: name,
  severity,
  path,
  text,
  ...(fix && { fix }),
});
