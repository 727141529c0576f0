/** Imports a mail beside the page. The page sends one request with a port, and ends the worker to stop it. */
import { importJob, type ImportRequest, type WorkerNews } from './import-job.ts';

/** Milliseconds between two reports of progress. */
const interval = 60;

addEventListener('message', ({ data, ports: [port] }: MessageEvent<ImportRequest>) => {
  let last = 0;
  const tell = (news: WorkerNews): void => port?.postMessage(news);
  const progress = (done: number): void => {
    if (performance.now() - last < interval) return;
    last = performance.now();
    tell({ kind: 'progress', done });
  };
  importJob(data, { progress }).then(
    (result) => tell({ kind: 'result', result }),
    () => tell({ kind: 'failed' }),
  );
});
