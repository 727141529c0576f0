/** Why a program that was started gave no exit code, in words; undefined if it ran to its end. `name` is what people call it. */
export function whyNotRun(name, { error, signal }) {
  switch (error?.code) {
    case 'ENOENT':
      return `${name} could not be started: there is no such program, or no folder to run it in (${error.message}).`;
    case 'ETIMEDOUT':
      return `${name} took too long and was stopped.`;
    case undefined:
      return signal ? `${name} was stopped by ${signal}.` : undefined;
    default:
      return `${name} could not be run: ${error.message}`;
  }
}
