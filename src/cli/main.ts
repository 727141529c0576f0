/** Node entry of the command line. */
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  // https://no-color.org
  inColour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
});
