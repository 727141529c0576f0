import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestFile } from '../../../src/core/eml/bounds.ts';
import { mailBody, wordsOf } from '../../../src/core/eml/mail-body.ts';
import { type MailProblemKind, mailProblemKinds } from '../../../src/core/eml/mail-problem.ts';
import { readMail } from '../../../src/core/eml/read-mail.ts';
import type { ReceivedMail } from '../../../src/core/eml/received-mail.ts';
import { anonymousMail } from '../../../src/core/eml/replace/anonymous-mail.ts';
import { bytesIn, joinedBytes, wordOfBytes } from '../../fixtures/mails/bytes.ts';
import { decode } from '../../fixtures/mails/decode.ts';

async function mailOf(source: string | Uint8Array): Promise<ReceivedMail> {
  const reading = await readMail(typeof source === 'string' ? bytesIn(source, 'utf-8') : source, decode);
  if (!reading.ok) throw new Error(reading.problem.kind);
  return reading.mail;
}

const head =
  'From: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\nDate: Wed, 8 Apr 2026 10:15:00 +0900\r\n';
const kinds = ({ problems }: ReceivedMail): readonly MailProblemKind[] => problems.map(({ kind }) => kind);
const wordsIn = (mail: ReceivedMail): string => wordsOf(mailBody(mail).blocks);

