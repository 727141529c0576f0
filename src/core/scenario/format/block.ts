/** The building blocks of a message body or a mock page. */
import { z } from 'zod';
import {
  alarmBlock,
  captchaBlock,
  codeBlock,
  downloadBlock,
  formBlock,
  permissionsBlock,
} from './page-block.ts';
import { imageBlock, picturesBlock, remoteAddress, remoteBlock } from './picture-block.ts';
import {
  alignSchema,
  textAlignSchema,
  assetSchema,
  colourSchema,
  idSchema,
  localizedLineSchema,
  localizedSchema,
  slotSchema,
} from './text.ts';
import { hidings } from './vocabulary.ts';

const textBlock = z.strictObject({
  kind: z.literal('text'),
  text: localizedLineSchema,
  slot: slotSchema.exactOptional(),
  size: z.enum(['small', 'large', 'title']).exactOptional(),
  align: textAlignSchema.exactOptional(),
  preformatted: z.literal(true).exactOptional().meta({
    description: 'Spaces and line breaks count, in a font of even width / 空白と改行をそのまま、等幅で示す',
  }),
  colour: colourSchema.exactOptional(),
  background: colourSchema.exactOptional(),
});
const listBlock = z.strictObject({
  kind: z.literal('list'),
  ordered: z.literal(true).exactOptional(),
  items: z.array(localizedLineSchema).min(1).max(100),
});
const buttonBlock = z.strictObject({
  kind: z.literal('button'),
  label: localizedSchema,
  link: idSchema,
  background: colourSchema.exactOptional(),
  colour: colourSchema.exactOptional(),
  outline: z.literal(true).exactOptional().meta({
    description: 'Only a line around the label, in its colour / 塗りつぶさず、文字と同じ色の枠だけにする',
  }),
  align: alignSchema.exactOptional(),
});
const hiddenBlock = z
  .strictObject({
    kind: z.literal('hidden'),
    hiding: z.enum(hidings).meta({
      description:
        'How it is kept from the eye. display: not drawn; tiny: too small to see; colour: in the colour of its background; off-screen: outside the page / 隠し方。表示しない・小さすぎる・背景と同じ色・画面の外',
    }),
    text: localizedLineSchema,
  })
  .meta({
    description:
      'For the body of a mail only: text that its HTML holds and nobody sees, shown in the source view / メール本文専用。HTMLにはあるが見えない文。ソース表示にだけ出る',
  });
const pixelBlock = z
  .strictObject({
    kind: z.literal('pixel'),
    id: idSchema,
    url: remoteAddress.meta({
      description: 'Where it would come from; never asked for / 画像のURL。読み込むことはない',
    }),
  })
  .meta({
    description:
      'For the body of a mail only: a picture of one pixel that tells when the mail is opened, shown in the source view / メール本文専用。開封を知らせる1ピクセルの画像。ソース表示にだけ出る',
  });
const qrBlock = z
  .strictObject({
    kind: z.literal('qr'),
    link: idSchema,
    alt: localizedSchema,
    size: z
      .int()
      .min(96)
      .max(320)
      .exactOptional()
      .meta({ description: 'CSS pixels; 160 if absent / 一辺（px）' }),
  })
  .meta({
    description:
      'A link drawn as a QR code, read in the lens before anything opens / リンクをQRコードとして描く。読み取りはレンズで',
  });
const ruleBlock = z.strictObject({ kind: z.literal('rule') });
const cellSchema = localizedLineSchema
  .extend({
    align: alignSchema.exactOptional(),
    background: colourSchema.exactOptional(),
    span: z
      .int()
      .min(2)
      .max(8)
      .exactOptional()
      .meta({ description: 'Columns that the cell takes; 1 if absent / またがる列の数' }),
  })
  .meta({
    id: 'Cell',
    description:
      'A styled text in both languages, and how its cell looks / 両言語の書式付き文と、マスの見た目',
  });
const tableBlock = z.strictObject({
  kind: z.literal('table'),
  heading: z
    .enum(['row', 'column'])
    .exactOptional()
    .meta({ description: 'Whether the first row or column is a heading / 見出しの行・列' }),
  lines: z
    .literal('none')
    .exactOptional()
    .meta({ description: 'none: without lines between the cells / 罫線なし' }),
  rows: z.array(z.array(cellSchema).min(1).max(8)).min(1).max(60),
});
const leafBlocks = [
  textBlock,
  listBlock,
  buttonBlock,
  imageBlock,
  remoteBlock,
  ruleBlock,
  tableBlock,
  formBlock,
  qrBlock,
  picturesBlock,
  hiddenBlock,
  pixelBlock,
  captchaBlock,
  permissionsBlock,
  codeBlock,
  alarmBlock,
  downloadBlock,
] as const;
/** The schema of a block that contains no other blocks. */
export const leafBlockSchema = z
  .discriminatedUnion('kind', leafBlocks)
  .meta({ id: 'LeafBlock', description: 'A piece of a body that holds no other piece / 本文の部品' });

