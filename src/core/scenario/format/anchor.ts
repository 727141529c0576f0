/** Where in a message a clue, decoy or reassurance lies. */
import { z } from 'zod';
import { fields, fileParts, pageParts } from './vocabulary.ts';
import { idSchema, localizedSchema, sentenceSchema, slotSchema } from './text.ts';

const field = z.enum(fields).meta({
  description:
    'A field of the channel. In a mail received3 is the oldest hop, received1 our own server / 経路ごとの項目。メールでは received3 が最も古い中継、received1 が自社サーバー',
});

const quote = z.union([
  localizedSchema,
  z.strictObject({ ja: sentenceSchema }),
  z.strictObject({ en: sentenceSchema }),
]);

/** The schema of an anchor: which part of a message a clue, decoy or reassurance is about. */
export const anchorSchema = z
  .union([
    z.strictObject({ field }),
    z.strictObject({ link: idSchema }),
    z.strictObject({
      attachment: idSchema,
      part: z.enum(fileParts).exactOptional().meta({
        description:
          'One line of its inspector; absent: its name and what it truly is / 調べた結果の1項目。省略時は名前と種類',
      }),
    }),
    z.strictObject({ image: idSchema, page: idSchema.exactOptional() }),
    z.strictObject({ image: idSchema, attachment: idSchema }),
    z.strictObject({ slot: slotSchema }),
    z.strictObject({
      thread: idSchema.meta({ description: 'An earlier message of the thread / スレッドの前の投稿' }),
    }),
    z.strictObject({
      quote,
      page: idSchema.exactOptional(),
    }),
    z.strictObject({ quote, attachment: idSchema }),
    z.strictObject({ page: idSchema, part: z.enum(pageParts) }),
    z.strictObject({ page: idSchema, formField: idSchema }),
    z.strictObject({
      page: idSchema,
      block: idSchema.meta({
        description:
          'A block of the page that has an id: its picture and its heading / ページの部品（絵と見出し）',
      }),
    }),
  ])
  .meta({
    id: 'Anchor',
    description:
      'Where in the message: a field, link, attachment, image, slot, earlier message of its thread, a quotation of the text (in each language), or a part of a page / メッセージ内の箇所',
  });

/** An anchor as an author writes it. spot.ts adds its kind. */
export type Anchor = z.infer<typeof anchorSchema>;
