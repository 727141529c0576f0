/** Builds a module of ours as one classic script: not every browser takes a module for a worker, and modules wait for the page. */
import { join } from 'node:path';
import { build } from 'vite';

/** `root` is the folder of index.html; `entry` is a path in it. */
export async function classicScript(root: string, entry: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'baseline-widely-available',
      lib: { entry: join(root, entry), formats: ['iife'], name: 'mikiwame' },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const script = outputs.find((output) => output.type === 'chunk');
  if (script === undefined) throw new Error(`${entry} was not built`);
  return script.code;
}
