/** The built game: that of the packed file, or of the checkout, where it is built if it is missing. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { bothLines, type Output } from './command.ts';
import { rootFolder } from './root-folder.ts';

/** The folder of the built game; undefined if it could not be built. */
export async function builtGame(output: Output): Promise<string | undefined> {
  const root = rootFolder();
  const folder = path.join(root, 'dist');
  if (existsSync(path.join(folder, 'index.html'))) return folder;
  output.error(
    bothLines({ ja: 'ゲームを組み立てています（30秒ほど）…', en: 'Building the game, about 30 seconds…' }),
  );
  const { build } = await import('vite');
  await build({ root, logLevel: 'error' });
  return existsSync(path.join(folder, 'index.html')) ? folder : undefined;
}
