import { leafPlaces, pageBlockPlaces } from '../../scenario/layout/walk.ts';
import { isSourceBlock } from '../../scenario/layout/block-kinds.ts';
import type { Rule } from '../rule.ts';

/** A lesson explains in words and pictures; nothing in it can be pressed or filled in. */
export const blockInLesson: Rule = {
  name: 'block-in-lesson',
  severity: 'error',
  summary: {
    ja: '講座に置けないブロック（ボタン、入力欄など）',
    en: 'A block that cannot stand in a lesson, such as a button or a form',
  },
  scope: 'lesson',
  check: ({ body }) => {
    const leaves = leafPlaces(body, ['body']).flatMap(({ leaf, path }) =>
      leaf.kind === 'form' || 'link' in leaf || 'areas' in leaf || isSourceBlock(leaf)
        ? [{ kind: leaf.kind, path }]
        : [],
    );
    const pageBlocks = pageBlockPlaces(body, ['body']).map(({ block: { kind }, path }) => ({ kind, path }));
    return [...leaves, ...pageBlocks].map(({ kind, path }) => ({
      path: [...path, 'kind'],
      text: {
        ja: `「${kind}」はレッスンには置けません。文や画像で説明してください。`,
        en: `A “${kind}” cannot stand in a lesson. Explain it in words or with a picture.`,
      },
    }));
  },
};
