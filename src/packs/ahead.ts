/** Files of content/ that are asked for before the game's own code has loaded. */

/** A request that may be given up. */
export interface ContentRequest {
  readonly response: Promise<Response>;
  /** Aborts it. */
  readonly silence: AbortController;
}

declare global {
  /** Requests under way, by their path relative to content/. */
  // oxlint-disable-next-line no-var -- only `var` declares a property of globalThis
  var mikiwameAhead: Map<string, ContentRequest> | undefined;
}

/** The folder of the packs, from the page. */
export const contentRoot = 'content/';

/** Requests a file. */
export function requestContent(file: string): ContentRequest {
  const silence = new AbortController();
  // `no-cache`: ask the server whether a trainer has edited the file.
  const response = fetch(contentRoot + file, { cache: 'no-cache', signal: silence.signal });
  return { response, silence };
}

/** Requests a file for whoever reads it first. */
export function requestAhead(file: string): void {
  globalThis.mikiwameAhead ??= new Map();
  if (globalThis.mikiwameAhead.has(file)) return;
  const request = requestContent(file);
  // Its reader is told of a failure.
  request.response.catch(() => undefined);
  globalThis.mikiwameAhead.set(file, request);
}

/** The request made ahead for a file, once. */
export function takeAhead(file: string): ContentRequest | undefined {
  const request = globalThis.mikiwameAhead?.get(file);
  globalThis.mikiwameAhead?.delete(file);
  return request;
}
