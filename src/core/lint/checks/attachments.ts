/** The description of an attached file must be possible for a file of its type. */
import type { Attachment } from '../../scenario/format/attachment.ts';
import type { Localized } from '../../scenario/format/text.ts';
import { type FileType, languages } from '../../scenario/format/vocabulary.ts';
import { leafPlaces } from '../../scenario/layout/walk.ts';
import type { Path } from '../../scenario/read/locate.ts';
import { nearest } from '../../scenario/read/nearest.ts';
import { shown } from '../../scenario/read/shown.ts';
import type { Remark, Rule } from '../rule.ts';

type Feature = 'macro' | 'locked' | 'holds' | 'preview';

/** Only files that are looked at can be previewed; what runs or plays shows nothing of itself. */
const featuresOf: Readonly<Record<FileType, readonly Feature[]>> = {
  pdf: ['preview'],
  word: ['macro', 'preview'],
  excel: ['macro', 'preview'],
  text: ['preview'],
  image: ['preview'],
  zip: ['locked', 'holds'],
  html: ['preview'],
  program: [],
  calendar: ['preview'],
  message: ['preview'],
  svg: ['preview'],
  shortcut: [],
  'disk-image': ['holds'],
  onenote: ['preview'],
  audio: [],
};

/** An attachment whose parts contradict each other. */
export const attachmentContradiction: Rule = {
  name: 'attachment-contradiction',
  severity: 'error',
  summary: {
    ja: '互いに矛盾する添付ファイルの項目（.docx のマクロなど）',
    en: 'Entries of an attachment that contradict each other, such as a macro in a .docx',
  },
  scope: 'message',
  check: ({ attachments = [] }, path) =>
    attachments.flatMap((attachment, index) => {
      const at = [...path, 'attachments', index];
      return [
        ...impossibleFeatures(attachment, at),
        ...impossibleName(attachment, at),
        ...passwordWithoutLock(attachment, at),
      ];
    }),
};

function impossibleFeatures(attachment: Attachment, path: Path): readonly Remark[] {
  const possible = featuresOf[attachment.type];
  return features
    .filter((feature) => attachment[feature] !== undefined && !possible.includes(feature))
    .map((feature) => ({ path: [...path, feature], text: sentences[feature](attachment.type) }));
}

const features = ['macro', 'locked', 'holds', 'preview'] as const satisfies readonly Feature[];

const sentences: Readonly<Record<Feature, (type: FileType) => Localized>> = {
  macro: (type) => ({
    ja: `マクロ（"macro"）を持てるのは word と excel だけです。この添付の "type" は ${type} です。`,
    en: `Only word and excel can have a "macro"; the "type" of this attachment is ${type}.`,
  }),
  locked: (type) => ({
    ja: `パスワード（"locked"）を付けられるのは zip だけです。この添付の "type" は ${type} です。`,
    en: `Only a zip can be "locked"; the "type" of this attachment is ${type}.`,
  }),
  holds: (type) => ({
    ja: `中にファイル（"holds"）を持てるのは zip と disk-image だけです。この添付の "type" は ${type} です。`,
    en: `Only a zip or a disk-image "holds" files; the "type" of this attachment is ${type}.`,
  }),
  preview: (type) => ({
    ja: `${type} は文書として開けないので、"preview" は付けられません。"preview" を消すか、"type" を直してください。`,
    en: `A ${type} cannot be looked at as a document, so it has no "preview". Remove it or correct the "type".`,
  }),
};

/** Office opens no file of these endings that has a macro in it. */
const withoutMacros = /\.(?:docx|xlsx)$/i;

function impossibleName({ name, macro }: Attachment, path: Path): readonly Remark[] {
  if (macro === undefined) return [];
  return languages
    .filter((language) => withoutMacros.test(name[language]))
    .map((language) => ({
      path: [...path, 'name', language],
      text: {
        ja: `「${shown(name[language])}」という名前のファイルはマクロを持てません。.docm・.xlsm・.doc・.xls などの名前にするか、"macro" を消してください。`,
        en: `A file named “${shown(name[language])}” cannot have a macro. Name it .docm, .xlsm, .doc or .xls, or remove "macro".`,
      },
    }));
}

function passwordWithoutLock({ locked, password }: Attachment, path: Path): readonly Remark[] {
  if (password === undefined || locked !== undefined) return [];
  return [
    {
      path: [...path, 'password'],
      text: {
        ja: 'パスワード（"password"）があるのに "locked": true がありません。両方書くか、両方消してください。',
        en: 'There is a "password" but no "locked": true. Write both or neither.',
      },
    },
  ];
}

/** The message that holds the password of a file is one of the scenario. */
export const unknownMessage: Rule = {
  name: 'unknown-message',
  severity: 'error',
  summary: {
    ja: 'パスワードが書かれているはずのメッセージが `messages` にない',
    en: 'The message that should tell a password is not in `messages`',
  },
  scope: 'scenario',
  check: ({ messages }) => {
    const ids = messages.map(({ id }) => id);
    return messages.flatMap(({ attachments = [] }, index) =>
      attachments.flatMap(({ locked, password }, at) => {
        if (locked === undefined || password === undefined || ids.includes(password.message)) return [];
        return [
          {
            path: ['messages', index, 'attachments', at, 'password', 'message'],
            text: noSuchMessage(password.message, nearest(password.message, ids)),
          },
        ];
      }),
    );
  },
};

const noSuchMessage = (id: string, meant: string | undefined): Localized => ({
  ja: `パスワードが書かれているはずのメッセージ「${id}」が "messages" にありません。${meant === undefined ? 'id を直してください。' : `「${meant}」の間違いではありませんか。`}`,
  en: `The message “${id}” that should tell the password is not in "messages". ${meant === undefined ? 'Correct the id.' : `Did you mean “${meant}”?`}`,
});

/** A document that came with a mail asks for nothing; only pages do. */
export const formInFile: Rule = {
  name: 'form-in-file',
  severity: 'error',
  summary: {
    ja: '添付ファイルの `preview` に置かれた入力欄',
    en: 'A form in the `preview` of an attachment',
  },
  scope: 'message',
  check: ({ attachments = [] }, path) =>
    attachments.flatMap(({ preview }, index) =>
      leafPlaces(preview?.body ?? [], [...path, 'attachments', index, 'preview', 'body']).flatMap(
        ({ leaf, path: at }) =>
          leaf.kind === 'form'
            ? [
                {
                  path: at,
                  text: {
                    ja: '入力欄（"form"）は添付ファイルの "preview" には置けません。"pages" のページに置き、リンクから開くようにしてください。',
                    en: 'A form cannot stand in the "preview" of an attachment. Put it on a page in "pages" and let a link lead there.',
                  },
                },
              ]
            : [],
      ),
    ),
};
