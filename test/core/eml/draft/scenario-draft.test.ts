import { describe, expect, it } from 'vitest';
import { readMail } from '../../../../src/core/eml/read-mail.ts';
import { messageDraft, scenarioDraft } from '../../../../src/core/eml/draft/scenario-draft.ts';
import type { DraftFields, DraftValue } from '../../../../src/core/eml/draft/draft-body.ts';
import { anonymousMail } from '../../../../src/core/eml/replace/anonymous-mail.ts';
import { lintContent } from '../../../../src/core/lint/lint-pack.ts';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import { noContent } from '../../../../src/core/lint/rule.ts';
import { personalNumber } from '../../../../src/core/lint/rules/personal-number.ts';
import { realDomain } from '../../../../src/core/lint/rules/real-domain.ts';
import { aDelivery, aLegitimateMessage, anAttachment, aScenario } from '../../../fixtures/builders.ts';
import { bytesIn } from '../../../fixtures/mails/bytes.ts';
import { corpus } from '../../../fixtures/mails/corpus.ts';
import { decode } from '../../../fixtures/mails/decode.ts';

async function draftOf(source: Uint8Array, id = 'mail') {
  const reading = await readMail(source, decode);
  if (!reading.ok) throw new Error(reading.problem.kind);
  return messageDraft(anonymousMail(reading.mail).mail, id);
}

const isList = (value: DraftValue | undefined): value is readonly DraftValue[] => Array.isArray(value);
const fields = (value: DraftValue | undefined): DraftFields =>
  typeof value === 'object' && !isList(value) ? value : {};

/** The other language, as an author who copies one would fill it in. */
function inBoth(value: DraftValue): DraftValue {
  if (isList(value)) return value.map(inBoth);
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, one]): readonly [string, DraftValue] => [
    name,
    inBoth(one),
  ]);
  const all: DraftFields = Object.fromEntries(entries);
  const { ja, en } = all;
  if (ja !== undefined && en === undefined) return { ...all, en: ja };
  return en !== undefined && ja === undefined ? { ...all, ja: en } : all;
}

/** A draft with what only the author can say. */
function completed(draft: DraftFields) {
  const { subject, from, to, sent, delivery, body, solution } = aLegitimateMessage();
  const { attachments, ...message } = fields(inBoth(draft));
  const { dkim: _, ...rest } = aDelivery({ spf: 'none' });
  const sender = { ...from, ...fields(message['from']) };
  return {
    subject,
    to,
    sent,
    body,
    ...message,
    from: sender,
    delivery: {
      ...(fields(message['delivery'])['route'] === 'received' ? {} : rest),
      zone: delivery.zone,
      ...fields(message['delivery']),
    },
    ...(isList(attachments) && {
      attachments: attachments.map((one) => ({ ...anAttachment(), ...fields(one) })),
    }),
    solution,
  };
}

