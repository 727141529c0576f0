import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../../src/core/email/compose/headers.ts';
import { place } from '../../../../src/core/scenario/layout/place.ts';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import { mostQrBytes } from '../../../../src/core/scenario/format/vocabulary.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import type { Attachment } from '../../../../src/core/scenario/format/attachment.ts';
import type { Mail, Message } from '../../../../src/core/scenario/format/message.ts';
import { fileParts } from '../../../../src/core/scenario/format/vocabulary.ts';
import { aClue, aMessage, anAttachment, aScenario, both } from '../../../fixtures/builders.ts';

const read = (message: Message) => {
  const text = JSON.stringify(aScenario({ messages: [message] }), null, 2);
  return { text, problems: parseScenario(text, 'packs/test/scenarios/test.json').problems };
};
const withFile = (overrides: Partial<Attachment>): Mail =>
  aMessage({ attachments: [anAttachment(overrides)] });
const preview = { body: [{ kind: 'text' as const, text: both('Invoice 1,200') }] };

describe('an attachment that cannot be', () => {
  it.each<[string, Partial<Attachment>, string, string]>([
    ['a macro in a PDF', { type: 'pdf', macro: true }, 'attachment-contradiction', 'macro'],
    ['a lock on a document', { type: 'word', locked: true }, 'attachment-contradiction', 'locked'],
    [
      'files in a PDF',
      { type: 'pdf', holds: [{ name: both('a.exe'), type: 'program' }] },
      'attachment-contradiction',
      'holds',
    ],
    ['a preview of a program', { type: 'program', preview }, 'attachment-contradiction', 'preview'],
    ['a preview of a shortcut', { type: 'shortcut', preview }, 'attachment-contradiction', 'preview'],
    [
      'a password without a lock',
      { type: 'zip', password: { message: 'notice' } },
      'attachment-contradiction',
      'password',
    ],
    [
      'a password told by nobody',
      { type: 'zip', locked: true, password: { message: 'notise' } },
      'unknown-message',
      'password/message',
    ],
    [
      'a macro in a .docx',
      { type: 'word', macro: true, name: { ja: 'list.docx', en: 'list.docm' } },
      'attachment-contradiction',
      'name/ja',
    ],
    [
      'a form in a document',
      {
        preview: {
          body: [
            { kind: 'form', fields: [{ id: 'a', label: both('A'), type: 'text' }], submit: both('Send') },
          ],
        },
      },
      'form-in-file',
      'preview/body/0',
    ],
    [
      'a link that is not there',
      { preview: { body: [{ kind: 'button', label: both('Open'), link: 'mian' }] } },
      'unknown-link',
      'preview/body/0/link',
    ],
  ])('is refused with its path and line in both languages: %s', (_, overrides, rule, at) => {
    const { text, problems } = read(withFile(overrides));
    expect(problems.map((problem) => `${problem.rule} ${problem.path.join('/')}`)).toEqual([
      `${rule} messages/0/attachments/0/${at}`,
    ]);
    const [problem] = problems;
    const field = at.split('/').findLast((step) => !/^\d+$/.test(step)) ?? '';
    const lines = text.split('\n');
    // A block of a list has no name of its own on its line.
    const line = lines[(problem?.line ?? 0) - 1] ?? '';
    expect(field === 'body' ? line.trim() : line).toContain(field === 'body' ? '{' : `"${field}"`);
    expect(problem?.text.ja).toMatch(/[ぁ-ん]/);
    expect(problem?.text.en).toMatch(/^[\x20-\x7e“”]+$/);
  });

  it('is reported with the message that was probably meant', () => {
    const [problem] = read(withFile({ type: 'zip', locked: true, password: { message: 'notise' } })).problems;
    expect(problem?.text.en).toContain('“notice”');
  });
});

