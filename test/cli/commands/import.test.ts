import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { compoundBytes, fixed, text } from '../../fixtures/mails/outlook-file.ts';
import { parseScenario } from '../../../src/core/lint/parse.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mikiwame-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function imported(...args: readonly string[]) {
  let out = '';
  let error = '';
  const code = await run(['import', ...args], {
    out: (text) => (out += text),
    error: (text) => (error += text),
  });
  return { code, out, error };
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const lure = `Received: from mail.kamome-pay.xyz (mail.kamome-pay.xyz [45.33.1.2]) by mx.realcorp.co.jp for <taro@realcorp.co.jp>; Wed, 8 Apr 2026 10:15:05 +0900
Return-Path: <bounce@kamome-pay.xyz>
From: "kamome-pay.co.jp" <info@kamome-pay.xyz>
To: 佐々木 太郎 <taro@realcorp.co.jp>
Subject: 【重要】ご確認のお願い
Date: Wed, 8 Apr 2026 10:15:00 +0900
Content-Type: text/html; charset=UTF-8

<p>佐々木 太郎 様</p><p>お手続きは<a href="https://kamome-pay.xyz/login?id=8f7a6b5c4d3e2f1a">こちら</a>。電話 03-5412-8876</p>
<p style="display:none">hidden</p>`;

