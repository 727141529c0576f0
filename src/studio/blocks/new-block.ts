/** Blocks as the studio first adds them. */
import type { ValueChange } from '../../core/draft/change-text.ts';
import { isList, itemsOf, type JsonValue, memberOf } from '../../core/draft/json.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import { insert, set } from '../draft/changes.ts';
import { allBlocks, anyWords, freeIn } from './block-parts.ts';

/** The kinds of blocks that can be added to a body anywhere. */
const bodyKinds = ['text', 'list', 'button', 'table', 'rule'] as const;
/** The boxes that hold other blocks. */
const boxKinds = ['panel', 'columns', 'quote'] as const;
/** The kinds that pages have beside these. */
const pageKinds = ['form', 'captcha', 'permissions', 'code', 'alarm', 'download'] as const;
/** A kind of block that can be added. */
export type AddableKind = (typeof bodyKinds)[number] | (typeof boxKinds)[number] | (typeof pageKinds)[number];

/** How deep boxes stand in boxes. */
const deepestBox = 4;

/**
 * The kinds of blocks that can be added to a list of blocks. `depth` is the number of boxes around it; a drawn window holds no boxes.
 */
export function addableKinds(isPage: boolean, depth: number, box: string): readonly AddableKind[] {
  if (box === 'pictures') return [];
  return [
    ...bodyKinds,
    ...(depth < deepestBox && box !== 'window' ? boxKinds : []),
    ...(isPage ? pageKinds : []),
  ];
}

const words = (ja: string, en: string) => ({ ja, en });

/** Where a block is added: the list of blocks by its path from the message, and the place in it. */
export interface BlockPlace {
  readonly list: Path;
  readonly at: number;
  /** The blocks of the whole body, in which no two ids may be the same. */
  readonly body: readonly JsonValue[];
}

/** The changes that add a block. A button brings a link to `example.com` along. */
export function addedBlock(message: JsonValue, kind: AddableKind, place: BlockPlace): readonly ValueChange[] {
  const add = (block: JsonValue): ValueChange => insert([...place.list, place.at], block);
  if (kind !== 'button') return [add(newBlock(kind, place.body))];
  const { id, changes } = addedLink(message, 'https://example.com/');
  return [...changes, add({ kind, link: id, label: words('開く', 'Open') })];
}

/** The changes that add a link to a message, and its id. */
export function addedLink(
  message: JsonValue,
  url: string,
): { readonly id: string; readonly changes: readonly ValueChange[] } {
  const links = memberOf(message, 'links');
  const id = freeIn(itemsOf(links), 'link');
  const link = { id, url };
  return {
    id,
    changes: [
      links !== undefined && isList(links) ? insert(['links', links.length], link) : set(['links'], [link]),
    ],
  };
}

function newBlock(kind: Exclude<AddableKind, 'button'>, body: readonly JsonValue[]): JsonValue {
  const id = freeIn(allBlocks(body), kind);
  switch (kind) {
    case 'text':
      return { kind, text: anyWords };
    case 'list':
      return { kind, items: [anyWords] };
    case 'table':
      return { kind, heading: 'column', rows: [[words('項目', 'Item'), anyWords]] };
    case 'rule':
      return { kind };
    case 'panel':
      return { kind, border: '#b9c0c8', blocks: [{ kind: 'text', text: anyWords }] };
    case 'columns':
      return { kind, columns: [1, 2].map(() => [{ kind: 'text', text: anyWords }]) };
    case 'quote':
      return { kind, blocks: [{ kind: 'text', text: anyWords }] };
    case 'form':
      return {
        kind,
        fields: [{ id: 'field-1', label: words('メールアドレス', 'Email address'), type: 'text' }],
        submit: words('送信', 'Send'),
      };
    case 'captcha':
      return { kind, id, label: words('私はロボットではありません', 'I am not a robot') };
    case 'permissions':
      return {
        kind,
        id,
        app: words('アプリ', 'An app'),
        publisher: words('発行元：未確認', 'Publisher: unverified'),
        items: [words('メールを読む', 'Read your email')],
        allow: words('許可する', 'Allow'),
        cancel: words('キャンセル', 'Cancel'),
      };
    case 'code':
      return {
        kind,
        id,
        label: words('あなたのコード', 'Your code'),
        code: 'KQ7P-2WXM',
        submit: words('ログイン画面を開く', 'Open the sign-in page'),
      };
    case 'alarm':
      return {
        kind,
        id,
        title: words('警告', 'Warning'),
        text: anyWords,
        phone: '050-0000-0000',
        call: words('電話する', 'Call'),
      };
    case 'download':
      return {
        kind,
        id,
        name: words('document.exe', 'document.exe'),
        bytes: 1048576,
        save: words('保存', 'Save'),
      };
  }
}
