import { describe, expect, it } from 'vitest';
import { resultCodeOf, resultsIn } from '../../src/core/record/result-code.ts';
import { handedText, pastedText } from '../../src/results/handed-text.ts';
import { aMessageRecord, aRecord } from '../core/record/builders.ts';

const codeOf = (score: number): string =>
  resultCodeOf(
    aRecord({
      score,
      messages: Array.from({ length: 6 }, (_, at) => aMessageRecord({ message: `m-${at}` })),
    }),
  );
const code = codeOf(71.5);
const other = codeOf(40);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** One byte for each character. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, bigEndian: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const unit = [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8];
      return bigEndian ? unit.toReversed() : unit;
    }),
  );
/** Digits and capitals in the full width of Shift_JIS, everything else unchanged. */
const fullWidthShiftJis = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const point = character.charCodeAt(0);
      if (/\d/.test(character)) return [0x82, point - 0x30 + 0x4f];
      return /[A-Z]/.test(character) ? [0x82, point - 0x41 + 0x60] : [point];
    }),
  );
const base64 = (text: string): string =>
  btoa(String.fromCharCode(...utf8(text))).replaceAll(/.{76}/g, '$&\r\n');
const softBreaks = (text: string): string => text.replaceAll(/.{50}/g, '$&=\r\n');

const scoresIn = async (bytes: Uint8Array): Promise<readonly unknown[]> =>
  resultsIn(await handedText(bytes)).map((one) => (one.kind === 'result' ? one.result.score : one.reason));

const head =
  'From: a@example.com\r\nTo: b@example.com\r\nSubject: =?utf-8?B?5oiQ57i+?=\r\nMIME-Version: 1.0\r\n';
const part = (type: string, encoding: string, body: string): string =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
const multipart = (kind: string, ...parts: readonly string[]): string =>
  `Content-Type: multipart/${kind}; boundary="b-${kind}"\r\n\r\n${parts.map((one) => `--b-${kind}\r\n${one}`).join('')}--b-${kind}--\r\n`;

describe('a file of results', () => {
  it.each([
    ['UTF-8', utf8(`成績 ${code}`)],
    ['UTF-8 with its mark', utf8(`\ufeff成績 ${code}`)],
    ['UTF-16 LE with its mark', utf16(`\ufeff成績 ${code}`, false)],
    ['UTF-16 BE with its mark', utf16(`\ufeff成績 ${code}`, true)],
    ['UTF-16 LE without a mark', utf16(`成績 ${code}`, false)],
    ['UTF-16 BE without a mark', utf16(`成績 ${code}`, true)],
    ['Shift_JIS', bytesOf(`\x8c\x8b\x89\xca ${code}`)],
    ['EUC-JP', bytesOf(`\xb7\xeb\xb2\xcc ${code}`)],
    ['ISO-2022-JP', bytesOf(`\x1b$B7k2L\x1b(B ${code}`)],
    ['Shift_JIS in full width', fullWidthShiftJis(code)],
  ])('is read in %s', async (_, bytes) => {
    expect(await scoresIn(bytes)).toEqual([71.5]);
  });

  it.each([
    ['plain', part('text/plain; charset=utf-8', '7bit', code)],
    [
      'quoted-printable with soft breaks',
      part('text/plain; charset=utf-8', 'quoted-printable', softBreaks(code.replace(':', '=3A'))),
    ],
    ['base64', part('text/plain; charset=utf-8', 'base64', base64(`成績\r\n${code}`))],
    ['format=flowed', part('text/plain; format=flowed', '7bit', code.replaceAll(/.{60}/g, '$& \r\n'))],
    ['ISO-2022-JP', part('text/plain; charset=iso-2022-jp', '7bit', `\x1b$B7k2L\x1b(B\r\n${code}`)],
    [
      'HTML alone',
      part(
        'text/html; charset=utf-8',
        '7bit',
        `<p>MR<b>1</b>&#58;${code.slice(4).replaceAll(/.{40}/g, '$&<br>')}</p>`,
      ),
    ],
    [
      'text and HTML of the same',
      multipart(
        'alternative',
        part('text/plain', '7bit', code),
        part('text/html', 'base64', base64(`<p>${code}</p>`)),
      ),
    ],
    [
      'an attached note',
      multipart(
        'mixed',
        part('text/plain', '7bit', 'Hi'),
        part('text/plain; name=a.txt', 'base64', base64(code)),
      ),
    ],
    [
      'a forwarded mail',
      multipart(
        'mixed',
        part('text/plain', '7bit', 'FYI'),
        part('message/rfc822', '7bit', head + part('text/plain', 'base64', base64(code))),
      ),
    ],
  ])('is read from a mail: %s', async (_, mail) => {
    expect(await scoresIn(bytesOf(head + mail))).toEqual([71.5]);
  });

  const encoded = head + part('text/plain; charset=utf-8', 'base64', base64(`成績\r\n${code}`));

  it.each([
    ['behind the number of Apple Mail', utf8(`1234      \n${encoded}<?xml version="1.0"?>`)],
    ['behind empty lines', utf8(`\r\n\r\n${encoded}`)],
    ['behind the mark of the byte order', utf8(`\ufeff${encoded}`)],
    ['with the line ends of old Macs', utf8(encoded.replaceAll('\r\n', '\r'))],
    ['saved as UTF-16', utf16(`\ufeff${encoded}`, false)],
    [
      'as HTML with named signs and breaks',
      utf8(
        head +
          part(
            'text/html',
            '7bit',
            `MR1&colon;${code.slice(4, -1).replaceAll(/.{20}/g, '$&<wbr>&#8203;')}&period;`,
          ),
      ),
    ],
  ])('is read from a mail %s', async (_, bytes) => {
    expect(await scoresIn(bytes)).toEqual([71.5]);
  });

  it('is read from every mail of a mailbox', async () => {
    const next = head + part('text/plain', 'base64', base64(other));
    const mailbox = `From a@example.com Mon Nov 30\n${encoded}\nFrom b@example.com Mon Nov 30\n${next}`;
    expect(await scoresIn(utf8(mailbox))).toEqual([71.5, 40]);
  });

  it('is read from a saved web page', async () => {
    const page = `<!doctype html><p>MR<b>1</b>&#58;${code.slice(4).replaceAll(/.{20}/g, '$&<br>')}</p>`;
    expect(await scoresIn(utf8(page))).toEqual([71.5]);
  });

  // Before, every bracket was followed for 10,000 characters, which took over a minute.
  it('of two million opening brackets is read in bounded time', async () => {
    const mail = `Content-Type: text/html\r\n\r\n<p>${code}</p>${'<'.repeat(2_000_000)}`;
    expect(resultsIn(await handedText(utf8(mail)))).toMatchObject([{ kind: 'result' }]);
  });

  // Before, the parser of mails was busy for ten seconds.
  it.each([
    ['empty lines', '\n', 'text/plain'],
    ['empty lines of HTML', ' \n', 'text/html'],
    ['quoted lines', '> \r\n', 'text/plain; format=flowed'],
    ['parts', '--b\r\n\r\nx\r\n', 'multipart/mixed; boundary=b'],
    ['mails in mails', 'Content-Type: message/rfc822\r\n\r\n', 'text/plain'],
  ])('of a million characters of %s is read in bounded time', async (_, unit, type) => {
    const mail = `Content-Type: ${type}\r\n\r\n${code}\r\n${unit.repeat(1_000_000 / unit.length)}`;
    expect(resultsIn(await handedText(utf8(mail)))).toMatchObject([{ kind: 'result' }]);
  });

  it('may contain several results', async () => {
    const mail =
      head +
      multipart(
        'mixed',
        part('text/plain', 'base64', base64(`${code}\n${other}`)),
        part('text/plain', '7bit', codeOf(12)),
      );
    expect(await scoresIn(bytesOf(mail))).toEqual([71.5, 40, 12]);
  });

  it('is a text if it only looks like a mail, and may contain nothing', async () => {
    expect(await scoresIn(utf8(`Note: from the team\n\n${code}`))).toEqual([71.5]);
    expect(await scoresIn(utf8('From: a@example.com\r\n\r\nHello'))).toEqual([]);
    expect(await scoresIn(new Uint8Array())).toEqual([]);
    expect(await scoresIn(Uint8Array.from({ length: 1_000 }, (__, at) => (at * 37) % 256))).toEqual([]);
  });
});

