/** Requests to a learning record store (xAPI 1.0.3). Each has a typed outcome and a time limit; none throws. */
import type { Conversation } from '../conversation.ts';
import type { Clock, Trouble } from '../port.ts';

/** `fetch` with an address and a request. */
export type Fetch = (address: string, request: RequestInit) => Promise<Response>;

/** A response of a record store, or why there is none. */
export type Fetched =
  | { readonly ok: true; readonly status: number; readonly text: string; readonly etag: string | undefined }
  | {
      readonly ok: false;
      readonly status: number | undefined;
      readonly retryAfter: number | undefined;
      readonly trouble: Trouble;
    };

/** A request to a record store. */
/** A learning record store. */
export interface LrsRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path below the endpoint, such as `activities/state`. */
  readonly resource: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Lets the request outlive the page. Browsers allow 64 KiB for all such requests together. */
  readonly keepalive?: boolean;
}

export interface Lrs {
  readonly send: (request: LrsRequest) => Promise<Fetched>;
}

/** Milliseconds until a request without an answer counts as unreachable. */
const patience = 15_000;
/** The most characters of an answer that are kept; our own state is the longest that we ask for. */
const longestAnswer = 200_000;

/** A record store at an endpoint. `authorization` is the whole header. */
export function createLrs(
  endpoint: string,
  authorization: string,
  {
    fetch,
    clock,
    conversation,
  }: { readonly fetch: Fetch; readonly clock: Clock; readonly conversation: Conversation },
): Lrs {
  return {
    send: ({ method, resource, query = {}, body, headers = {}, keepalive = false }) => {
      const parameters = new URLSearchParams(query).toString();
      // Endpoints come with and without a slash at the end.
      const address = `${endpoint.replace(/\/+$/, '')}/${resource}${parameters === '' ? '' : `?${parameters}`}`;
      return request(
        `${method} ${resource}`,
        address,
        {
          method,
          keepalive,
          headers: {
            Authorization: authorization,
            'X-Experience-API-Version': '1.0.3',
            ...(body !== undefined && { 'Content-Type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body }),
        },
        { fetch, clock, conversation },
      );
    },
  };
}

/** Sends one request. Also used for cmi5's token, before there is an `Lrs`. */
export async function request(
  name: string,
  address: string,
  parameters: RequestInit,
  {
    fetch,
    clock,
    conversation,
  }: { readonly fetch: Fetch; readonly clock: Clock; readonly conversation: Conversation },
): Promise<Fetched> {
  const giveUp = new AbortController();
  const callOff = clock.later(patience, () => giveUp.abort());
  try {
    const response = await fetch(address, {
      ...parameters,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: giveUp.signal,
    });
    const text = (await response.text()).slice(0, longestAnswer);
    conversation.note(name, `${response.status} ${text}`);
    if (response.ok) {
      return { ok: true, status: response.status, text, etag: response.headers.get('ETag') ?? undefined };
    }
    return {
      ok: false,
      status: response.status,
      retryAfter: secondsFrom(response.headers.get('Retry-After')),
      trouble:
        response.status >= 500 || response.status === 429
          ? { kind: 'unreachable', call: name }
          : { kind: 'refused', call: name, code: String(response.status), text: text.slice(0, 200) },
    };
  } catch (problem) {
    // A page cannot tell a refused connection, a failed preflight and its own time limit apart.
    conversation.note(name, problem instanceof Error ? problem.message : 'no answer');
    return {
      ok: false,
      status: undefined,
      retryAfter: undefined,
      trouble: { kind: 'unreachable', call: name },
    };
  } finally {
    callOff();
  }
}

/** Whether a status means that the store will never accept this request. */
export const isHopeless = (status: number | undefined): boolean =>
  status === 400 || status === 404 || status === 405 || status === 413 || status === 415 || status === 422;

/** The milliseconds of a Retry-After in seconds, at most a minute. A date is ignored. */
function secondsFrom(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Math.min(60, Number(header)) * 1000 : undefined;
}
