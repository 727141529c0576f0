/** What is said of an attached file must be possible for a file of its type. */
import type { Path } from '../read/locate.ts';
import { nearest } from '../read/nearest.ts';
import type { Flaw } from '../read/problem.ts';
import type { Attachment } from '../format/attachment.ts';
import type { Scenario } from '../format/scenario.ts';
import type { Localized } from '../format/text.ts';
import { shown } from '../read/shown.ts';
import { type FileType, languages } from '../format/vocabulary.ts';
import { leafPlaces } from '../layout/walk.ts';

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

/** A flaw for every attachment whose parts contradict each other. */
export function attachmentFlaws(scenario: Scenario): readonly Flaw[] {
  const ids = scenario.messages.map(({ id }) => id);
  return scenario.messages.flatMap((message, index) =>
    (message.attachments ?? []).flatMap((attachment, at) => {
      const path = ['messages', index, 'attachments', at];
      return [
        ...impossibleFeatures(attachment, path),
        ...impossibleName(attachment, path),
        ...passwordFlaws(attachment, ids, path),
        ...formFlaws(attachment, path),
      ];
    }),
  );
}

function impossibleFeatures(attachment: Attachment, path: Path): readonly Flaw[] {
  const possible = featuresOf[attachment.type];
  return features
    .filter((feature) => attachment[feature] !== undefined && !possible.includes(feature))
    .map((feature) => contradiction([...path, feature], sentences[feature](attachment.type)));
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

function impossibleName({ name, macro }: Attachment, path: Path): readonly Flaw[] {
  if (macro === undefined) return [];
  return languages
    .filter((language) => withoutMacros.test(name[language]))
    .map((language) =>
      contradiction([...path, 'name', language], {
        ja: `「${shown(name[language])}」という名前のファイルはマクロを持てません。.docm・.xlsm・.doc・.xls などの名前にするか、"macro" を消してください。`,
        en: `A file named “${shown(name[language])}” cannot have a macro. Name it .docm, .xlsm, .doc or .xls, or remove "macro".`,
      }),
    );
}

function passwordFlaws(
  { locked, password }: Attachment,
  ids: readonly string[],
  path: Path,
): readonly Flaw[] {
  if (password === undefined) return [];
  if (locked === undefined) {
    return [
      contradiction([...path, 'password'], {
        ja: 'パスワード（"password"）があるのに "locked": true がありません。両方書くか、両方消してください。',
        en: 'There is a "password" but no "locked": true. Write both or neither.',
      }),
    ];
  }
  const { message } = password;
  if (ids.includes(message)) return [];
  const meant = nearest(message, ids);
  return [
    {
      rule: 'unknown-message',
      severity: 'error',
      path: [...path, 'password', 'message'],
      text: {
        ja: `パスワードが書かれているはずのメッセージ「${message}」が "messages" にありません。${meant === undefined ? 'id を直してください。' : `「${meant}」の間違いではありませんか。`}`,
        en: `The message “${message}” that should tell the password is not in "messages". ${meant === undefined ? 'Correct the id.' : `Did you mean “${meant}”?`}`,
      },
    },
  ];
}

function formFlaws({ preview }: Attachment, path: Path): readonly Flaw[] {
  return leafPlaces(preview?.body ?? [], [...path, 'preview', 'body']).flatMap(
    ({ leaf, path: at }): readonly Flaw[] =>
      leaf.kind === 'form' ? [{ rule: 'form-in-file', severity: 'error', path: at, text: formInFile }] : [],
  );
}

const formInFile: Localized = {
  ja: '入力欄（"form"）は添付ファイルの "preview" には置けません。"pages" のページに置き、リンクから開くようにしてください。',
  en: 'A form cannot stand in the "preview" of an attachment. Put it on a page in "pages" and let a link lead there.',
};

function contradiction(path: Path, text: Localized): Flaw {
  return { rule: 'attachment-contradiction', severity: 'error', path, text };
}