/** The blocks that hold others. */
const boxesOf = <Inner extends z.ZodType>(inner: Inner) =>
  [
    z.strictObject({
      kind: z.literal('panel'),
      background: colourSchema.exactOptional(),
      border: colourSchema.exactOptional(),
      side: z.literal(true).exactOptional().meta({
        description: 'The border is only a bar at the side where lines start / 枠線を行頭側の縦棒だけにする',
      }),
      align: alignSchema.exactOptional(),
      picture: assetSchema.exactOptional().meta({
        description:
          'A picture behind the content, in assets; write a "background" that shows where it is missing / 背景画像（assets 内）。無くても読めるよう "background" も書く',
      }),
      remotePicture: remoteAddress.exactOptional().meta({
        description:
          'A picture behind the content that is elsewhere and not loaded; seen in the source view / ほかのサーバーにある背景画像。読み込まれず、ソース表示にだけ出る',
      }),
      blocks: z.array(inner).min(1).max(60),
    }),
    z.strictObject({
      kind: z.literal('columns'),
      widths: z.array(z.int().min(1).max(100)).min(2).max(4).exactOptional().meta({
        description:
          'Shares of the columns, such as [1, 3]; equal if absent / 列の幅の比。例：[1, 3]。省略時は等幅',
      }),
      columns: z.array(z.array(inner).min(1).max(30)).min(2).max(4),
    }),
    z.strictObject({
      kind: z.literal('quote'),
      attribution: localizedLineSchema.exactOptional(),
      blocks: z.array(inner).min(1).max(60),
    }),
  ] as const;
/** Boxes stand in boxes to a depth of four. Each depth is a schema of its own, so a deeper one is refused by its kind. */
const innermostSchema = z
  .discriminatedUnion('kind', [leafBlockSchema, ...boxesOf(leafBlockSchema)])
  .meta({ id: 'InnermostBlock' });
const deeperSchema = z
  .discriminatedUnion('kind', [leafBlockSchema, ...boxesOf(innermostSchema)])
  .meta({ id: 'DeeperBlock' });
const innerSchema = z
  .discriminatedUnion('kind', [leafBlockSchema, ...boxesOf(deeperSchema)])
  .meta({ id: 'InnerBlock', description: 'A piece inside a box / 囲みの中の部品' });
const windowBlock = z
  .strictObject({
    kind: z.literal('window'),
    id: idSchema,
    title: localizedSchema,
    address: z
      .string()
      .min(1)
      .max(2_000)
      .meta({ description: 'As its drawn address bar says; only text / 描かれたアドレス欄の文字' }),
    blocks: z.array(leafBlockSchema).min(1).max(60),
  })
  .meta({
    description:
      'For pages only: a browser window that is only drawn inside the page / ページ専用。ページの中に描かれただけのウィンドウ',
  });

/** The schema of a block. */
export const blockSchema = z
  .discriminatedUnion('kind', [...leafBlocks, ...boxesOf(innerSchema), windowBlock])
  .meta({ id: 'Block', description: 'A piece of a body / 本文の部品' });

/** The schema of what lies behind a mail's content. */
export const canvasSchema = z
  .strictObject({
    background: colourSchema
      .exactOptional()
      .meta({ description: 'Colour behind the content / 本文の外側の色' }),
    paper: colourSchema.exactOptional().meta({
      description:
        'Colour of the content itself; white beside a background / 本文の背景色。外側の色があれば白',
    }),
    width: z
      .int()
      .min(240)
      .max(800)
      .exactOptional()
      .meta({ description: 'Width of the content in CSS pixels, centred / 本文の幅（px）。中央に置かれる' }),
    picture: assetSchema.exactOptional().meta({
      description:
        'A picture behind the content, in assets, repeated as a tile / 本文の外側に敷きつめる画像（assets 内）',
    }),
    remotePicture: remoteAddress.exactOptional().meta({
      description:
        'A picture behind the content that is elsewhere and not loaded; seen in the source view / ほかのサーバーにある、本文の外側の画像。読み込まれず、ソース表示にだけ出る',
    }),
  })
  .meta({ id: 'Canvas', description: 'What lies behind the content of a mail / メール本文の台紙' });

/** The schema of a body: 1 to 200 blocks. */
export const bodySchema = z.array(blockSchema).min(1).max(200);

/** A block that contains no other blocks. */
export type LeafBlock = z.infer<typeof leafBlockSchema>;
/** What lies behind a mail's content. */
export type Canvas = z.infer<typeof canvasSchema>;
/** A block inside a box. */
export type InnerBlock = z.infer<typeof innerSchema>;
/** A block of a body. */
export type Block = z.infer<typeof blockSchema>;