describe('an attachment that may be', () => {
  it.each<[string, Partial<Attachment>]>([
    [
      'a locked zip whose password the same mail tells',
      {
        type: 'zip',
        locked: true,
        password: { message: 'notice' },
        holds: [{ name: both('a\u202efdp.exe'), type: 'program' }],
      },
    ],
    ['a locked zip whose password nobody tells', { type: 'zip', locked: true }],
    [
      'a macro document with its bar',
      {
        type: 'word',
        name: both('invoice.docm'),
        macro: true,
        preview: { ...preview, bar: both('Macros are disabled.') },
      },
    ],
    ['a program that calls itself a PDF', { type: 'program', name: both('invoice\u202efdp.exe') }],
    ['a shortcut', { type: 'shortcut', name: both('invoice.lnk') }],
    [
      'a disk image',
      { type: 'disk-image', name: both('scan.iso'), holds: [{ name: both('a.lnk'), type: 'shortcut' }] },
    ],
    ['a notebook', { type: 'onenote', name: both('note.one'), preview }],
  ])('is accepted: %s', (_, overrides) => {
    expect(read(withFile(overrides)).problems).toEqual([]);
  });

  it.each<[Attachment['type'], boolean, string]>([
    ['svg', false, 'image/svg+xml'],
    ['shortcut', false, 'application/x-ms-shortcut'],
    ['disk-image', false, 'application/x-iso9660-image'],
    ['onenote', false, 'application/onenote'],
    ['audio', false, 'audio/mpeg'],
    ['word', true, 'application/vnd.ms-word.document.macroEnabled.12'],
    ['excel', true, 'application/vnd.ms-excel.sheet.macroEnabled.12'],
  ])('is sent with its media type: %s', (type, macro, mediaType) => {
    const message = withFile({ type, name: both('file'), ...(macro && { macro: true }) });
    expect(sourceOf(message, aScenario().recipient, 'en').text).toContain(`Content-Type: ${mediaType};`);
  });
});

describe('the regions of an attachment', () => {
  const keysOf = (message: Message) => layOut(message).regions.map(({ key }) => key);
  const message = aMessage({
    attachments: [
      anAttachment({ id: 'bare', type: 'zip' }),
      anAttachment({ id: 'rich', preview: { ...preview, bar: both('Bar') } }),
    ],
  });

  it('are the same lines for every file, whatever it contains', () => {
    for (const id of ['bare', 'rich'])
      for (const part of fileParts) expect(keysOf(message)).toContain(`file/${id}/${part}`);
  });

  it('are found by an anchor on the file, on each of its lines, and on words and pictures of its document', () => {
    const layout = layOut({
      ...message,
      attachments: [
        anAttachment({
          id: 'rich',
          preview: {
            body: [...preview.body, { kind: 'image', id: 'seal', asset: 'seal.svg', alt: both('Seal') }],
          },
        }),
      ],
    });
    expect(place({ attachment: 'rich' }, layout)).toEqual({
      found: true,
      regions: ['attachment/rich', 'file/rich/type'],
    });
    expect(place({ attachment: 'rich', part: 'bar' }, layout)).toEqual({
      found: true,
      regions: ['file/rich/bar'],
    });
    expect(place({ quote: both('Invoice'), attachment: 'rich' }, layout)).toEqual({
      found: true,
      regions: ['file/rich/0/0'],
    });
    expect(place({ image: 'seal', attachment: 'rich' }, layout)).toEqual({
      found: true,
      regions: ['file/rich/image/seal'],
    });
    for (const anchor of [
      { attachment: 'none' },
      { attachment: 'none', part: 'type' as const },
      { quote: both('Invoice'), attachment: 'none' },
    ])
      expect(place(anchor, layout).found).toBe(false);
  });

  it('can be a clue of a scenario', () => {
    const lure = aMessage({
      attachments: [anAttachment({ preview })],
      clues: [aClue({ anchor: { quote: both('Invoice 1,200'), attachment: 'invoice' } })],
    });
    expect(read(lure).problems).toEqual([]);
  });
});

describe('a QR code', () => {
  const withQr = (url: string, link = 'code'): Mail =>
    aMessage({
      clues: [aClue({ anchor: { link: 'code' } })],
      links: [{ id: 'code', url }],
      body: [{ kind: 'panel', blocks: [{ kind: 'qr', link, alt: both('Code to sign in') }] }],
    });

  it('is the region of its link', () => {
    expect(layOut(withQr('https://login.example.net/')).regions).toContainEqual({
      key: 'link/code',
      kind: 'link',
      text: both('Code to sign in'),
    });
    expect(read(withQr('https://login.example.net/')).problems).toEqual([]);
  });

  it('that is too long to draw is refused with its path and line', () => {
    const fits = 'あ'.repeat(Math.floor(mostQrBytes / 3));
    expect(read(withQr(fits)).problems).toEqual([]);
    const { text, problems } = read(withQr(`${fits}あ`));
    expect(problems).toMatchObject([
      { rule: 'qr-too-long', path: ['messages', 0, 'body', 0, 'blocks', 0, 'link'] },
    ]);
    expect(text.split('\n')[(problems[0]?.line ?? 0) - 1]).toContain('"link"');
  });

  it('must lead somewhere', () => {
    expect(read(withQr('https://login.example.net/', 'cod')).problems.map(({ rule }) => rule)).toContain(
      'unknown-link',
    );
  });

  it('shows its target neither in the text nor in the HTML of the original', () => {
    const { text } = sourceOf(withQr('https://login.example.net/secret'), aScenario().recipient, 'en');
    expect(text).toContain('Code to sign in');
    expect(text).not.toContain('secret');
  });
});
