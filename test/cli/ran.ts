/** Runs a command and gives its exit code and all it wrote. */
import type { ExitCode } from '../../src/cli/command.ts';
import { run } from '../../src/cli/run.ts';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
}

export async function ran(...args: readonly string[]): Promise<Ran> {
  let out = '';
  let error = '';
  const code = await run(args, { out: (text) => (out += text), error: (text) => (error += text) });
  return { code, out, error };
}
