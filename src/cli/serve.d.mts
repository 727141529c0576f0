import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request in place of a file, and then returns true. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

export declare function serve(options: {
  /** The built folder. */
  readonly folder: string;
  /** 0 takes any. */
  readonly port: number;
  readonly answer?: Answer;
}): Promise<{ readonly address: string; readonly close: () => void }>;
