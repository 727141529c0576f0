/** A test server on a free port: files from memory, and handlers. */
import { createServer, type IncomingMessage } from 'node:http';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** How a server fails: it closes the connection, or never answers. */
export type Failure = 'cut' | 'silent';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface OwnServer {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Moodle's own table of types, and nosniff: the harshest of those seen. */
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** The response of an LMS for a file. */
export function fileAnswer(path: string, body: Uint8Array | string): Answer {
  const type = types[path.split('.').at(-1) ?? ''] ?? 'document/unknown';
  return { body, headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' } };
}

type Reply = Answer | Failure | undefined;

/** `answer` may take its time: a promise is answered once it is kept. */
export async function ownServer(answer: (asked: Asked) => Reply | Promise<Reply>): Promise<OwnServer> {
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const given = await answer({
        method: request.method ?? 'GET',
        path: decodeURIComponent(pathname),
        query: searchParams,
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.join(', ') : value,
          ]),
        ),
        body,
      });
      if (given === 'cut') request.socket.destroy();
      if (given === 'cut' || given === 'silent') return;
      response.writeHead(given === undefined ? 404 : (given.status ?? 200), given?.headers);
      response.end(given?.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
