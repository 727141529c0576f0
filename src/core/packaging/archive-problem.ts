/** What may be wrong with a zip that somebody else made. */
import type { Localized } from '../scenario/format/text.ts';
import type { Problem } from '../scenario/read/problem.ts';
import { shown } from '../scenario/read/shown.ts';

/** Kinds of problems with an archive or one of its entries. */
export type ArchiveRule = keyof typeof sentences;

/** A problem of an archive. `file` is the name of the entry; empty for the archive as a whole. */
export interface ArchiveProblem extends Problem {
  readonly rule: ArchiveRule;
  /** Where in the archive, in bytes from its start. */
  readonly at: number;
}

/** The problem of an entry, or of the whole archive if `file` is empty. */
export const archiveProblem = (rule: ArchiveRule, at: number, file = ''): ArchiveProblem => ({
  rule,
  severity: 'error',
  file,
  path: [],
  line: 1,
  column: 1,
  text: sentences[rule](shown(file)),
  at,
});

const fixed = (ja: string, en: string) => (): Localized => ({ ja, en });

const sentences = {
  'archive-too-large': fixed(
    'ファイルが大きすぎます（50 MB まで）。画像を小さくしてください。',
    'The file is too large (the limit is 50 MB). Make its pictures smaller.',
  ),
  'archive-not-zip': fixed(
    'zip として読めません。教材ファイル（.mikiwame）かどうか、途中で切れていないかを確認してください。',
    'This cannot be read as a zip. Check that it is a pack file (.mikiwame) and that it is complete.',
  ),
  'archive-damaged': fixed(
    'zip の中の一覧が壊れています。もう一度受け取るか、作り直してください。',
    'The list of files in the zip is damaged. Get the file again, or make it again.',
  ),
  'archive-unsupported': fixed(
    '分割された zip や 4 GB を超える zip の形式（ZIP64）は使えません。普通の zip として保存してください。',
    'A zip in several parts or in the form for more than 4 GB (ZIP64) cannot be used. Save it as an ordinary zip.',
  ),
  'archive-too-many': fixed(
    'ファイルの数が多すぎます（2,000個まで）。',
    'There are too many files in it (the limit is 2,000).',
  ),
  'entry-damaged': (name: string): Localized => ({
    ja: `「${name}」が壊れています。もう一度受け取るか、作り直してください。`,
    en: `“${name}” is damaged. Get the file again, or make it again.`,
  }),
  'entry-encrypted': (name: string): Localized => ({
    ja: `「${name}」はパスワードで保護されています。保護を外して保存してください。`,
    en: `“${name}” is protected by a password. Save it without one.`,
  }),
  'entry-method': (name: string): Localized => ({
    ja: `「${name}」の圧縮方式は使えません。普通の zip（Deflate）として保存してください。`,
    en: `“${name}” is compressed in a way that cannot be read. Save it as an ordinary zip (Deflate).`,
  }),
  'entry-path': (name: string): Localized => ({
    ja: `「${name}」はフォルダーの外を指すことのある名前です。名前を直してください。`,
    en: `“${name}” is a name that may point outside of the folder. Correct the name.`,
  }),
  'entry-link': (name: string): Localized => ({
    ja: `「${name}」はリンクなど、普通のファイルではないものです。ファイルそのものを入れてください。`,
    en: `“${name}” is a link or another special file. Put the file itself there.`,
  }),
  'entry-duplicate': (name: string): Localized => ({
    ja: `「${name}」と同じ名前のファイルがもう一つあります（大文字と小文字は区別しません）。`,
    en: `There is another file of the name “${name}” (capitals make no difference).`,
  }),
  'entry-overlap': (name: string): Localized => ({
    ja: `「${name}」がほかのファイルと重なって入っています。このような zip は開きません。`,
    en: `“${name}” overlaps with another file in the zip. Such a zip is not opened.`,
  }),
  'entry-bomb': (name: string): Localized => ({
    ja: `「${name}」を展開すると大きくなりすぎます（合計 50 MB まで、圧縮の200倍まで）。`,
    en: `“${name}” becomes too large when unpacked (the limit is 50 MB in all, and 200 times its compressed size).`,
  }),
  'no-pack': fixed(
    'pack.json がありません。教材の入ったフォルダーを、そのまま zip にしてください。',
    'There is no pack.json in it. Make the zip from the folder of the pack as it is.',
  ),
  'several-packs': fixed(
    'pack.json がいくつもあります。1つのファイルには1つのパックだけを入れてください。',
    'There is more than one pack.json in it. Put only one pack into a file.',
  ),
} satisfies Readonly<Record<string, (name: string) => Localized>>;
