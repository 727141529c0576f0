/** Builds a worker of `src/worker` as one classic script: not every browser takes a module for one. */
import { join } from 'node:path';
import { build } from 'vite';
import { reloadWorkerFile } from '../lms/reload-message.ts';

/** `root` is the folder of index.html; `entry` is the name of a file in `src/worker`. */
export async function workerScript(root: string, entry: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'baseline-widely-available',
      lib: { entry: join(root, 'src/worker', entry), formats: ['iife'], name: 'mikiwame' },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const script = outputs.find((output) => output.type === 'chunk');
  if (script === undefined) throw new Error(`the worker ${entry} was not built`);
  return script.code;
}

/** The worker of a cmi5 package, and the name of its file. `root` is the folder of index.html. */
export async function reloadWorker(
  root: string,
): Promise<{ readonly file: string; readonly script: string }> {
  return { file: reloadWorkerFile, script: await workerScript(root, 'reload-worker.ts') };
}
