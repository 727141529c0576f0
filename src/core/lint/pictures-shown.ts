import type { Path } from '../scenario/read/locate.ts';
import { bodiesOf, blockPlaces } from '../scenario/layout/walk.ts';
import type { Content } from './rule.ts';

export interface PictureShown {
  readonly file: string;
  /** Leads to the name of the picture. */
  readonly path: Path;
  /** Its name in the pack's folder assets/. */
  readonly asset: string;
}

/** Every place of a pack that shows a picture. */
export function picturesShown({ scenarios, lessons }: Content): readonly PictureShown[] {
  const bodies = [
    ...scenarios.flatMap(({ file, value }) =>
      value.messages.flatMap((message, index) =>
        bodiesOf(message, ['messages', index]).map(({ blocks, path }) => ({ file, blocks, path })),
      ),
    ),
    ...lessons.map(({ file, value }) => ({ file, blocks: value.body, path: ['body'] })),
  ];
  const inBodies = bodies.flatMap(({ file, blocks, path: at }) =>
    blockPlaces(blocks, at).flatMap(({ block, path }) => {
      if (block.kind === 'image') return [{ file, path: [...path, 'asset'], asset: block.asset }];
      return block.kind === 'panel' && block.picture !== undefined
        ? [{ file, path: [...path, 'picture'], asset: block.picture }]
        : [];
    }),
  );
  const behind = scenarios.flatMap(({ file, value }) =>
    value.messages.flatMap((message, index) => {
      const asset = message.channel === 'mail' ? message.canvas?.picture : undefined;
      return asset === undefined ? [] : [{ file, path: ['messages', index, 'canvas', 'picture'], asset }];
    }),
  );
  return [...inBodies, ...behind];
}
