/** Arguments → command → exit code. */
import { parseArgs } from 'node:util';
import { importMails, importOptions } from './commands/import.ts';
import { makePackage, outputRefusal, packageOptions } from './commands/package.ts';
import { tellReport } from '../core/lint/tells/tell-report.ts';
import { tellsOf } from '../core/lint/tells/tells.ts';
import { canLint, lint, type Linted } from './commands/lint.ts';
import { canPlay, playersTable, readableTable } from './commands/players.ts';
import { jsonReport, readableReport } from './report.ts';
import { staleSchemas, writeSchemas } from './commands/schema.ts';

/** Where a command writes. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** 0: fine, warnings allowed; 1: problems; 2: wrong arguments. */
export type ExitCode = 0 | 1 | 2;

const usage = `使い方 / Usage:
  lint [PATH…] [--json] [--tells]
                          シナリオを確認する。--tells は見分ける目印の数値も出す
                          check content (default: content); --tells also prints what tells lures from genuine mail
  import FILE… [--out FOLDER] [--mail NUMBER] [--inner]
  import --header FILE --body FILE [--out FOLDER]
                          届いたメール（.eml、.mbox、ソース）から下書きを作る。実在の名前は置き換える
                          make a draft from real mails (.eml, .mbox, source); real names are replaced
  players [CONTENT] [--json]
                          決まった型のプレイヤーが各メッセージで取る点数 / what players of a known kind score on every message
  schema [--check]        JSON Schema を書き出す・確認する / write or check content/schema
  package scorm12|scorm2004|cmi5|html|site [--packs a,b] [--round round.json] [--lang ja|en|both]
          [--title …] [--out …] [--keep-open] [--hosts https://lms.example] [--lrs https://lrs.example] [--sbom]
                          LMS 用、1つのファイル、サイトとして書き出す / pack for an LMS, as one file, as a site
`;

const schemaFolder = 'content/schema';

/** Runs the command that the arguments name. */
export async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const [command, ...rest] = args;
  switch (command) {
    case 'lint':
      return runLint(rest, output);
    case 'import':
      return runImport(rest, output);
    case 'players':
      return runPlayers(rest, output);
    case 'schema':
      return runSchema(rest, output);
    case 'package':
      return runPackage(rest, output);
    case 'help':
    case '--help':
      output.out(usage);
      return 0;
    default:
      return refused(
        command === undefined ? undefined : `「${command}」？ / Unknown command: ${command}`,
        output,
      );
  }
}

function refused(reason: string | undefined, output: Output): ExitCode {
  output.error(`${reason === undefined ? '' : `${reason}\n\n`}${usage}`);
  return 2;
}

async function runLint(args: readonly string[], output: Output): Promise<ExitCode> {
  const parsed = read(args, ['json', 'tells'], true);
  if (parsed === undefined) return refused(undefined, output);
  const targets = parsed.positionals.length > 0 ? parsed.positionals : ['content'];
  const missing = targets.find((target) => !canLint(target));
  if (missing !== undefined) {
    return refused(
      `「${missing}」は content フォルダーでもパックでも .json ファイルでもありません。\n${missing} is not a content folder, a pack or a .json file.`,
      output,
    );
  }
  const all: Linted[] = [];
  for (const target of targets) {
    all.push(await lint(target, (done) => output.error(`… ${done} ファイル / files\n`)));
  }
  const problems = all.flatMap((linted) => linted.problems);
  const files = all.reduce((sum, linted) => sum + linted.files, 0);
  const tells = parsed.switches.has('tells') ? tellsOf(all.flatMap(({ samples }) => samples)) : undefined;
  if (parsed.switches.has('json')) output.out(jsonReport(problems, files, tells));
  else output.out(`${readableReport(problems, files)}${tells === undefined ? '' : `\n${tellReport(tells)}`}`);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function runImport(args: readonly string[], output: Output): Promise<ExitCode> {
  const options = importOptions(args);
  if (options === undefined) return refused(undefined, output);
  const imported = await importMails(options, (file) => output.error(`… ${file}\n`));
  if ('ja' in imported) {
    output.error(`${imported.ja}\n${imported.en}\n`);
    return 2;
  }
  const { lines, written, failed } = imported;
  output.out(`${[...lines, ...written].join('\n')}\n`);
  return failed ? 1 : 0;
}

async function runPlayers(args: readonly string[], output: Output): Promise<ExitCode> {
  const parsed = read(args, ['json'], true);
  if (parsed === undefined || parsed.positionals.length > 1) return refused(undefined, output);
  const [content = 'content'] = parsed.positionals;
  if (!canPlay(content)) {
    return refused(
      `「${content}」に packs フォルダーがありません。\n${content} has no folder packs.`,
      output,
    );
  }
  const table = await playersTable(content);
  output.out(parsed.switches.has('json') ? `${JSON.stringify(table, undefined, 2)}\n` : readableTable(table));
  return 0;
}

async function runSchema(args: readonly string[], output: Output): Promise<ExitCode> {
  const parsed = read(args, ['check'], false);
  if (parsed === undefined) return refused(undefined, output);
  if (!parsed.switches.has('check')) {
    await writeSchemas(schemaFolder);
    return 0;
  }
  const stale = await staleSchemas(schemaFolder);
  if (stale.length === 0) return 0;
  output.error(
    `古くなっています。npm run schema で書き直してください / Stale, run npm run schema: ${stale.join(', ')}\n`,
  );
  return 1;
}

async function runPackage(args: readonly string[], output: Output): Promise<ExitCode> {
  const read = await packageOptions(args, 'content');
  if (!read.ok) return refused(read.reason, output);
  const root = process.cwd();
  const refusal = await outputRefusal(read.options, root);
  if (refusal !== undefined) {
    output.error(`${refusal.ja}\n${refusal.en}\n`);
    return 2;
  }
  const { file, bytes } = await makePackage(read.options, root, (step) => output.error(`${step}\n`));
  output.out(bytes === undefined ? `${file}\n` : `${file}  ${Math.ceil(bytes / 1000)} kB\n`);
  return 0;
}

interface Arguments {
  readonly positionals: readonly string[];
  /** Those that were given. */
  readonly switches: ReadonlySet<string>;
}

/** The arguments read, or undefined if they are wrong. */
function read(
  args: readonly string[],
  names: readonly string[],
  allowPositionals: boolean,
): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals,
      options: Object.fromEntries(names.map((name) => [name, { type: 'boolean' as const }])),
    });
    return { positionals, switches: new Set(Object.keys(values)) };
  } catch {
    // parseArgs throws on unknown arguments; the caller prints the usage.
    return undefined;
  }
}
