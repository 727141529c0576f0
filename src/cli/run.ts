/** Arguments → command → exit code. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { bothLines, type Command, type ExitCode, type Output } from './command.ts';
import { rootFolder } from './root-folder.ts';
import { commands } from './commands.ts';

/** Runs the command that the arguments name. */
export async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') {
    output.out(usageOf(commands.filter((command) => rest.length === 0 || rest.includes(command.name))));
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const reason =
      name === undefined ? '' : `「${name}」というコマンドはありません。\nThere is no command “${name}”.\n\n`;
    output.error(`${reason}${usageOf(commands)}`);
    return 2;
  }
  if (rest.includes('--help')) {
    output.out(usageOf([command]));
    return 0;
  }
  if (command.needsCheckout === true && !existsSync(path.join(rootFolder(), 'src/cli/main.ts'))) {
    output.error(
      bothLines({
        ja: `${command.name} は、リポジトリを取得したフォルダーでだけ使えます。`,
        en: `${command.name} works in a checkout of the repository only.`,
      }),
    );
    return 2;
  }
  const ending = await (await command.load()).run(rest, output);
  if (typeof ending === 'number') return ending;
  const reason = ending.wrong === undefined ? '' : `${ending.wrong.ja}\n${ending.wrong.en}\n\n`;
  output.error(`${reason}${usageOf([command])}`);
  return 2;
}

function usageOf(shown: readonly Command[]): string {
  const lines = shown.flatMap(({ usage, help }) => [
    ...usage.map((line) => `  ${line}`),
    `      ${help.ja}`,
    `      ${help.en}`,
  ]);
  return ['使い方 / Usage: mikiwame …', ...lines, ''].join('\n');
}
