/** The one shape of a command, and what its file needs to read arguments and to speak. */
import { parseArgs } from 'node:util';
import type { Localized } from '../core/scenario/format/text.ts';

/** Where a command writes. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether people read `out` on a terminal that shows colours. */
  readonly inColour?: boolean;
  /** Shows how far long work is, in one line that the next text replaces; empty clears it. Only on a terminal. */
  readonly progress?: (text: string) => void;
  /** From this call on, Ctrl-C aborts the signal instead of ending the process; pressed twice, it ends it. */
  readonly stopSignal?: () => AbortSignal;
}

/** 0: fine, warnings allowed; 1: problems; 2: wrong arguments. */
export type ExitCode = 0 | 1 | 2;

/** How a command ended. `wrong` prints its usage and ends with 2; its text says what is wrong with the arguments. */
export type Ending = ExitCode | { readonly wrong: Localized | undefined };

/** Runs a command with the arguments after its name. */
export type RunCommand = (args: readonly string[], output: Output) => Promise<Ending>;

/** A command of the command line. */
export interface Command {
  readonly name: string;
  /** Its arguments, one form a line. */
  readonly usage: readonly string[];
  /** What it does, in one sentence. */
  readonly help: Localized;
  /** Needs the source and the packages that build the game, which a packed file does not have. */
  readonly needsCheckout?: true;
  /** Loads its file, so that no command waits for what only others need. */
  readonly load: () => Promise<{ readonly run: RunCommand }>;
}

/** The arguments of a command, read. */
export interface Arguments<Switch extends string, Value extends string> {
  readonly positionals: readonly string[];
  readonly has: (name: Switch) => boolean;
  readonly valueOf: (name: Value) => string | undefined;
}

/** Reads arguments: `--switch`, `--value text`, and the rest. Undefined if they are wrong. */
export function argumentsOf<Switch extends string = never, Value extends string = never>(
  args: readonly string[],
  switches: readonly Switch[] = [],
  values: readonly Value[] = [],
): Arguments<Switch, Value> | undefined {
  try {
    const read = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries<{ readonly type: 'boolean' | 'string' }>([
        ...switches.map((name) => [name, { type: 'boolean' }] as const),
        ...values.map((name) => [name, { type: 'string' }] as const),
      ]),
    });
    const given = new Map(Object.entries(read.values));
    return {
      positionals: read.positionals,
      has: (name) => given.get(name) === true,
      valueOf: (name) => {
        const value = given.get(name);
        return typeof value === 'string' ? value : undefined;
      },
    };
  } catch {
    // parseArgs throws on unknown arguments; the usage is printed.
    return undefined;
  }
}

/** Arguments that are wrong, with or without a reason. */
export const wrong = (ja?: string, en?: string): Ending => ({
  wrong: ja === undefined || en === undefined ? undefined : { ja, en },
});

/** A sentence in both languages, one a line. */
export const bothLines = ({ ja, en }: Localized): string => `${ja}\n${en}\n`;

const codes = { red: 31, yellow: 33, green: 32, dim: 2, bold: 1 } as const;

/** A text in a colour, on a terminal that shows colours. */
export const painted = (
  text: string,
  colour: keyof typeof codes,
  { inColour = false }: Pick<Output, 'inColour'>,
): string => (inColour ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text);