describe('a draft', () => {
  it('is a playable message with reserved names once the author has added the rest, for every mail of the corpus', async () => {
    const messages = await Promise.all(
      corpus.map(async ({ source }, at) => completed((await draftOf(source, `mail-${at}`)).message)),
    );
    for (let start = 0; start < messages.length; start += 40) {
      const scenario = { ...aScenario(), messages: messages.slice(start, start + 40) };
      const outcome = parseScenario(JSON.stringify(scenario, undefined, 1), 'draft.json');
      expect(
        outcome.ok ? [] : outcome.problems.map(({ path, text }) => `${path.join('.')}: ${text.en}`),
      ).toEqual([]);
      if (!outcome.ok) return;
      const content = { ...noContent, scenarios: [{ file: 'draft.json', value: outcome.value }] };
      const place = () => () => ({ line: 1, column: 1 });
      expect(lintContent(content, place, [realDomain, personalNumber]).map(({ text }) => text.en)).toEqual(
        [],
      );
    }
  });

  it('lists what the format cannot express', async () => {
    const html = `<body bgcolor="#eeeeee"><div style="background:#ffffff"><div style="background:#ff0000">x</div>y</div>
      <p style="font-size:40px">big<span style="font-size:20px">less</span></p><span style="background:#ff0">marked</span>
      <img src="cid:a" alt="p"><table border=1><tr><td colspan=2>a</td></tr><tr><td>b</td><td>c</td></tr></table><form><input name=q></form>`;
    const { losses } = await draftOf(
      bytesIn(`From: a@example.com\nContent-Type: text/html\n\n${html}`, 'utf-8'),
    );
    expect(losses.toSorted()).toEqual(['delivery', 'hidden', 'picture'].toSorted());
  });

  it('keeps what nobody sees, where it stands, and pictures in rows, with places and behind the content', async () => {
    const html = `<div style="display:none">preview line</div><p>Hello</p>
      <p style="font-size:0">tiny words</p><p style="color:#ffffff">white words</p>
      <div style="position:absolute;left:-9999px">far away</div>
      <img src="https://t.example.org/o?u=1" width=1 height=1>
      <div><a href="https://a.example.org/"><img src="https://i.example.org/1.png"></a> <img src="https://i.example.org/2.png"></div>
      <img src="https://i.example.org/m.png" usemap="#m" width=200 height=100>
      <map name="m"><area shape=rect coords="0,0,100,50" href="https://b.example.org/" alt="Left">
      <area shape=circle coords="150,50,50" href="https://c.example.org/"></map>
      <table><tr><td background="https://i.example.org/sky.png" style="background-color:#203040"><p style="color:#fff">On it</p></td></tr></table>`;
    const { message, losses } = await draftOf(
      bytesIn(`From: a@example.com\nContent-Type: text/html\n\n${html}`, 'utf-8'),
    );
    expect(losses).toEqual(['delivery']);
    expect(message['body']).toEqual([
      { kind: 'hidden', hiding: 'display', text: { en: 'preview line' } },
      { kind: 'text', text: { en: 'Hello' } },
      {
        kind: 'pictures',
        blocks: [
          expect.objectContaining({ kind: 'remote', id: 'picture-1', link: 'link-1' }),
          expect.objectContaining({ kind: 'remote', id: 'picture-2' }),
        ],
      },
      expect.objectContaining({
        kind: 'remote',
        height: 100,
        areas: [
          { link: 'link-2', label: { en: 'Left' }, left: 0, top: 0, width: 50, height: 50 },
          { link: 'link-3', label: { en: '▢' }, left: 50, top: 0, width: 50, height: 100 },
        ],
      }),
      expect.objectContaining({
        kind: 'panel',
        background: '#203040',
        remotePicture: expect.stringMatching(/^https:\/\/.*\/sky\.png$/),
      }),
      { kind: 'hidden', hiding: 'tiny', text: { en: 'tiny words' } },
      { kind: 'hidden', hiding: 'colour', text: { en: 'white words' } },
      { kind: 'hidden', hiding: 'off-screen', text: { en: 'far away' } },
      { kind: 'pixel', id: 'pixel-1', url: expect.stringMatching(/^https:\/\/[^/]*example[^/]*\/o\?u=/) },
    ]);
  });

  it.each([
    '<body background="https://i.example.org/sky.png"><p>x</p><p>y</p>',
    '<table background="https://i.example.org/sky.png"><tr><td><p>x</p><p>y</p></td></tr></table>',
  ])('keeps the picture behind the whole content of %s', async (html) => {
    const { message } = await draftOf(
      bytesIn(`From: a@example.com\nContent-Type: text/html\n\n${html}`, 'utf-8'),
    );
    expect(message['canvas']).toEqual({
      remotePicture: expect.stringMatching(/^https:\/\/[^/]*example[^/]*\/sky\.png$/),
    });
    expect(message['body']).toHaveLength(2);
  });

  it('keeps what lies behind the content, sizes, marked words, foreign fonts and pictures elsewhere', async () => {
    const html = `<body bgcolor="#eeeeee"><table width="600"><tr><td><p style="font-size:40px">大きい<span style="font-size:10px">小さい</span></p>
      <span style="background:#ffff00">印</span><span style="font-family:'微软雅黑',Arial">字</span>
      <a href="https://kamome.co.jp/x"><img src="https://img.kamome.co.jp/a.png" alt="旗" width="300"></a>`;
    const { message } = await draftOf(
      bytesIn(`From: a@example.com\nContent-Type: text/html; charset=utf-8\n\n${html}`, 'utf-8'),
    );
    expect(message['canvas']).toEqual({ background: '#eeeeee', paper: '#eeeeee', width: 600 });
    expect(message['body']).toMatchObject([
      {
        text: {
          ja: [
            { text: '大きい', size: 40 },
            { text: '小さい', size: 10 },
          ],
        },
      },
      {
        text: {
          ja: [
            { text: '印', background: '#ffff00' },
            { text: '字', font: 'simplified-chinese' },
          ],
        },
      },
      { kind: 'remote', id: 'picture-1', state: 'blocked', alt: { ja: '旗' }, link: 'link-1', width: 300 },
    ]);
  });

  it('keeps boxes in boxes, the look of cells, a bar at the side and spaces that count', async () => {
    const html = `<div style="background:#ddeeff"><div style="border-left:4px solid #cc0000"><blockquote>a</blockquote></div></div>
      <table border=1><tr><td colspan=2 bgcolor="#ffeecc">a</td></tr><tr><td align=right>b</td><td>c</td></tr></table><pre>x   y</pre>`;
    const { message, losses } = await draftOf(
      bytesIn(`From: a@example.com\nContent-Type: text/html; charset=utf-8\n\n${html}`, 'utf-8'),
    );
    expect(losses).toEqual(['delivery']);
    expect(message['body']).toMatchObject([
      {
        kind: 'panel',
        blocks: [{ kind: 'panel', side: true, border: '#cc0000', blocks: [{ kind: 'quote' }] }],
      },
      { rows: [[{ span: 2, background: '#ffeecc' }], [{ align: 'end' }, {}]] },
      { preformatted: true, text: { en: 'x   y' } },
    ]);
  });

  it('invents nothing: an empty mail leaves all of the delivery to the author', async () => {
    const { message } = await draftOf(bytesIn('From: a@example.com\nSubject: x\n\ntext', 'utf-8'));
    expect(message['delivery']).toEqual({});
    expect(message['sent']).toBeUndefined();
    expect(message['to']).toBeUndefined();
  });

  it('has the delivery as the header tells it', async () => {
    const head = [
      'Return-Path: <>',
      'Received: from out.kamome.co.jp (out.kamome.co.jp [45.33.1.2]) by mx.realcorp.jp; Wed, 8 Apr 2026 10:15:05 +0900',
      'Authentication-Results: mx.realcorp.jp; spf=softfail smtp.mailfrom=kamome.co.jp; dkim=pass header.d=kamome.co.jp; dmarc=fail (p=QUARANTINE) header.from=kamome.co.jp',
      'DKIM-Signature: v=1; a=rsa-sha256; d=kamome.co.jp; s=20230601; b=x',
      'From: a@kamome.co.jp',
      'Date: Wed, 8 Apr 2026 10:15:00 +0900',
      'X-Mailer: Foxmail 7',
    ].join('\n');
    const { message } = await draftOf(bytesIn(`${head}\n\ntext`, 'utf-8'));
    expect(message['delivery']).toMatchObject({
      route: 'received',
      hops: [{ ip: '192.0.2.1', at: '2026-04-08T10:15:05+09:00' }],
      returnPath: '',
      spf: 'softfail',
      signatures: [{ selector: '20230601', result: 'pass' }],
      dmarc: 'fail',
      dmarcPolicy: 'quarantine',
      zone: '+0900',
      mailer: 'Foxmail 7',
    });
    expect(message['sent']).toBe('2026-04-08T10:15:00+09:00');
  });

  it('of several mails has the clock of the latest', async () => {
    const mails = await Promise.all(
      ['8', '9'].map(async (day) => {
        const reading = await readMail(
          bytesIn(`From: a@example.com\nDate: ${day} Apr 2026 10:15:00 +0900\n\nx`, 'utf-8'),
          decode,
        );
        if (!reading.ok) throw new Error(reading.problem.kind);
        return anonymousMail(reading.mail).mail;
      }),
    );
    expect(scenarioDraft('two', mails, [])['clock']).toBe('2026-04-09T10:15:00+09:00');
  });
});
