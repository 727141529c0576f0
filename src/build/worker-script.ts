/** The workers, each as one classic script. */
import { reloadWorkerFile } from '../lms/reload-message.ts';
import { classicScript } from './classic-script.ts';

/** `root` is the folder of index.html; `entry` is the name of a file in `src/worker`. */
export const workerScript = (root: string, entry: string): Promise<string> =>
  classicScript(root, `src/worker/${entry}`);

/** The worker of a cmi5 package, and the name of its file. `root` is the folder of index.html. */
export async function reloadWorker(
  root: string,
): Promise<{ readonly file: string; readonly script: string }> {
  return { file: reloadWorkerFile, script: await workerScript(root, 'reload-worker.ts') };
}
