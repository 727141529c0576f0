import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailBody, wordsOf } from '../../../src/core/eml/mail-body.ts';
import { mailOfOutlook } from '../../../src/core/eml/msg/mail-of-outlook.ts';
import { bodyOfRtf, decompressedRtf } from '../../../src/core/eml/msg/rtf.ts';
import { readMail } from '../../../src/core/eml/read-mail.ts';
import { decode } from '../../fixtures/mails/decode.ts';
import { binary, compoundBytes, fixed, text, type Written } from '../../fixtures/mails/outlook-file.ts';

const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Stored without compression (MS-OXRTFCP, 2.1.3.1.6). */
function stored(rtf: Uint8Array): Uint8Array {
  const header = Buffer.alloc(16);
  header.writeUInt32LE(rtf.length + 12, 0);
  header.writeUInt32LE(rtf.length, 4);
  header.write('MELA', 8, 'latin1');
  return new Uint8Array(Buffer.concat([header, rtf]));
}

async function read(root: Written) {
  const outlook = mailOfOutlook(compoundBytes(root), decode);
  if (outlook === undefined) throw new Error('no message');
  const reading = await readMail(outlook.source, decode);
  if (!reading.ok) throw new Error(reading.problem.kind);
  return reading.mail;
}

const attachment = (name: string, data: Uint8Array): Written => ({
  ...fixed(8, {}),
  ...text(0x3707, name),
  ...text(0x370e, 'application/pdf'),
  ...binary(0x3701, data),
});

const header =
  'Received: from mail.example.com by mx.example.net; Wed, 8 Apr 2026 10:15:05 +0900\r\nFrom: =?utf-8?B?44Kr44Oi44Oh5L6/?= <info@example.com>\r\nTo: you@example.net\r\nSubject: Parcel\r\nDate: Wed, 8 Apr 2026 10:15:00 +0900\r\nContent-Type: multipart/alternative;\r\n boundary="x"\r\n';

