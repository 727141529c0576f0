import { describe, expect, it } from 'vitest';
import { isList, type JsonValue, memberOf } from '../../../src/core/draft/json.ts';
import { readFile } from '../../../src/core/draft/read-file.ts';
import { textRows } from '../../../src/core/draft/texts.ts';
import { twinFor } from '../../../src/core/draft/twin.ts';
import { shippedFiles } from '../../fixtures/shipped.ts';

const messages = [...shippedFiles].flatMap(([path, text]) => {
  const file = readFile(path, text);
  return file.kind === 'scenario' ? file.messages.map(({ value }) => value) : [];
});
const mails = messages.filter((message) => memberOf(message, 'channel') === 'mail');
const at = (value: JsonValue | undefined, ...path: readonly (string | number)[]): JsonValue | undefined =>
  path.reduce<JsonValue | undefined>(memberOf, value);

describe('a twin', () => {
  it('has the same body in both languages, the opposite truth and one proposed difference: every shipped mail', () => {
    expect(mails.length).toBeGreaterThan(100);
    for (const mail of mails) {
      const twin = twinFor(mail, 'other', { kind: 'sender', address: 'post@twin.example' });
      expect(textRows(at(twin, 'body') ?? null)).toEqual(textRows(at(mail, 'body') ?? null));
      expect(at(twin, 'id')).toBe('other');
      expect(at(twin, 'from', 'address')).toBe('post@twin.example');
      expect(at(twin, 'solution', 'truth')).not.toBe(at(mail, 'solution', 'truth'));
      expect(at(twin, 'solution', 'twin')).toBe(at(mail, 'id'));
      expect(at(twin, 'solution', 'differences')).toHaveLength(1);
    }
  });

  it('changes a link, and the page and certificate behind it', () => {
    const mail: JsonValue = {
      id: 'm',
      from: { address: 'a@example.com' },
      body: [],
      links: [{ id: 'go', url: 'https://pay.example.net/x', page: 'p' }],
      pages: [
        {
          id: 'p',
          url: 'https://pay.example.net/x',
          certificate: { names: ['pay.example.net', '*.pay.example.net'] },
          outcome: { ja: '盗まれます。', en: 'Stolen.' },
        },
      ],
      solution: { truth: 'phish', source: { text: { ja: '創作', en: 'Invented' } } },
    };
    const twin = twinFor(mail, 't', { kind: 'link', link: 'go', url: 'https://pay.example.com/x' });
    expect(at(twin, 'links', 0, 'url')).toBe('https://pay.example.com/x');
    expect(at(twin, 'pages', 0, 'url')).toBe('https://pay.example.com/x');
    expect(at(twin, 'pages', 0, 'certificate', 'names')).toEqual(['pay.example.com', '*.pay.example.com']);
    // What becomes of the visitor is another story now.
    expect(at(twin, 'pages', 0, 'outcome')).toEqual({ ja: '', en: '' });
    const differences = at(twin, 'solution', 'differences');
    expect(differences !== undefined && isList(differences) ? differences[0] : undefined).toEqual({
      here: { link: 'go' },
      there: { link: 'go' },
      text: {
        ja: 'このメールのリンク先は pay.example.com、もう1通は pay.example.net です。',
        en: 'The link of this email goes to pay.example.com, that of the other to pay.example.net.',
      },
    });
  });

  it('moves the domain of the sender in the delivery too', () => {
    const mail: JsonValue = {
      id: 'm',
      from: { address: 'a@shop.example' },
      delivery: {
        host: 'mail.shop.example',
        envelope: 'bounce@shop.example',
        dkim: { domain: 'shop.example' },
      },
    };
    const twin = twinFor(mail, 't', { kind: 'sender', address: 'a@sh0p.example' });
    expect(at(twin, 'delivery')).toEqual({
      host: 'mail.sh0p.example',
      envelope: 'bounce@sh0p.example',
      dkim: { domain: 'sh0p.example' },
    });
  });

  it('of a thing that the message lacks is none', () => {
    expect(twinFor({ id: 'm' }, 't', { kind: 'sender', address: 'a@b.example' })).toBeUndefined();
    expect(
      twinFor({ id: 'm', links: [] }, 't', { kind: 'link', link: 'x', url: 'https://b.example' }),
    ).toBeUndefined();
  });
});
