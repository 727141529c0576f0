/** What could not be read of a mail, or only with a guess. */
import type { Localized } from '../scenario/format/text.ts';

/** The problems that reading a mail can meet. */
export const mailProblemKinds = [
  'file-too-large',
  'stopped',
  'not-a-mail',
  'outlook-broken',
  'outlook-cut',
  'header-cut',
  'nested-too-deep',
  'too-many-parts',
  'text-cut',
  'html-cut',
  'too-many-addresses',
  'charset-guessed',
  'charset-unknown',
  'boundary-missing',
  'no-from',
  'no-date',
  'no-body',
  'forwarded-inside',
] as const;
/** A kind of problem. */
export type MailProblemKind = (typeof mailProblemKinds)[number];

/** A problem and its place. */
export interface MailProblem {
  readonly kind: MailProblemKind;
  /** `file`, a header field such as `subject`, or `part 1.2`. */
  readonly place: string;
}

const sentences = {
  'file-too-large': {
    ja: 'ファイルが 25 MB を超えているため、読みません。',
    en: 'The file is larger than 25 MB, so it is not read.',
  },
  stopped: { ja: '中止しました。何も取り込んでいません。', en: 'Stopped. Nothing was imported.' },
  'not-a-mail': {
    ja: 'メールのヘッダーも本文も見つかりません。.eml ファイルか、メールのソースを指定してください。',
    en: 'Neither header fields nor a body were found. Give an .eml file or the source of a mail.',
  },
  'outlook-broken': {
    ja: 'Outlook のファイルですが、メールとして読めません。壊れているか、途中で切れています。Outlook で保存し直してください。',
    en: 'This is a file of Outlook, but no mail can be read from it: it is damaged or cut off. Save it again from Outlook.',
  },
  'outlook-cut': {
    ja: 'Outlook のファイルが途中で切れているため、読めたところまでを取り込みました。',
    en: 'The file of Outlook is cut off; what could be read was imported.',
  },
  'header-cut': {
    ja: 'ヘッダーが長すぎるため、途中までを読みました。',
    en: 'The header is too long; its end was not read.',
  },
  'nested-too-deep': {
    ja: 'パートの入れ子が深すぎるため、それより内側は読んでいません。',
    en: 'Parts are nested too deeply; the inner ones were not read.',
  },
  'too-many-parts': {
    ja: 'パートが多すぎるため、最初の 500 個までを読みました。',
    en: 'There are too many parts; the first 500 were read.',
  },
  'text-cut': {
    ja: '本文が長すぎるため、途中までを読みました。',
    en: 'The text is too long; its end was not read.',
  },
  'html-cut': {
    ja: 'HTML の要素が多すぎるため、途中までを読みました。',
    en: 'The HTML has too many elements; its end was not read.',
  },
  'too-many-addresses': {
    ja: 'アドレスが多すぎるため、最初の 100 件までを読みました。',
    en: 'There are too many addresses; the first 100 were read.',
  },
  'charset-guessed': {
    ja: '文字コードの宣言がないか、実際と違うため、中身から判定しました。文字化けがないか見てください。',
    en: 'The character set is not declared, or the declaration is wrong, so it was detected from the bytes. Check the text.',
  },
  'charset-unknown': {
    ja: '文字コードが分からないため、読めない文字があります。',
    en: 'The character set is unknown, so some characters cannot be read.',
  },
  'boundary-missing': {
    ja: 'パートの区切りが見つからないため、全体を1つの本文として読みました。',
    en: 'The boundary between the parts is missing, so all was read as one text.',
  },
  'no-from': { ja: '差出人（From）がありません。', en: 'There is no From field.' },
  'no-date': {
    ja: '日時（Date）がないか、読めません。',
    en: 'There is no Date field, or it cannot be read.',
  },
  'no-body': { ja: '本文がありません。', en: 'There is no body.' },
  'forwarded-inside': {
    ja: '中に、添付として転送されたメールがあります。元のメールを取り込むには、そちらを選んでください。',
    en: 'It contains a mail that was forwarded as an attachment. Choose that one to import the original.',
  },
} as const satisfies Record<MailProblemKind, Localized>;

/** What is wrong, in words. */
export const mailProblemText = ({ kind }: MailProblem): Localized => sentences[kind];
