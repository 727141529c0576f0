/** What reading a file may tell before any rule sees it: its text, its fields and the files beside it. The guides list them. */
import type { Localized } from '../format/text.ts';
import type { Severity } from './problem.ts';

const error = (ja: string, en: string) => ({ severity: 'error', summary: { ja, en } }) as const;
const warning = (ja: string, en: string) => ({ severity: 'warning', summary: { ja, en } }) as const;

export const readingRules = {
  'empty-file': error('空のファイル', 'A file without anything in it'),
  'not-utf8': error('UTF-8 ではないファイル', 'A file that is not UTF-8'),
  'broken-json': error('JSON の書き方の間違い', 'A slip of JSON'),
  'duplicate-key': error('2回書かれた項目', 'A field that is written twice'),
  'forbidden-key': error(
    '使えない項目名（`__proto__` など）',
    'A name no field may have, such as `__proto__`',
  ),
  'too-large': error('2,000,000文字を超えるファイル', 'A file of more than 2,000,000 characters'),
  'too-deep': error('深すぎる入れ子', 'Values nested too deep'),
  'too-many-values': error('100,000個を超える値', 'More than 100,000 values'),
  'more-problems': error(
    '50件を超える問題点（最初の50件を示す）',
    'More than 50 problems; the first 50 are shown',
  ),
  'unknown-format': error('1ではない `format`', 'A `format` that is not 1'),
  'newer-format': error('このゲームより新しい形式', 'A format newer than the game'),
  'missing-field': error('足りない項目', 'A field that is not there'),
  'unknown-field': error('そこでは使えない項目', 'A field that is not known at its place'),
  'wrong-type': error(
    '種類の違う値（文字列の所に数値など）',
    'A value of another kind, such as a number for a text',
  ),
  'wrong-form': error(
    '書き方の違う文字列（日時、id、色など）',
    'A text in the wrong form, such as a moment, an id or a colour',
  ),
  'wrong-value': error(
    '合計が1にならない配点など',
    'A value that does not hold, such as weights that do not add up to 1',
  ),
  'unknown-value': error('決まった値のどれでもない値', 'A value that is none of those allowed'),
  'unknown-cue': error('着眼点カタログにない着眼点', 'A cue that is not in the catalogue'),
  'too-short': error(
    '短すぎる文や少なすぎる項目',
    'A text that is too short, or a list with too few entries',
  ),
  'out-of-range': error('大きすぎる数や小さすぎる数', 'A number that is too large or too small'),
  'file-name': error('ファイル名と違う `id`', 'An `id` that is not the name of its file'),
  'file-missing': error('一覧にあるのに存在しないファイル', 'A file that is listed and not there'),
  'file-is-link': error(
    'content フォルダーの外や存在しない場所を指すシンボリックリンク',
    'A symbolic link that leads out of the content folder or to nothing',
  ),
  'not-in-index': warning(
    'サーバーの `index.json` にないパックやシナリオ',
    'A pack or scenario that `index.json` of a server lacks',
  ),
  'folder-empty': warning('空のパックのフォルダー', 'An empty folder of a pack'),
} as const satisfies Readonly<Record<string, { severity: Severity; summary: Localized }>>;

/** The name of something that reading a file may tell. */
export type ReadingRule = keyof typeof readingRules;
