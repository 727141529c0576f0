/** The small parts of the scenario format: bilingual texts, styled runs, ids, times and addresses. */
import { z } from 'zod';
import { cueIds } from './cues.ts';
import { fonts } from './fonts.ts';
import { type Language, slots } from './vocabulary.ts';

// Zod's compiled parsers need `eval`, which the page's Content-Security-Policy forbids.
z.config({ jitless: true });

/**
 * In UTF-16 units: the longest text in one language and place, counting a line of several runs as one. Longer texts
 * are refused.
 */
export const longestText = 20_000;
/** The most runs in one line. A line with many styles and links has about six. */
export const mostRuns = 300;

/**
 * How a text is written, in words that follow "Write …" / 「…で書いてください」. Every schema with a pattern carries one in its
 * `.meta({ form })`: problems and editors tell it.
 */
export type Form = Readonly<Record<Language, string>>;

/** A text in one language. */
export const sentenceSchema = z.string().min(1).max(longestText);
/** A colour of CSS with six digits. */
export const colourSchema = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/)
  .meta({ form: { ja: '#1a2b3c のような色', en: 'a colour such as #1a2b3c' } satisfies Form });
/** Ids start with a letter, so none can be a prototype key such as `__proto__`. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(60)
  .meta({
    form: {
      ja: '小文字の英字で始め、英小文字・数字・ハイフンだけ',
      en: 'lower-case letters, digits and hyphens, starting with a letter',
    } satisfies Form,
  });
/** ISO 8601 with an offset. */
export const momentSchema = z.iso
  .datetime({ offset: true })
  .max(40)
  .meta({
    form: {
      ja: '時差付きの日時（例：2019-10-25T07:41:00+09:00）',
      en: 'a date and time with its zone, such as 2019-10-25T07:41:00+09:00',
    } satisfies Form,
  });
/** A mail address or account name; checks look at its form. */
export const addressSchema = z.string().min(3).max(254);
/** A host name as in headers: ASCII, one line. */
export const hostNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/)
  .max(253)
  .meta({
    form: {
      ja: 'mx.example1.co.jp のようなサーバー名（英数字・ハイフン・ドット。日本語のドメインは xn-- の形）',
      en: 'the name of a server such as mx.example1.co.jp (letters, digits, hyphens, dots; other scripts as xn--…)',
    } satisfies Form,
  });

/** Where an editor finds the JSON Schema of the file. */
export const schemaAddress = z.string().max(500).exactOptional();

/** A text in both languages. */
export const localizedSchema = z.strictObject({ ja: sentenceSchema, en: sentenceSchema }).meta({
  id: 'Localized',
  description:
    'The same thing said in both languages, each as a native writes it / 両言語の文。直訳でなく自然に',
});

const runSchema = z
  .strictObject({
    text: sentenceSchema,
    link: idSchema.exactOptional().meta({ description: 'Id of an entry in "links" / "links" の id' }),
    bold: z.literal(true).exactOptional(),
    italic: z.literal(true).exactOptional(),
    underline: z.literal(true).exactOptional(),
    strike: z.literal(true).exactOptional(),
    small: z.literal(true).exactOptional(),
    size: z.int().min(8).max(48).exactOptional().meta({
      description:
        'CSS pixels; a usual text has 16. For example 24 / 文字の大きさ（px）。ふつうの文が16。例：24',
    }),
    colour: colourSchema.exactOptional(),
    background: colourSchema.exactOptional().meta({
      description:
        'Behind the words, as of a marker pen; write a colour that fits / 文字の後ろの色（蛍光ペンなど）',
    }),
    font: z.enum(fonts).exactOptional().meta({
      description:
        'A font that tells something, such as a Chinese one in a Japanese mail / 目につく書体。日本語メールの中国語書体など',
    }),
  })
  .meta({ id: 'Run', description: 'A stretch of text in one style / 同じ書式の文字列' });

const lineSchema = z
  .union([
    sentenceSchema,
    z
      .array(z.union([sentenceSchema, runSchema]))
      .min(1)
      .max(mostRuns),
  ])
  .meta({
    id: 'Line',
    description:
      'A text, or a list of texts and styled runs; \\n breaks the line / 文字列、または文字列と書式の並び',
  });

/** A line of styled runs in both languages. */
export const localizedLineSchema = z
  .strictObject({ ja: lineSchema, en: lineSchema })
  .meta({ id: 'LocalizedLine', description: 'A styled text in both languages / 両言語の書式付き文' });

/** A slot of a message. */
export const slotSchema = z.enum(slots).meta({
  description: 'Marks a block as the logo, the greeting or the signature / ロゴ・宛名・署名であることを示す',
});
/** The alignment of a block. */
export const alignSchema = z.enum(['start', 'center', 'end']);
/** The alignment of a paragraph. */
export const textAlignSchema = z.enum(['start', 'center', 'end', 'justify']);
/** The name of a picture in the pack's assets/ folder. */
export const assetSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*\.(svg|png|jpg)$/)
  .meta({
    description: "File name in the pack's assets folder / パックの assets 内のファイル名",
    form: {
      ja: 'logo.svg のような画像ファイル名（英小文字・数字・ハイフン、svg・png・jpg）',
      en: 'the name of a picture such as logo.svg (lower-case letters, digits, hyphens; svg, png or jpg)',
    } satisfies Form,
  });

/** A telephone number as people write it. */
export const phoneSchema = z.string().min(3).max(30);
/** A file size in bytes. */
export const bytesSchema = z.int().min(1).max(50_000_000);

/** The id of a cue. */
export const cueSchema = z
  .enum(cueIds)
  .meta({ description: 'From the catalogue in cues.ts; 23 are NIST’s / 着眼点カタログの id' });

/** A name and an address. */
export const mailboxSchema = z
  .strictObject({ name: localizedSchema.exactOptional(), address: addressSchema })
  .meta({ id: 'Mailbox', description: 'Display name and address / 表示名とアドレス' });

/** A text in both languages. */
export type Localized = z.infer<typeof localizedSchema>;
/** A stretch of text in one style. */
export type Run = z.infer<typeof runSchema>;
/** A line in one language. */
export type Line = z.infer<typeof lineSchema>;
/** A line in both languages. */
export type LocalizedLine = z.infer<typeof localizedLineSchema>;
/** A name and an address. */
export type Mailbox = z.infer<typeof mailboxSchema>;
