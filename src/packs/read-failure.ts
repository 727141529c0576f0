/** Why a file of content could not be read. */
import type { Outcome, Problem } from '../core/scenario/read/problem.ts';
import type { Localized } from '../core/scenario/format/text.ts';

/**
 * Rules of problems for files that could not be read. `file-missing`: the server has no such file. `file-is-page`:
 * it sent a web page instead. `file-unreachable`: no connection, or a server error. `file-late`: no answer in time.
 */
export type ReadFailure = (typeof readFailures)[number];
const readFailures = ['file-missing', 'file-is-page', 'file-unreachable', 'file-late'] as const;

/** Whether a value is the name of such a rule. */
export const isReadFailure = (value: unknown): value is ReadFailure =>
  readFailures.some((failure) => failure === value);

/** Why a file could not be read; undefined if it was read and is itself wrong. */
export const readFailureOf = (problems: readonly Problem[]): ReadFailure | undefined => {
  const rule = problems[0]?.rule;
  return isReadFailure(rule) ? rule : undefined;
};

/** The outcome for a file that could not be read. */
export const notRead = (file: string, failure: ReadFailure): Outcome<never> => ({
  ok: false,
  problems: [
    {
      rule: failure,
      severity: 'error',
      file,
      path: [],
      line: 1,
      column: 1,
      text: failureText[failure](file),
    },
  ],
});

const failureText: Readonly<Record<ReadFailure, (file: string) => Localized>> = {
  'file-missing': (file) => ({
    ja: `ファイル「${file}」を読み込めませんでした。サーバーにこのファイルはありません。サーバーに置かれているか、名前が正しいかを確認してください。`,
    en: `The file “${file}” could not be loaded: there is no such file on the server. Check that it is there and that its name is right.`,
  }),
  'file-is-page': (file) => ({
    ja: `サーバーにファイル「${file}」はありません。代わりにWebページが返されました。サインインの画面が出る環境では、サインインしてからもう一度お試しください。`,
    en: `There is no file “${file}” on the server: a web page came in its place. If you have to sign in here first, do so and try again.`,
  }),
  'file-unreachable': (file) => ({
    ja: `サーバーに接続できないか、サーバーがエラーを返したため、ファイル「${file}」を読み込めませんでした。通信の状態を確認して、もう一度お試しください。`,
    en: `The file “${file}” could not be loaded: the server could not be reached, or answered with an error. Check your connection and try again.`,
  }),
  'file-late': (file) => ({
    ja: `サーバーから返事がなく、ファイル「${file}」をまだ読み込めていません。少し待ってから、もう一度お試しください。`,
    en: `The server has not answered yet, so the file “${file}” could not be loaded. Wait a moment and try again.`,
  }),
};