const scoresPasted = (text: string): readonly unknown[] =>
  resultsIn(pastedText(text)).map((one) => (one.kind === 'result' ? one.result.score : one.reason));

describe('a pasted text', () => {
  const source = head + part('text/plain; charset=utf-8', 'base64', base64(`成績\r\n${code}`));

  it.each([
    ['the source of a mail in base64', source],
    ['the same with the line ends of a text field', source.replaceAll('\r\n', '\n')],
    ['the same, quoted', source.replaceAll('\r\n', '\n').replaceAll(/^/gm, '> ')],
    ['its body alone', base64(`成績\r\n${code}`)],
    ['its body alone in one line', base64(`成績\r\n${code}`).replaceAll('\r\n', '')],
    ['HTML in base64', head + part('text/html', 'base64', base64(`<p>MR<b>1</b>&#58;${code.slice(4)}</p>`))],
    [
      'text and HTML of the same',
      head +
        multipart(
          'alternative',
          part('text/plain', 'base64', base64(code)),
          part('text/html', 'base64', base64(`<p>${code}</p>`)),
        ),
    ],
    [
      'plain text and HTML of the same in base64',
      head +
        multipart(
          'alternative',
          part('text/plain', '7bit', code),
          part('text/html', 'base64', base64(`<p>${code}</p>`)),
        ),
    ],
    ['in quoted-printable', head + part('text/plain', 'quoted-printable', softBreaks(code))],
    ['with its signs escaped', `${softBreaks(`MR1=3A${code.slice(4, -1)}`)}=\n=2E`],
    ['in an address', `mailto:a@example.com?body=${encodeURIComponent(code)}`],
    [
      'as the source of a web page',
      `<p>MR<b>1</b>&#58;${code.slice(4).replaceAll(/.{30}/g, '$&&nbsp;')}</p>`,
    ],
    ['as text and web page in one', `${code}\n<p>MR<b>1</b>&#58;${code.slice(4)}</p>`],
  ])('is read: %s', (_, text) => {
    expect(scoresPasted(text)).toEqual([71.5]);
  });

  it('may contain several mails', () => {
    const next = head + part('text/plain', 'base64', base64(other));
    expect(scoresPasted(`${source}\r\n${next}\r\n${codeOf(12)}`)).toEqual([71.5, 40, 12]);
  });

  it('is read unchanged if it has no base64 with a result', () => {
    for (const text of ['', code, 'A'.repeat(101), 'AAAA\n'.repeat(99), base64('no result'.repeat(9))]) {
      expect(pastedText(text)).toBe(text);
    }
  });

  it('of two million letters is read in bounded time', () => {
    for (const text of [
      'A'.repeat(2_000_000),
      `${'A'.repeat(76)}\n`.repeat(26_000),
      '> '.repeat(1_000_000),
    ]) {
      expect(pastedText(text)).toBe(text);
    }
  });
});