describe('a hostile mail', () => {
  it('is refused above 25 MB without being read', async () => {
    const reading = await readMail(new Uint8Array(largestFile + 1), decode);
    expect(reading).toEqual({ ok: false, problem: { kind: 'file-too-large', place: 'file' } });
  });

  it.each(['', 'hello', '<html><body>only a page</body></html>', '\u0000\u0000\u0000'])(
    'is refused without a header: %j',
    async (text) => {
      expect(await readMail(bytesIn(text, 'utf-8'), decode)).toMatchObject({
        ok: false,
        problem: { kind: 'not-a-mail' },
      });
    },
  );

  it('may nest its parts only to a limit, which is reported with its place', async () => {
    const depth = 256;
    const opens = Array.from(
      { length: depth },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    ).join('');
    const mail = await mailOf(`${head}${opens}Content-Type: text/plain\r\n\r\ndeep`);
    expect(mail.problems).toContainEqual({
      kind: 'nested-too-deep',
      place: expect.stringMatching(/^part 1\.1/),
    });
  });

  it('may have at most 500 parts', async () => {
    const parts = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(3_000);
    const mail = await mailOf(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--`);
    expect(kinds(mail)).toContain('too-many-parts');
    expect(mail.body.length).toBeLessThanOrEqual(500);
  });

  it('is cut within a text above 1 MB and within a header without end', async () => {
    const mail = await mailOf(`${head}\r\n${'short line\r\n'.repeat(200_000)}`);
    expect(kinds(mail)).toContain('text-cut');
    const long = await mailOf(`${head}X: ${'y'.repeat(20)}\r\n${' folded\r\n'.repeat(60_000)}\r\nbody`);
    expect(kinds(long)).toContain('header-cut');
    expect(long.subject).toBe('x');
  });

  it('names 10,000 recipients no more than 100 times', async () => {
    const all = Array.from({ length: 10_000 }, (_, at) => `u${at}@example.com`).join(', ');
    const mail = await mailOf(`${head.replace('To: b@example.com', `To: ${all}`)}\r\nbody`);
    expect(mail.to).toHaveLength(100);
    expect(mail.problems).toContainEqual({ kind: 'too-many-addresses', place: 'to' });
  });

  it('is read although its HTML nests 100,000 unclosed elements', async () => {
    const html = `${'<div>'.repeat(100_000)}<b><i>deep words`;
    const mail = await mailOf(`${head}Content-Type: text/html\r\n\r\n<p>first words${html}`);
    expect(wordsIn(mail)).toContain('first words');
    expect(anonymousMail(mail).mail.problems).toContainEqual({ kind: 'html-cut', place: 'file' });
  });

  it.each([
    ['formats crossed', '<font a=1><b><p>x'.repeat(4_000)],
    ['tables in tables', '<table><tr><td>x'.repeat(8_000)],
    ['links in links', '<a href=x>y'.repeat(20_000)],
    ['lists in lists', '<ul><li>x'.repeat(8_000)],
    [
      'style rules',
      `<style>${'div p .a{color:red}'.repeat(5_000)}</style>${'<div><p class=a>x'.repeat(8_000)}`,
    ],
    ['columns of columns', '<table><tr><td>a</td><td>'.repeat(500)],
  ])('is read in bounded time with hostile HTML: %s', async (_, html) => {
    const mail = await mailOf(`${head}Content-Type: text/html\r\n\r\n${html}`);
    expect(mailBody(mail).blocks.length).toBeGreaterThan(0);
  });

  it('keeps a file that claims to be huge as a file, without unpacking it', async () => {
    const mail = await mailOf(
      `${head}Content-Type: application/zip; name=bomb.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${'UEsD'.repeat(1_000)}`,
    );
    expect(mail.files).toEqual([{ place: '', name: 'bomb.zip', type: 'application/zip', bytes: 3_000 }]);
    expect(kinds(mail)).toContain('no-body');
  });
});

describe('any bytes', () => {
  it('end in a mail or a problem', async () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 60 }).map((text) => bytesIn(text, 'utf-8')),
      fc.uint8Array({ maxLength: 60 }),
      fc
        .constantFrom(
          'From: =?utf-8?B?44G=?= <a@b>\r\n',
          'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n',
          '--b--\r\n',
          'Content-Transfer-Encoding: base64\r\n',
          'Content-Type: text/html; charset=iso-2022-jp\r\n\r\n',
          '<table><td><a href="http://[::1]/%zz">',
          "Content-Disposition: attachment; filename*0*=utf-8''%E3%81; filename*1=x\r\n",
          'Received: from x by y; 99 Foo 2026 99:99:99\r\n',
          '\u001b$B',
          '\r\n\r\n',
          'Subject: \u0000',
        )
        .map((text) => joinedBytes(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const reading = await readMail(joinedBytes(...pieces), decode);
        const problems = reading.ok ? anonymousMail(reading.mail).mail.problems : [reading.problem];
        expect(problems.every(({ kind }) => mailProblemKinds.includes(kind))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a character set', () => {
  it('is decoded across two words that cut a character', async () => {
    const bytes = bytesIn('【重要】ご登録', 'utf-8');
    const words = [bytes.subarray(0, 10), bytes.subarray(10)].map((part) => wordOfBytes(part, 'B', 'UTF-8'));
    const mail = await mailOf(`From: a@example.com\r\nSubject: ${words.join('\r\n ')}\r\n\r\nx`);
    expect(mail.subject).toBe('【重要】ご登録');
  });

  it.each(['Shift_JIS', 'euc-jp', ''] as const)(
    'that lies or lacks (%s) is detected, and said to be',
    async (label) => {
      const type = label === '' ? '' : `Content-Type: text/plain; charset=utf-8\r\n`;
      const body = bytesIn(
        'いつもご利用いただきありがとうございます。',
        label === 'euc-jp' ? 'euc-jp' : 'shift_jis',
      );
      const mail = await mailOf(joinedBytes(`${head}${type}\r\n`, body));
      expect(mail.body[0]?.text).toBe('いつもご利用いただきありがとうございます。');
      expect(mail.problems).toContainEqual({ kind: 'charset-guessed', place: 'file' });
    },
  );

  it('is not decoded if it is UTF-7', async () => {
    const mail = await mailOf(`${head}Content-Type: text/plain; charset=utf-7\r\n\r\n+MEIwRA-`);
    expect(mail.body[0]?.text).toBe('+MEIwRA-');
  });
});
