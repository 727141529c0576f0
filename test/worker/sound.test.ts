import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageCopy, received } from '../../src/worker/sound.ts';

const response = (body: BodyInit, type: string, init: ResponseInit = {}): Response =>
  new Response(body, { ...init, headers: { 'Content-Type': type, ...init.headers } });

const scenario = 'packs/spring/scenarios/a-morning.json';
const json = (body: string, init?: ResponseInit): Response => response(body, 'application/json', init);
const kindOf = async (path: string, from: Response): Promise<string> => (await received(path, from)).kind;

describe('what a server sends for a file of content', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'text/plain',
    'application/octet-stream',
    'document/unknown',
  ])('is the file where it is its JSON, by the type %s', async (type) => {
    expect(await kindOf(scenario, response('\uFEFF{ "format": 1 }\r\n', type))).toBe('content');
  });

  it('is a round without a format too', async () => {
    expect(await kindOf('rounds/spring.json', json('{"mode":"training"}'))).toBe('content');
  });

  it.each([
    ['a web page', response('<!doctype html><html></html>', 'text/html')],
    ['a web page that says it is JSON', json('<!doctype html><html></html>')],
    ['JSON that says it is a web page', response('{"format":1}', 'text/html; charset=utf-8')],
    ['an error told in JSON', json('{"error":"not signed in"}')],
    ['a list', json('[{"format":1}]')],
    ['a text', json('"format"')],
    ['nothing', json('')],
    ['half a file', json('{"format":1,"messages":[{"id":"a"},')],
    ['a part of a file', json('{"format":1}', { status: 206 })],
    ['a file that is missing', json('{"format":1}', { status: 404 })],
    ['an error', json('{"format":1}', { status: 503 })],
  ])('is not the file where it is %s', async (_, from) => {
    expect(await kindOf(scenario, from)).toBe('other');
  });

  it('is given to the page but not kept where there is a mistake in it, which the page names', async () => {
    expect(await kindOf(scenario, json('{"format":1,,}'))).toBe('doubtful');
  });

  it('is given to the page but not kept where it came from another address', async () => {
    const from = json('{"format":1}');
    Object.defineProperty(from, 'redirected', { value: true });
    expect(await kindOf(scenario, from)).toBe('doubtful');
  });

  it('is not the file where another site sent it and its bytes cannot be seen', async () => {
    const from = json('{"format":1}');
    Object.defineProperty(from, 'type', { value: 'opaque' });
    expect(await kindOf(scenario, from)).toBe('other');
  });

  it('is the same for every file of content that is shipped', async () => {
    const folder = join(import.meta.dirname, '../../content');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^(packs|world).*\.(json|svg|png|jpg)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    const kinds = await Promise.all(
      files.map(async (file) => kindOf(file, response(readFileSync(join(folder, file)), 'text/plain'))),
    );
    expect(files.filter((_, index) => kinds[index] !== 'content')).toEqual([]);
  });

  it('is no picture where it is a web page, a text or another kind of picture', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff]);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';
    const page = '<!doctype html><html><body><svg></svg></body></html>';
    const bodies = { png, jpg: jpeg, svg };
    for (const ending of ['png', 'jpg', 'svg'] as const) {
      const path = `packs/spring/assets/logo.${ending}`;
      for (const [name, body] of Object.entries({ ...bodies, page, text: 'hello', nothing: '' })) {
        expect([ending, name, await kindOf(path, response(body, 'image/x'))]).toEqual([
          ending,
          name,
          ending === name ? 'content' : 'other',
        ]);
      }
    }
  });

  it.each(['<!--', '<svg', '{', '{"', '<?xml', ' ', '}'])(
    'is not the file where it is %j without end',
    async (piece) => {
      for (const path of [scenario, 'packs/spring/assets/logo.svg']) {
        expect(await kindOf(path, json(piece.repeat(200_000)))).not.toBe('content');
      }
    },
  );
});

describe('a copy', () => {
  it('answers any request: it does not depend on request headers and is not packed', async () => {
    const headers = {
      Vary: '*',
      'Content-Encoding': 'br',
      'Content-Length': '7',
      ETag: '"a"',
      'Content-Security-Policy': "default-src 'none'",
    };
    const { response: copy } = await received(scenario, json('{"format":1}', { headers }));
    expect(Object.fromEntries(copy.headers)).toEqual({
      'content-type': 'application/json',
      'content-security-policy': "default-src 'none'",
      etag: '"a"',
    });
    expect(await copy.text()).toBe('{"format":1}');
  });

  it.each([204, 304])('is not tried of an answer without a body, such as %i', async (status) => {
    const from = new Response(null, { status });
    expect(await received(scenario, from)).toEqual({ kind: 'other', response: from });
  });

  it('is made of a page of this version alone', async () => {
    const own = '<!doctype html><html><meta name="version" content="0123456789abcdef" /></html>';
    const html = (body: string, status = 200): Response => response(body, 'text/html', { status });
    expect(await (await pageCopy(html(own), '0123456789abcdef'))?.text()).toBe(own);
    expect(await pageCopy(html(own), '0123456789abcdee')).toBeUndefined();
    expect(await pageCopy(html(own.slice(0, -7)), '0123456789abcdef')).toBeUndefined();
    expect(await pageCopy(html(own, 503), '0123456789abcdef')).toBeUndefined();
    expect(await pageCopy(json(own), '0123456789abcdef')).toBeUndefined();
  });
});
