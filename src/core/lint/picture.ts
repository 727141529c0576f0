/** Checks that a file is the kind of picture that its name says, and safe to ship. */
import type { Localized } from '../scenario/format/text.ts';
import { svgFlaw } from './svg.ts';

export interface PictureFile {
  /** Its first bytes, each 0 to 255; eight of them are enough. */
  readonly start: readonly number[];
  /** Its text; undefined where the bytes are not UTF-8. */
  readonly text: string | undefined;
}

/** File name extensions of the pictures that the game shows. */
export const pictureEnding = /\.(svg|png|jpg)$/;

/** The bytes each kind begins with: PNG 3rd edition, 5.2; JPEG, ITU-T T.81, B.1.1.3. */
const beginnings = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
} as const;

/** What is wrong with a picture of this name, or undefined. */
export function pictureFlaw(name: string, { start, text }: PictureFile): Localized | undefined {
  switch (pictureEnding.exec(name)?.[1]) {
    case 'svg':
      return text === undefined ? notUtf8 : svgFlaw(text);
    case 'png':
      return begins(start, beginnings.png) ? undefined : notThatKind('PNG');
    case 'jpg':
      return begins(start, beginnings.jpg) ? undefined : notThatKind('JPEG');
    default:
      return notThatKind('SVG, PNG, JPEG');
  }
}

const begins = (bytes: readonly number[], beginning: readonly number[]): boolean =>
  beginning.every((byte, index) => bytes[index] === byte);

const notThatKind = (kind: string): Localized => ({
  ja: `中身が ${kind} ではありません。名前の終わりを中身に合わせるか、正しい形式で保存し直してください。`,
  en: `It is not ${kind} inside. Give it the ending of what it is, or save it again in the right format.`,
});

const notUtf8: Localized = {
  ja: '文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。',
  en: 'It is not encoded in UTF-8. Save it again as UTF-8.',
};
