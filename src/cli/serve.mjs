/** A small static server for the built folder, with the headers that docs recommend to hosts. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import sirv from 'sirv';

const attempts = 20;

/**
 * Serves a folder on this machine only, on `port` or the next free one; 0 takes any.
 * The policy is the page's own, with what a <meta> cannot say: who may frame it (anyone: an LMS must be able to).
 */
export async function serve({ folder, port }) {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(
    readFileSync(`${folder}/index.html`, 'utf8'),
  )?.[1];
  if (policy === undefined)
    throw new Error(`${folder}/index.html has no Content-Security-Policy: build it with "npm run build".`);
  // Read anew for every request, so that a scenario edited in place is seen after a reload.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    brotli: true,
    setHeaders: (response, path) => {
      // The demo is a page around the game: it alone may hold a frame.
      const frames = path.endsWith('/embed-demo.html') ? "; frame-src 'self'" : '';
      response.setHeader('Content-Security-Policy', `${policy}${frames}; frame-ancestors *`);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
      // Names below assets/ hold a digest of the file, so such a file never changes.
      const lasting = path.startsWith('/assets/');
      response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const wanted = port === 0 ? 0 : port + attempt;
    const taken = await listen(server, wanted);
    if (taken) continue;
    return { address: `http://localhost:${server.address().port}/`, close: () => server.close() };
  }
  throw new Error(`Ports ${port} to ${port + attempts - 1} are all taken. Set PORT to a free one.`);
}

/** Whether the port was taken by somebody else. */
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
