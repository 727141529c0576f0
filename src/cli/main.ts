/** Node entry of the command line. */
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  // https://no-color.org
  inColour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  ...(process.stderr.isTTY && {
    // The carriage return goes to the start of the line, the sequence after it clears the line.
    progress: (text: string) => process.stderr.write(`\r\u001b[2K${text}`),
  }),
  stopSignal: () => {
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    return stop.signal;
  },
});
