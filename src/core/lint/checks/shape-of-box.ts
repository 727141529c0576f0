import type { Block } from '../../scenario/format/block.ts';
import { blockPlaces, bodiesOf } from '../../scenario/layout/walk.ts';
import type { Path } from '../../scenario/read/locate.ts';
import type { Remark, Rule } from '../rule.ts';

/** The most columns of a table. */
const mostColumns = 8;

/** Columns have as many widths as there are columns, and the cells of a row take no more columns than a table may have. */
export const shapeOfBox: Rule = {
  name: 'shape-of-box',
  severity: 'error',
  summary: {
    ja: '段の数と合わない `widths`、8列を超える `span`、画像からはみ出す `areas`',
    en: '`widths` that do not fit the columns, a `span` beyond 8 columns, or `areas` beyond the picture',
  },
  scope: 'several',
  checks: [
    {
      scope: 'message',
      check: (message, path) => bodiesOf(message, path).flatMap(({ blocks, path: at }) => ofBody(blocks, at)),
    },
    { scope: 'lesson', check: ({ body }) => ofBody(body, ['body']) },
  ],
};

const ofBody = (blocks: readonly Block[], path: Path): readonly Remark[] =>
  blockPlaces(blocks, path).flatMap(({ block, path: at }) => {
    if (block.kind === 'columns') return ofColumns(block, at);
    if (block.kind === 'image' || block.kind === 'remote') return ofPicture(block, at);
    return block.kind === 'table' ? ofTable(block, at) : [];
  });

/** A place of a picture lies in it, and the whole is no link beside. */
function ofPicture(
  { link, areas = [] }: Extract<Block, { kind: 'image' | 'remote' }>,
  path: Path,
): readonly Remark[] {
  const outside = areas.flatMap(({ left, top, width, height }, index) =>
    left + width <= 100 && top + height <= 100
      ? []
      : [
          {
            path: [...path, 'areas', index],
            text: {
              ja: 'この部分は画像からはみ出しています。left + width と top + height を 100 以内にしてください。',
              en: 'This place reaches beyond the picture. Keep left + width and top + height within 100.',
            },
          },
        ],
  );
  const both = {
    ja: '"link" と "areas" はどちらか一方だけを書いてください。',
    en: 'Write either "link" or "areas", not both.',
  };
  return link !== undefined && areas.length > 0 ? [{ path: [...path, 'areas'], text: both }] : outside;
}

function ofColumns({ columns, widths }: Extract<Block, { kind: 'columns' }>, path: Path): readonly Remark[] {
  if (widths === undefined || widths.length === columns.length) return [];
  return [
    {
      path: [...path, 'widths'],
      text: {
        ja: `段は ${columns.length} つですが、"widths" は ${widths.length} つです。同じ数にしてください。`,
        en: `There are ${columns.length} columns, but ${widths.length} "widths". Write one for each column.`,
      },
    },
  ];
}

const ofTable = ({ rows }: Extract<Block, { kind: 'table' }>, path: Path): readonly Remark[] =>
  rows.flatMap((row, index) => {
    const taken = row.reduce((sum, { span = 1 }) => sum + span, 0);
    if (taken <= mostColumns) return [];
    return [
      {
        path: [...path, 'rows', index],
        text: {
          ja: `この行は ${taken} 列分あります。"span" を小さくし、${mostColumns} 列以内にしてください。`,
          en: `This row takes ${taken} columns. Make "span" smaller: a table has at most ${mostColumns}.`,
        },
      },
    ];
  });
