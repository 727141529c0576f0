/** A small static server for the built folder, with the headers that docs recommend to hosts. */
import { createServer } from 'node:http';
import { readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import send from 'send';

const attempts = 20;

/** Content is untrusted. A content file opened directly loads and runs nothing. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * Serves a folder on this machine only, on `port` or the next free one; 0 takes any.
 * `answer` may answer a request in place of a file, and then returns true.
 * The policy is the page's own, with what a <meta> cannot say: who may frame it (anyone: an LMS must be able to).
 */
export async function serve({ folder, port, answer = () => false }) {
  const root = realpathSync.native(folder);
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(
    readFileSync(join(root, 'index.html'), 'utf8'),
  )?.[1];
  if (policy === undefined)
    throw new Error(`${folder}/index.html has no Content-Security-Policy: build it with "npm run build".`);
  // Files are read anew for every request, so that a scenario edited in place is seen after a reload.
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (answer(request, response)) return;
    send(request, pathOf(request.url), { root, cacheControl: false })
      .on('headers', (answer, file) => {
        // Compare with the real path: some file systems ignore letter case.
        const path = relative(root, realpathSync.native(file)).split(sep).join('/');
        for (const [name, value] of Object.entries(headersOf(path, policy))) answer.setHeader(name, value);
      })
      .on('error', ({ status, headers }) => response.writeHead(status, headers).end())
      .pipe(response);
  });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const wanted = port === 0 ? 0 : port + attempt;
    const taken = await listen(server, wanted);
    if (taken) continue;
    return { address: `http://localhost:${server.address().port}/`, close: () => server.close() };
  }
  throw new Error(`Ports ${port} to ${port + attempts - 1} are all taken. Set PORT to a free one.`);
}

/** The path of a request, still percent-encoded. The request may hold a whole address. */
function pathOf(url) {
  const [, path] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)/.exec(url);
  return path === '' ? '/' : path;
}

function headersOf(path, policy) {
  // The demo is a page around the game: it alone may hold a frame.
  const frames = path === 'embed-demo.html' ? "; frame-src 'self'" : '';
  return {
    'Content-Security-Policy': path.startsWith('content/')
      ? contentPolicy
      : `${policy}${frames}; frame-ancestors *`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    // Names below assets/ hold a digest of the file, so such a file never changes.
    'Cache-Control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

/** Whether the port is in use. */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    const fail = (error) => (error.code === 'EADDRINUSE' ? resolve(true) : reject(error));
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      resolve(false);
    });
  });
}
