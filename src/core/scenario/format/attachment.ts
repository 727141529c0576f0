/** A file attached to a message. */
import { z } from 'zod';
import { fileTypes } from './vocabulary.ts';
import { bodySchema } from './block.ts';
import { idSchema, localizedSchema } from './text.ts';

const fileType = z.enum(fileTypes).meta({ description: 'What the file truly is / 実際の種類' });
const fileName = localizedSchema.meta({
  description: 'File name as the sender wrote it / 送信者が付けたファイル名',
});

/** The schema of an attachment. */
export const attachmentSchema = z
  .strictObject({
    id: idSchema,
    name: fileName,
    type: fileType,
    bytes: z.int().min(1).max(50_000_000),
    macro: z
      .literal(true)
      .exactOptional()
      .meta({ description: 'Word or Excel with a macro / マクロ入り（word・excel のみ）' }),
    locked: z
      .literal(true)
      .exactOptional()
      .meta({ description: 'A zip that asks for a password / パスワード付き（zip のみ）' }),
    password: z.strictObject({ message: idSchema }).exactOptional().meta({
      description:
        'The message that tells the password, this one or another; absent: none does / パスワードが書かれたメッセージ',
    }),
    holds: z
      .array(z.strictObject({ name: fileName, type: fileType }))
      .min(1)
      .max(20)
      .exactOptional()
      .meta({ description: 'The files in a zip or disk image / 中のファイル（zip・disk-image のみ）' }),
    preview: z
      .strictObject({
        body: bodySchema,
        bar: localizedSchema.exactOptional().meta({
          description: 'What the bar above the document says, such as “Macros are disabled” / 上部のバーの文',
        }),
      })
      .exactOptional()
      .meta({
        description: 'The opened document, drawn; without forms / 開いた文書の見た目（入力欄は不可）',
      }),
    outcome: localizedSchema.exactOptional().meta({
      description:
        'What would have happened to someone who opened and allowed it / 開いて許可した場合に起きること',
    }),
    firstAid: localizedSchema.exactOptional().meta({
      description: 'What to do in the next ten minutes / 直後の10分ですること',
    }),
  })
  .meta({ id: 'Attachment', description: 'A file that came with the message / 添付ファイル' });

/** An attachment and what it contains. */
export type Attachment = z.infer<typeof attachmentSchema>;
