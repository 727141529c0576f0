import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../src/build/content-security-policy.ts';
import { serve } from '../../src/cli/serve.mjs';

const place = mkdtempSync(join(tmpdir(), 'mikiwame serve #%20 '));
const folder = join(place, 'dist');
const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />`;
let server: Awaited<ReturnType<typeof serve>>;

function put(name: string, text: string): void {
  mkdirSync(dirname(join(place, name)), { recursive: true });
  writeFileSync(join(place, name), text);
}

beforeAll(async () => {
  put('secret.txt', 'secret');
  put('dist/index.html', page);
  put('dist/embed-demo.html', page);
  put('dist/service-worker.js', '0123456789');
  put('dist/assets/main-1.js', 'play()');
  put('dist/content/packs/a/pack.json', '{}');
  put('dist/content/packs/a/assets/b.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  put('dist/.env', 'secret');
  put('dist/unreadable.json', '{}');
  chmodSync(join(folder, 'unreadable.json'), 0);
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.js'));
  server = await serve({ folder, port: 0 });
});
afterAll(() => {
  server.close();
  rmSync(place, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function ask(path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(server.address), { path, method, headers, agent: false }, (response) => {
      const chunks: Uint8Array[] = [];
      response.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** The response to bytes that no HTTP client would send. */
function sent(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.address);
    const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
  });
}

describe('the headers of a file', () => {
  it('are the policy of the page, with the origins that may frame it', async () => {
    for (const path of ['/', '/index.html', '/?lang=en', '/service-worker.js']) {
      const { status, headers } = await ask(path);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-security-policy': `${contentSecurityPolicy}; frame-ancestors *`,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      });
    }
    expect((await ask('/embed-demo.html')).headers['content-security-policy']).toContain("frame-src 'self'");
    expect((await ask('/assets/main-1.js')).headers['cache-control']).toContain('immutable');
  });

  it('forbid content to run or load anything, however its address is written', async () => {
    for (const path of [
      '/content/packs/a/assets/b.svg',
      '/content/packs/a/assets/b.svg?x',
      '/content/packs/a/pack.json',
      '//content/packs/a/pack.json',
      '/./content/packs/a/pack.json',
      '/assets/../content/packs/a/pack.json',
      '/%63ontent/packs/a/pack.json',
      '/content//packs/a/pack.json',
    ]) {
      const { status, headers } = await ask(path);
      expect(status, path).toBe(200);
      expect(headers['content-security-policy'], path).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    expect((await ask('/content/packs/a/assets/b.svg')).headers['content-type']).toBe('image/svg+xml');
  });
});

describe('the samples for other servers', () => {
  const samples = readFileSync(join(import.meta.dirname, '../../docs/lms.md'), 'utf8');

  it.each(['nginx', 'apache'])('set the same policy for content/ in %s', (name) => {
    const [, sample = ''] = new RegExp(`\`\`\`${name}\\n(.*?)\`\`\``, 's').exec(samples) ?? [];
    expect(sample).toMatch(
      /mikiwame\/content\/?[ >][^}<]*Content-Security-Policy "default-src 'none'; style-src 'unsafe-inline'; sandbox"/,
    );
  });
});

describe('the server', () => {
  it('answers GET and HEAD, and refuses other methods', async () => {
    expect(await ask('/index.html', 'HEAD')).toMatchObject({ status: 200, body: '' });
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY']) {
      const { status, headers } = await ask('/index.html', method);
      expect(status, method).toBe(405);
      expect(headers.allow).toBe('GET, HEAD');
    }
  });

  it('sends a part of a file for a valid range', async () => {
    const part = (range: string) => ask('/service-worker.js', 'GET', { Range: range });
    expect(await part('bytes=2-4')).toMatchObject({ status: 206, body: '234' });
    expect(await part('bytes=-3')).toMatchObject({ status: 206, body: '789' });
    expect(await part('bytes=7-')).toMatchObject({ status: 206, body: '789' });
    expect(await part('bytes=0-99999999999999999999')).toMatchObject({ status: 206, body: '0123456789' });
  });

  it.each([
    'bytes=5-1',
    'bytes=-0',
    'bytes=10-',
    'bytes=99-100',
    'bytes=-',
    'bytes=--5',
    'bytes=-5-',
    'bytes=a-b',
    'bytes=1e9-2e9',
    'bytes=0x1-0x2',
    'bytes=1.5-2.5',
    'bytes=NaN-NaN',
    'bytes=Infinity-',
    'bytes=99999999999999999999999999-',
    'bytes=0-1,3-4',
    `bytes=${Array.from({ length: 1000 }, () => '0-').join(',')}`,
    'bytes=,',
    'bytes=',
    'bytes',
    'lines=0-1',
    '=',
    ' ',
  ])('survives the range %j', async (range) => {
    for (const method of ['GET', 'HEAD']) {
      expect([200, 206, 416]).toContain((await ask('/index.html', method, { Range: range })).status);
    }
    expect((await ask('/')).status).toBe(200);
  });

  it('survives paths and headers of every kind, and serves nothing outside its folder', async () => {
    const paths = [
      '//',
      '///',
      '/\\',
      '/..',
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/..%5csecret.txt',
      '/..\\secret.txt',
      '/assets/../../secret.txt',
      '/.env',
      '/%2eenv',
      '/%',
      '/%zz',
      '/%00',
      '/index.html%00.js',
      '/%ff',
      '/dangling.js',
      '/unreadable.json',
      '/assets',
      '/assets/',
      '/nowhere',
      '/index.html/',
      '*',
      'http://other.example/index.html',
      'http://other.example',
      '//other.example/..',
      '?',
      `/${'a'.repeat(8000)}`,
      `/${'a/'.repeat(3000)}`,
      `/${'%2e%2e/'.repeat(1000)}secret.txt`,
    ];
    for (const path of paths) {
      const { status = 0, body, headers } = await ask(path);
      expect(status, path).toBeLessThan(600);
      expect(body, path).not.toContain('secret');
      expect(headers.location ?? '/', path).toMatch(/^\/(?!\/)/);
    }
    for (const headers of [
      { 'If-Modified-Since': 'yesterday' },
      { 'If-None-Match': '"' },
      { 'If-Range': 'x', Range: 'bytes=5-1' },
      { 'If-Match': 'nothing' },
      { 'If-Unmodified-Since': 'x' },
      { 'Accept-Encoding': ','.repeat(1000) },
      { Upgrade: 'websocket', Connection: 'Upgrade' },
      { Expect: '100-continue' },
      { Host: '' },
    ]) {
      expect((await ask('/index.html', 'GET', headers)).status).toBeLessThan(500);
    }
    for (const bytes of [
      '\r\n\r\n',
      'CONNECT x:1 HTTP/1.1\r\n\r\n',
      'GET\r\n\r\n',
      '\0',
      'GET / HTTP/9.9\r\n\r\n',
    ]) {
      await sent(bytes);
    }
    expect((await ask('/')).status).toBe(200);
  });
});
