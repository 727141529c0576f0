/** What of a block the studio can add to, take from or choose: its inner blocks, its list of parts and its single fields. */
import type { ValueChange } from '../../core/draft/change-text.ts';
import { isList, itemsOf, type JsonValue, memberOf, valueAt } from '../../core/draft/json.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import { insert, remove } from '../draft/changes.ts';

/** What a list of blocks knows of the body around it. */
export interface BlockSurround {
  /** Leads from the message. */
  readonly list: Path;
  /** The blocks of the whole body. */
  readonly body: readonly JsonValue[];
  readonly isPage: boolean;
  /** How many boxes are around the list. */
  readonly depth: number;
  /** The number of the box around it, such as `2.1`; empty for the body itself. */
  readonly number: string;
}

/** The kind that a block says it has; empty where it says none. */
export function kindOf(block: JsonValue): string {
  const kind = memberOf(block, 'kind');
  return typeof kind === 'string' ? kind : '';
}

/** The lists of blocks in a block, by their paths from it; none for a block that holds no other. */
export function boxesIn(block: JsonValue): readonly Path[] {
  switch (kindOf(block)) {
    case 'panel':
    case 'quote':
    case 'window':
    case 'pictures':
      return [['blocks']];
    case 'columns':
      return itemsOf(memberOf(block, 'columns')).map((_, index) => ['columns', index]);
    default:
      return [];
  }
}

/** The field of a block that lists its parts, for kinds whose parts can be added. */
const partFields = {
  list: 'items',
  form: 'fields',
  captcha: 'steps',
  permissions: 'items',
  table: 'rows',
} as const;

/** The parts of a block that can be added and removed one by one; undefined for a kind without them. */
export function partsIn(
  block: JsonValue,
): { readonly field: string; readonly parts: readonly JsonValue[] } | undefined {
  const kind = kindOf(block);
  if (!Object.hasOwn(partFields, kind)) return undefined;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the line above looked
  const field = partFields[kind as keyof typeof partFields];
  return { field, parts: itemsOf(memberOf(block, field)) };
}

/** The words of what is new, until the author writes others. */
export const anyWords = { ja: 'ここに書きます。', en: 'Write here.' };

/** The changes that add a part at the end of a block. The path leads to the block. */
export function partAdded(block: JsonValue, path: Path): readonly ValueChange[] {
  const found = partsIn(block);
  if (found === undefined) return [];
  const { field, parts } = found;
  const list = memberOf(block, field);
  const part = newPart(kindOf(block), parts);
  return list !== undefined && isList(list)
    ? [insert([...path, field, parts.length], part)]
    : [{ kind: 'set', path: [...path, field], value: [part] }];
}

/** The changes that remove a part of a block. The last one stays, except where a block may have none. */
export function partRemoved(block: JsonValue, path: Path, index: number): readonly ValueChange[] {
  const found = partsIn(block);
  if (found === undefined) return [];
  const { field, parts } = found;
  if (parts.length > 1) return [remove([...path, field, index])];
  return field === 'steps' ? [remove([...path, field])] : [];
}

/** Whether a part of a block can be removed. */
export const canLosePart = (block: JsonValue): boolean => {
  const found = partsIn(block);
  return found !== undefined && (found.parts.length > 1 || found.field === 'steps');
};

function newPart(kind: string, parts: readonly JsonValue[]): JsonValue {
  switch (kind) {
    case 'form':
      return {
        id: freeIn(parts, 'field'),
        label: { ja: '入力欄', en: 'Field' },
        type: 'text',
      };
    case 'table':
      return itemsOf(parts.at(-1)).map(() => anyWords);
    default:
      return anyWords;
  }
}

/** An id that none of the items has. */
export function freeIn(items: readonly JsonValue[], stem: string): string {
  const taken = new Set(items.map((item) => memberOf(item, 'id')));
  for (let number = 1; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

/** The blocks of a body at any depth: no two of them may share an id. */
export function allBlocks(blocks: readonly JsonValue[]): readonly JsonValue[] {
  return blocks.flatMap((block) => [
    block,
    ...boxesIn(block).flatMap((path) => allBlocks(itemsOf(valueAt(block, path)))),
  ]);
}
