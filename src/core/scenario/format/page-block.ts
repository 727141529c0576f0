/** Blocks that only a mock page holds: what a page asks of whoever opened it. */
import { z } from 'zod';
import { formFieldTypes } from './vocabulary.ts';
import { bytesSchema, idSchema, localizedLineSchema, localizedSchema, phoneSchema } from './text.ts';

/** Fields to fill in, and a button. */
export const formBlock = z
  .strictObject({
    kind: z.literal('form'),
    fields: z
      .array(z.strictObject({ id: idSchema, label: localizedSchema, type: z.enum(formFieldTypes) }))
      .min(1)
      .max(12),
    submit: localizedSchema,
  })
  .meta({
    description: 'For pages only: nothing typed is kept or sent / ページ専用。入力は保存も送信もされない',
  });

/** A box that asks for a human. */
export const captchaBlock = z
  .strictObject({
    kind: z.literal('captcha'),
    id: idSchema,
    label: localizedSchema.meta({ description: 'Beside the box to tick / チェック欄の横の文' }),
    steps: z.array(localizedLineSchema).min(1).max(10).exactOptional().meta({
      description: 'What it asks to do besides ticking / チェックのほかに求める手順',
    }),
  })
  .meta({ description: 'For pages only: “I am not a robot” / ページ専用。「ロボットではありません」' });
/** What an application wants to be allowed. */
export const permissionsBlock = z
  .strictObject({
    kind: z.literal('permissions'),
    id: idSchema,
    app: localizedSchema.meta({ description: 'The application that asks / 許可を求めるアプリ' }),
    publisher: localizedSchema.meta({
      description: 'What is said of its publisher / 発行元についての表示',
    }),
    items: z
      .array(localizedLineSchema)
      .min(1)
      .max(20)
      .meta({ description: 'What it wants to be allowed / 求める権限' }),
    allow: localizedSchema,
    cancel: localizedSchema,
  })
  .meta({ description: 'For pages only: consent to an application / ページ専用。アプリ連携の許可' });
/** A code to type elsewhere. */
export const codeBlock = z
  .strictObject({
    kind: z.literal('code'),
    id: idSchema,
    label: localizedSchema,
    code: z.string().min(1).max(24),
    submit: localizedSchema,
  })
  .meta({
    description: 'For pages only: a device code to type elsewhere / ページ専用。デバイスコードの表示',
  });
/** A warning with a telephone number. */
export const alarmBlock = z
  .strictObject({
    kind: z.literal('alarm'),
    id: idSchema,
    title: localizedSchema,
    text: localizedLineSchema,
    phone: phoneSchema,
    call: localizedSchema.meta({ description: 'Label of the button that calls / 電話ボタンの文' }),
  })
  .meta({
    description: 'For pages only: a warning with a telephone number / ページ専用。電話番号付きの警告',
  });
/** A file to save. */
export const downloadBlock = z
  .strictObject({
    kind: z.literal('download'),
    id: idSchema,
    name: localizedSchema.meta({ description: 'File name / ファイル名' }),
    bytes: bytesSchema,
    save: localizedSchema.meta({ description: 'Label of the button that saves / 保存ボタンの文' }),
  })
  .meta({ description: 'For pages only: a file to save / ページ専用。ファイルのダウンロード' });
