/** What each trick of a file name, and each kind of file, proposes. */
import type { NameTrick } from '../../email/file/attachment.ts';
import type { FileType } from '../../scenario/format/vocabulary.ts';
import type { Sign } from '../proposal.ts';

/** The sign of each trick of a name. */
export const nameSigns = {
  reversed: {
    cue: 'attachment-type',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '文字の向きを変える記号で、末尾が .{seems} に見えるようにしてあります。本当の拡張子は .{extension} です。',
      en: 'A mark that turns the direction of text makes it seem to end in .{seems}. The real extension is .{extension}.',
    },
  },
  doubleExtension: {
    cue: 'attachment-type',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '.{seems} のように見えますが、最後の .{extension} が本当の種類です。',
      en: 'It looks like a .{seems} file, but the last extension counts: .{extension}.',
    },
  },
  padding: {
    cue: 'attachment-type',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '長い空白で、本当の拡張子（.{extension}）が画面の外に押し出されています。',
      en: 'A row of spaces pushes the real extension (.{extension}) out of sight.',
    },
  },
  invisible: {
    cue: 'attachment-type',
    grade: 'likely',
    weight: 'strong',
    text: {
      ja: 'ファイル名に、目に見えない文字が {count} 個入っています。',
      en: 'The file name contains {count} invisible characters.',
    },
  },
} as const satisfies Readonly<Record<NameTrick['kind'], Sign>>;

/** The sign of each type of file; undefined for those that are only displayed. */
export const typeSigns: Readonly<Record<FileType, Sign | undefined>> = {
  pdf: undefined,
  word: undefined,
  excel: undefined,
  text: undefined,
  image: undefined,
  zip: undefined,
  html: {
    cue: 'attachment-type',
    grade: 'guess',
    weight: 'strong',
    text: {
      ja: 'HTML ファイルです。開くと手元でページが動き、入力した文字を外へ送れます。',
      en: 'An HTML file: opened, it is a page on your own machine that can send what is typed.',
    },
  },
  program: {
    cue: 'attachment-type',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '書類ではなくプログラムです（.{extension}）。開くと動きます。',
      en: 'It is a program (.{extension}), not a document. Opening it runs it.',
    },
  },
  calendar: undefined,
  message: undefined,
  svg: {
    cue: 'attachment-type',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: 'SVG は画像ですが、中にプログラムやリンクを入れられます。',
      en: 'An SVG is a picture that can hold a program or links.',
    },
  },
  shortcut: {
    cue: 'attachment-type',
    grade: 'guess',
    weight: 'strong',
    text: {
      ja: 'ショートカットです。開くと、指定された先やプログラムが開きます。',
      en: 'A shortcut: it opens whatever place or program it names.',
    },
  },
  'disk-image': {
    cue: 'attachment-type',
    grade: 'certain',
    weight: 'strong',
    text: {
      ja: 'ディスクイメージです。中のファイルには「外から来た」という印が付きません。',
      en: 'A disk image: files in it lose the mark that they came from outside.',
    },
  },
  onenote: {
    cue: 'attachment-type',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: 'OneNote のファイルには、ほかのファイルを埋め込めます。',
      en: 'A OneNote file can hold other files.',
    },
  },
  audio: undefined,
};

/** A file whose name says another type than it has. */
export const otherType: Sign = {
  cue: 'attachment-type',
  grade: 'certain',
  weight: 'decisive',
  text: {
    ja: '拡張子は .{extension} ですが、中身は別の種類（{type}）です。',
    en: 'The extension is .{extension}, but the file is of another type ({type}).',
  },
};
/** A document with a macro. */
export const macro: Sign = {
  cue: 'attachment-type',
  grade: 'guess',
  weight: 'strong',
  text: {
    ja: 'マクロが入っています。許可するとプログラムが動きます。',
    en: 'It has a macro: allowed, it runs a program.',
  },
};
/** A file that asks for a password. */
export const locked: Sign = {
  cue: 'attachment-type',
  grade: 'guess',
  weight: 'soft',
  text: {
    ja: 'パスワード付きなので、受信側の検査が中を調べられません。',
    en: 'It asks for a password, so the receiving server cannot look inside.',
  },
};
/** A container with something that runs. */
export const holdsProgram: Sign = {
  cue: 'attachment-type',
  grade: 'certain',
  weight: 'decisive',
  text: {
    ja: '中に、開くと動くファイル「{name}」が入っています。',
    en: 'It contains “{name}”, which runs when opened.',
  },
};
