/** Blocks as the studio first adds them. */
import type { ValueChange } from '../../core/draft/change-text.ts';
import { isList, type JsonValue, memberOf } from '../../core/draft/json.ts';
import { insert, set } from '../draft/changes.ts';
import { itemsOf } from '../mark/authored-marks.ts';

/** The kinds of blocks that can be added. */
export const addableKinds = ['text', 'list', 'button', 'rule'] as const;
/** A kind of block that can be added. */
export type AddableKind = (typeof addableKinds)[number];

/** The changes that add a block at a place of the body. A button brings a link to `example.com` along. */
export function addedBlock(message: JsonValue, kind: AddableKind, at: number): readonly ValueChange[] {
  const words = (ja: string, en: string): JsonValue => ({ ja, en });
  const add = (block: JsonValue): ValueChange => insert(['body', at], block);
  switch (kind) {
    case 'text':
      return [add({ kind, text: words('ここに書きます。', 'Write here.') })];
    case 'list':
      return [add({ kind, items: [words('ここに書きます。', 'Write here.')] })];
    case 'rule':
      return [add({ kind })];
    case 'button': {
      const link = freeLink(message);
      const links = memberOf(message, 'links');
      const target = { id: link, url: 'https://example.com/' };
      return [
        links !== undefined && isList(links)
          ? insert(['links', links.length], target)
          : set(['links'], [target]),
        add({ kind, link, label: words('開く', 'Open') }),
      ];
    }
  }
}

function freeLink(message: JsonValue): string {
  const taken = new Set(itemsOf(memberOf(message, 'links')).map((link) => memberOf(link, 'id')));
  for (let number = 1; ; number += 1) if (!taken.has(`link-${number}`)) return `link-${number}`;
}
