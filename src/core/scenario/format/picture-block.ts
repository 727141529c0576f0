/** Blocks that show a picture: the pack's own, one on another server, several in a row. */
import { z } from 'zod';
import { alignSchema, assetSchema, idSchema, localizedSchema, slotSchema } from './text.ts';

/** The schema of where a picture on another server would come from. */
export const remoteAddress = z.string().min(1).max(2_000);
const percent = (least: number) =>
  z.int().min(least).max(100).meta({ description: 'Hundredths of the picture / 画像に対する割合（%）' });
const areasSchema = z
  .array(
    z.strictObject({
      link: idSchema.meta({ description: 'Id of an entry in "links" / "links" の id' }),
      label: localizedSchema.meta({
        description: 'What the place shows, for those who do not see it / その部分に見えるもの',
      }),
      left: percent(0),
      top: percent(0),
      width: percent(1),
      height: percent(1),
    }),
  )
  .min(1)
  .max(12)
  .exactOptional()
  .meta({
    description:
      'Places of the picture that are links of their own, in place of "link" / 画像の一部分ごとのリンク。"link" の代わりに書く',
  });
/** A picture in the pack's folder assets/. */
export const imageBlock = z.strictObject({
  kind: z.literal('image'),
  id: idSchema,
  asset: assetSchema,
  alt: localizedSchema.exactOptional().meta({
    description: 'What it shows; absent for a decoration / 何の画像か。飾りなら省略',
  }),
  link: idSchema.exactOptional().meta({
    description:
      'Id of an entry in "links": the whole picture is that link / 画像全体がリンクになる。"links" の id',
  }),
  areas: areasSchema,
  width: z.int().min(16).max(680).exactOptional().meta({ description: 'CSS pixels / 幅（px）' }),
  slot: slotSchema.exactOptional(),
  align: alignSchema.exactOptional(),
});
/** A picture that is not fetched. */
export const remoteBlock = z
  .strictObject({
    kind: z.literal('remote'),
    id: idSchema,
    url: remoteAddress.meta({
      description: 'Where it would come from; never asked for / 画像のURL。読み込むことはない',
    }),
    state: z.enum(['blocked', 'missing']).meta({
      description:
        'blocked: the mail program does not fetch it; missing: it is not there any more / メールソフトが止めた・もう無い',
    }),
    alt: localizedSchema.exactOptional().meta({
      description: 'What it shows, as its sender wrote / 送信者が書いた、画像の代わりの文',
    }),
    link: idSchema.exactOptional().meta({
      description:
        'Id of an entry in "links": the whole picture is that link / 画像全体がリンクになる。"links" の id',
    }),
    areas: areasSchema,
    width: z.int().min(16).max(680).exactOptional().meta({ description: 'CSS pixels / 幅（px）' }),
    height: z.int().min(16).max(680).exactOptional().meta({ description: 'CSS pixels / 高さ（px）' }),
    slot: slotSchema.exactOptional(),
    align: alignSchema.exactOptional(),
  })
  .meta({
    description:
      'A picture on another server, which a mail program does not load by itself / ほかのサーバーにある画像。メールソフトは勝手に読み込まない',
  });
/** Pictures in a row. */
export const picturesBlock = z
  .strictObject({
    kind: z.literal('pictures'),
    align: alignSchema.exactOptional(),
    blocks: z
      .array(z.discriminatedUnion('kind', [imageBlock, remoteBlock]))
      .min(2)
      .max(12)
      .meta({ description: '"image" and "remote" blocks / "image" か "remote"' }),
  })
  .meta({ description: 'Pictures side by side, such as a row of icons / 横に並ぶ画像。アイコンの列など' });