describe('import', () => {
  it('writes a draft without any real name, and lists the replacements', async () => {
    const out = join(folder, 'draft');
    const { code, out: said } = await imported(await file('lure.eml', lure), '--out', out);
    expect(code).toBe(0);
    expect(said).toMatch(/address +taro@realcorp\.co\.jp +→ yamada@example5\.co\.jp/);
    expect(said).toContain('hidden-text');
    const written = await Promise.all(
      ['draft.json', 'as.received.json'].map((name) => readFile(join(out, name), 'utf8')),
    );
    for (const text of written) {
      expect(text).not.toMatch(/kamome|realcorp|佐々木|太郎|45\.33|5412|8f7a6b5c/);
      expect(text).toContain('ご確認のお願い');
    }
  });

  it('needs nothing but what only the author can write', async () => {
    const out = join(folder, 'draft');
    await imported(await file('lure.eml', lure), '--out', out);
    const outcome = parseScenario(await readFile(join(out, 'draft.json'), 'utf8'), 'draft.json');
    const problems = outcome.ok ? [] : outcome.problems;
    expect(
      problems
        .map(({ path }) => path.map((step) => (typeof step === 'number' ? '*' : step)).join('.'))
        .filter((path) => !authors.test(path)),
    ).toEqual([]);
    expect(problems.length).toBeGreaterThan(5);
  });

  it('asks which mail of a mailbox is meant', async () => {
    const mails = ['first', 'second'].map(
      (subject) =>
        `From a@example.com Wed Apr  8 10:15:00 2026\nFrom: a@example.com\nSubject: ${subject}\n\nbody of ${subject}\n\n`,
    );
    const box = await file('all.mbox', mails.join(''));
    const asked = await imported(box, '--out', join(folder, 'one'));
    expect(asked.code).toBe(1);
    expect(asked.out).toMatch(/1 {2}first[^]*2 {2}second/);
    expect(await readdir(folder)).toEqual(['all.mbox']);
    await imported(box, '--mail', '2', '--out', join(folder, 'two'));
    expect(await readFile(join(folder, 'two', 'two.json'), 'utf8')).toContain('body of second');
  });

  it('offers the mail that was forwarded as an attachment', async () => {
    const outer = `From: a@example.com\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nsee below\n--b\nContent-Type: message/rfc822\n\nFrom: c@example.com\nSubject: The inner one\n\ninner words\n--b--\n`;
    const path = await file('fwd.eml', outer);
    const { out } = await imported(path, '--out', join(folder, 'outer'));
    expect(out).toContain('--inner');
    await imported(path, '--inner', '--out', join(folder, 'inner'));
    const text = await readFile(join(folder, 'inner', 'inner.json'), 'utf8');
    expect(text).toContain('inner words');
    expect(text).toContain('The inner one');
  });

  it('makes a pack that can be played at once', async () => {
    const out = join(folder, 'packs', 'mine');
    const { code, out: said } = await imported(await file('lure.eml', lure), '--play', 'phish', '--out', out);
    expect(code).toBe(0);
    expect(said).toContain('mikiwame preview');
    const text = await readFile(join(out, 'scenarios', 'mine.json'), 'utf8');
    const scenario = parseScenario(text, 'mine.json');
    expect(scenario.problems).toEqual([]);
    expect(scenario.ok && scenario.value.messages[0]?.solution.truth).toBe('phish');
    expect(text).not.toMatch(/kamome|realcorp|佐々木/);
    await imported(
      await file('lure.eml', lure),
      '--play',
      'genuine',
      '--out',
      join(folder, 'packs', 'other'),
    );
    const genuine = await readFile(join(folder, 'packs', 'other', 'scenarios', 'other.json'), 'utf8');
    expect(parseScenario(genuine, 'other.json').problems).toEqual([]);
    expect((await imported(join(folder, 'lure.eml'), '--play', 'maybe')).code).toBe(2);
  });

  it('writes nothing if it is stopped, and clears its line of progress', async () => {
    const shown: string[] = [];
    let out = '';
    const code = await run(['import', await file('lure.eml', lure), '--out', join(folder, 'none')], {
      out: (text) => (out += text),
      error: () => undefined,
      progress: (text) => void shown.push(text),
      stopSignal: () => AbortSignal.abort(),
    });
    expect(code).toBe(1);
    expect(out).toContain('Stopped');
    expect(out).toContain('中止しました');
    expect(shown.at(-1)).toBe('');
    expect(await readdir(folder)).toEqual(['lure.eml']);
  });

  it('reads a file of Outlook, and says where one is broken', async () => {
    const whole = compoundBytes({
      ...fixed(32, {}),
      ...text(0x007d, 'From: a@example.com\r\nSubject: From Outlook\r\n'),
      ...text(0x1000, 'outlook words '.repeat(500)),
    });
    const path = join(folder, 'mail.msg');
    await writeFile(path, whole);
    expect(await imported(path, '--out', join(folder, 'whole'))).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, 'whole', 'whole.json'), 'utf8')).toContain('outlook words');
    await writeFile(path, whole.subarray(0, 700));
    const cut = await imported(path, '--out', join(folder, 'cut'));
    expect(cut.code).toBe(1);
    expect(cut.out).toContain('file of Outlook');
    expect(cut.out).toContain('Outlook のファイル');
  });

  it('joins a header and a body that were copied apart', async () => {
    const header = await file(
      'header.txt',
      'From: a@example.com\nSubject: apart\nContent-Type: multipart/mixed; boundary=x',
    );
    const body = await file('body.html', '<p>The <b>body</b></p>');
    const { code } = await imported('--header', header, '--body', body, '--out', join(folder, 'apart'));
    expect(code).toBe(0);
    expect(await readFile(join(folder, 'apart', 'apart.json'), 'utf8')).toContain('"bold": true');
  });

  it.each([[['/no/such.eml']], [[]], [['--header', 'x']], [['x', '--mail', '0']], [['x', '--what']]])(
    'refuses %j',
    async (args) => {
      const { code } = await imported(...args, '--out', join(folder, 'none'));
      expect(code).toBeGreaterThan(0);
      expect(await readdir(folder)).toEqual([]);
    },
  );
});

/** Rules about what a mail cannot contain: the other language, the solution, the story, and what its headers leave open. */
const authors =
  /^(?:title|story|source|author|licence|recipient\.organization|messages\.\*\.solution|messages\.\*\.delivery(?:\.(?:route|host|ip|spf|dmarcPolicy|charset|zone))?|.*\.(?:en|ja)|)$/;