describe('a message of Outlook', () => {
  it('keeps its header as received, its HTML and its files', async () => {
    const mail = await read({
      ...fixed(32, { 0x3fde: 65_001 }),
      ...text(0x007d, header),
      ...text(0x1000, '荷物があります。'),
      ...binary(0x1013, bytes('<p>荷物が<b>あります</b>。<a href="https://example.org/">開く</a></p>')),
      '__attach_version1.0_#00000000': attachment('請求書.pdf', new Uint8Array(5_000)),
    });
    expect(mail.from).toEqual({ name: 'カモメ便', address: 'info@example.com' });
    expect(mail.subject).toBe('Parcel');
    expect(mail.delivery.hops).toHaveLength(1);
    expect(mail.files).toMatchObject([{ name: '請求書.pdf', type: 'application/pdf', bytes: 5_000 }]);
    const body = mailBody(mail);
    expect(wordsOf(body.blocks)).toContain('荷物があります。');
    expect(JSON.stringify(body.blocks)).toContain('https://example.org/');
  });

  it('gets a header from its properties where it was never sent', async () => {
    const mail = await read({
      ...fixed(32, {}, { 0x0039: Date.UTC(2026, 3, 8, 1, 15) }),
      ...text(0x0037, '件名です'),
      ...text(0x0c1a, '佐藤 直'),
      ...text(0x5d01, 'sato@example.com'),
      ...text(0x1000, '本文です。'),
      '__recip_version1.0_#00000000': {
        ...fixed(8, { 0x0c15: 1 }),
        ...text(0x3001, 'You'),
        ...text(0x39fe, 'you@example.net'),
      },
      '__recip_version1.0_#00000001': { ...fixed(8, { 0x0c15: 2 }), ...text(0x39fe, 'copy@example.net') },
    });
    expect(mail).toMatchObject({
      subject: '件名です',
      from: { name: '佐藤 直', address: 'sato@example.com' },
      to: [{ name: 'You', address: 'you@example.net' }],
      cc: [{ address: 'copy@example.net' }],
    });
    expect(mail.date?.instant).toBe(Date.UTC(2026, 3, 8, 1, 15));
    expect(wordsOf(mailBody(mail).blocks)).toContain('本文です。');
  });

  it('gives the mail that is attached to it', async () => {
    const inner = {
      ...fixed(24, {}),
      ...text(0x007d, 'From: a@example.com\r\nSubject: Inner\r\n'),
      ...text(0x1000, 'inner words'),
    };
    const mail = await read({
      ...fixed(32, {}),
      ...text(0x007d, header),
      ...text(0x1000, 'see below'),
      '__attach_version1.0_#00000000': { ...fixed(8, { 0x3705: 5 }), '__substg1.0_3701000D': inner },
    });
    expect(mail.forwarded).toMatchObject([{ subject: 'Inner' }]);
  });

  it('gives the HTML that its RTF encloses, in its own character set', async () => {
    const rtf = Buffer.concat([
      Buffer.from(
        '{\\rtf1\\ansi\\ansicpg932\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}{\\*\\htmltag19 <html>}{\\*\\htmltag64 <p>}\\htmlrtf {\\f0 \\htmlrtf0 ',
      ),
      Buffer.from("\\'93\\'fa\\'96\\'7b \\u8364? \\{x\\}", 'latin1'),
      Buffer.from(
        '\\htmlrtf }\\htmlrtf0{\\*\\mhtmltag84 no}{\\*\\htmltag84 <a href="https://example.org/">}link{\\*\\htmltag92 </a>}{\\*\\htmltag72 </p>}\\par }',
      ),
    ]);
    const mail = await read({
      ...fixed(32, {}),
      ...text(0x007d, header),
      ...binary(0x1009, stored(new Uint8Array(rtf))),
    });
    const { blocks } = mailBody(mail);
    expect(wordsOf(blocks)).toContain('日本 € {x}link');
    expect(wordsOf(blocks)).not.toContain('Arial');
    expect(JSON.stringify(blocks)).toContain('https://example.org/');
  });

  it('is decompressed as in the example of the specification', () => {
    // MS-OXRTFCP, 3.1.1
    const compressed = Uint8Array.from(
      Buffer.from(
        '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3206865 6c090020627705b06c647d0a800fa0'.replaceAll(
          ' ',
          '',
        ),
        'hex',
      ),
    );
    const rtf = decompressedRtf(compressed);
    expect(Buffer.from(rtf).toString('latin1')).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
    expect(bodyOfRtf(rtf, decode)).toEqual({ kind: 'text', text: 'hello world' });
  });

  it.each([0.2, 0.5, 0.8, 0.95])(
    'that is cut off after %s of it is read or refused, and says so',
    (share) => {
      const whole = compoundBytes({
        ...fixed(32, {}),
        ...text(0x007d, header),
        ...text(0x1000, 'words '.repeat(2_000)),
        '__attach_version1.0_#00000000': attachment('a.pdf', new Uint8Array(20_000)),
      });
      const outlook = mailOfOutlook(whole.subarray(0, Math.floor(whole.length * share)), decode);
      expect(outlook === undefined || outlook.isCut).toBe(true);
    },
  );

  it('ends for any bytes, also where chains and folders lead into themselves', () => {
    const whole = compoundBytes({ ...fixed(32, {}), ...text(0x007d, header), ...text(0x1000, 'words') });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 60 }), (changes) => {
        const broken = whole.slice();
        for (const [at, byte] of changes) broken[at] = byte;
        expect(() => mailOfOutlook(broken, decode)).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (noise) => {
        const file = whole.slice();
        file.set(noise.subarray(0, file.length - 512), 512);
        expect(() => mailOfOutlook(file, decode)).not.toThrow();
        expect(() => bodyOfRtf(decompressedRtf(noise), decode)).not.toThrow();
      }),
    );
  });
});
