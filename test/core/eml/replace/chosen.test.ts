import { describe, expect, it } from 'vitest';
import { importMail } from '../../../../src/core/eml/import-mail.ts';
import { type ChosenReplacement, replacementRefusal } from '../../../../src/core/eml/replace/chosen.ts';
import { bytesIn } from '../../../fixtures/mails/bytes.ts';
import { decode } from '../../../fixtures/mails/decode.ts';

const source = `From: Kobo Power <info@kobopower.co.jp>
To: sasaki@workplace.co.jp
Subject: Your contract, Mr Sasaki
Date: Wed, 8 Apr 2026 10:15:00 +0900
Content-Type: text/plain; charset=utf-8

Dear Ryosuke Sasaki,
please see https://pay.kobopower.co.jp/a and call 03-4567-8901 about Daigo.
`;

async function imported(replacements: readonly ChosenReplacement[]) {
  const found = await importMail(bytesIn(source, 'utf-8'), decode, { replacements });
  if (found.kind !== 'imported') throw new Error(found.kind);
  const { mail, table } = found.anonymous;
  return { text: JSON.stringify(mail), rows: table, from: mail.from?.address };
}

const host = { kind: 'host', original: 'kobopower.co.jp', reserved: 'denki.example' } as const;

describe('a replacement that the trainer chose', () => {
  it('stands wherever ours stood, also below its domain and in addresses', async () => {
    const { text, from, rows } = await imported([host]);
    expect(from).toBe('info@denki.example');
    expect(text).toContain('https://pay.denki.example/a');
    expect(rows.find(({ original }) => original === 'info@kobopower.co.jp')?.reserved).toBe(
      'info@denki.example',
    );
    expect(text).not.toContain('kobopower');
  });

  it('may be a telephone number, which is not replaced once more', async () => {
    const { text, rows } = await imported([
      { kind: 'phone', original: '03-4567-8901', reserved: '03-0000-0042' },
    ]);
    expect(text).toContain('03-0000-0042');
    expect(rows.filter(({ kind }) => kind === 'phone')).toHaveLength(1);
  });

  it('may be for a word that we did not find', async () => {
    const { text, rows } = await imported([{ kind: 'name', original: 'Daigo', reserved: 'Aoi' }]);
    expect(text).toContain('about Aoi');
    expect(rows).toContainEqual({ kind: 'name', original: 'Daigo', reserved: 'Aoi', count: 1 });
  });

  it('leaves the other rows as they are', async () => {
    const [before, after] = await Promise.all([imported([]), imported([host])]);
    const others = (rows: typeof before.rows) => rows.filter(({ original }) => !/kobopower/.test(original));
    expect(others(after.rows)).toEqual(others(before.rows));
  });

  it.each([
    ['host', 'minato.example', undefined],
    ['host', 'kobopower.co.jp', 'real'],
    ['host', 'two words', 'form'],
    ['host', '192.0.2.7', undefined],
    ['host', '8.8.8.8', 'real'],
    ['address', 'aoi@hibari.example', undefined],
    ['address', 'aoi@gmail.com', 'real'],
    ['address', 'aoi', 'form'],
    ['name', '', 'empty'],
    ['name', 'Aoi', undefined],
    ['name', 'see kobopower.co.jp', 'real'],
    ['name', 'a\nb', 'form'],
    ['phone', '03-4567-8901', 'real'],
    ['phone', '03-0000-0001', undefined],
    ['number', 'x'.repeat(201), 'long'],
  ] as const)('of kind %s may be “%s”: %s', (kind, reserved, refusal) => {
    expect(replacementRefusal({ kind, original: 'x', reserved })).toBe(refusal);
  });
});
