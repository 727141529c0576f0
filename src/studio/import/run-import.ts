/** Runs an import beside the page, or in slices on the page where the browser allows no worker there. */
import { asked } from '../../loading/browser.ts';
import { loadOnce } from '../../loading/load-once.ts';
import { scriptAddress } from '../../loading/script-address.ts';
import { sliced } from '../../loading/yielding.ts';
import type { ImportRequest, ImportResult, WorkerNews } from './import-job.ts';
// oxlint-disable-next-line import/default -- with `?worker&url`, Vite gives the address of the worker that it builds
import workerFile from './import-worker.ts?worker&url';

/** Who follows an import. */
export interface ImportWatch {
  /** Called with the share that is done, from 0 to 1. */
  readonly onProgress: (done: number) => void;
  /** Stops the import at once. */
  readonly signal: AbortSignal;
}

const onPage = loadOnce(() => import('./import-job.ts'));

const stopped: ImportResult = { kind: 'refused', problem: { kind: 'stopped', place: 'file' } };

/** Imports a mail. Ends for any bytes; rejects only with a `LoadFailure`. */
export async function runImport(request: ImportRequest, watch: ImportWatch): Promise<ImportResult> {
  const beside = await inWorker(request, watch);
  if (beside !== undefined || watch.signal.aborted) return beside ?? stopped;
  const { importJob } = await onPage();
  const rest = sliced();
  return importJob(request, {
    progress: (done) => {
      watch.onProgress(done);
      return rest();
    },
    signal: watch.signal,
  });
}

/** Undefined where there is no worker, or where it fails: an old browser, a frame without an origin, a file of the disk. */
async function inWorker(
  request: ImportRequest,
  { onProgress, signal }: ImportWatch,
): Promise<ImportResult | undefined> {
  const worker = asked(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TrustedScriptURL is taken in the place of an address
    () => new Worker(scriptAddress(workerFile) as URL, { type: 'module' }),
    undefined,
  );
  if (worker === undefined) return undefined;
  const { port1, port2 } = new MessageChannel();
  const result = await new Promise<ImportResult | undefined>((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<WorkerNews>) => {
      if (data.kind === 'progress') onProgress(data.done);
      else resolve(data.kind === 'result' ? data.result : undefined);
    });
    port1.start();
    worker.addEventListener('error', () => resolve(undefined));
    signal.addEventListener('abort', () => resolve(stopped));
    worker.postMessage(request, [port2]);
  });
  worker.terminate();
  port1.close();
  return signal.aborted ? stopped : result;
}
