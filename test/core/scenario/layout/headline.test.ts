import { describe, expect, it } from 'vitest';
import { threadLength, previewOf } from '../../../../src/core/scenario/layout/headline.ts';
import { aSealedMessage, both } from '../../../fixtures/builders.ts';
import { aSealedSms } from '../../../fixtures/channels.ts';

describe('previewOf', () => {
  it('joins the texts of the first blocks in reading order', () => {
    const message = aSealedMessage({
      body: [
        { kind: 'text', text: both('Dear all') },
        { kind: 'panel', blocks: [{ kind: 'text', text: both('The lift is out of order.') }] },
        { kind: 'text', text: both('Please take the stairs.') },
      ],
    });
    expect(previewOf(message, 'en')).toBe('Dear all The lift is out of order. Please take the stairs.');
  });

  it('leaves out lines made of signs', () => {
    const message = aSealedMessage({
      body: [{ kind: 'text', text: { ja: '山田様\n━━━━━━\nご案内', en: 'Dear Aoi\n-------\nNews' } }],
    });
    expect(previewOf(message, 'ja')).toBe('山田様 ご案内');
    expect(previewOf(message, 'en')).toBe('Dear Aoi News');
  });

  it('begins at the beginning of the text, so that no word is cut in a list', () => {
    const words =
      'Your parcel is waiting at our depot in Hanamori. Please choose a day and we will bring it.';
    const message = { ...aSealedSms, body: [{ kind: 'text' as const, text: both(words) }] };
    expect(previewOf(message, 'en')).toBe(words);
  });

  it('is at most 120 characters long', () => {
    const message = aSealedMessage({ body: [{ kind: 'text', text: both('word '.repeat(1000)) }] });
    expect(previewOf(message, 'en')).toHaveLength(120);
    const one = aSealedMessage({ body: [{ kind: 'text', text: both('x'.repeat(1000)) }] });
    expect(previewOf(one, 'en')).toHaveLength(120);
  });

  it('ends with an ellipsis before an address that does not fit, because a shorter one is another', () => {
    const before = '口座情報をご確認ください。'.repeat(8);
    const message = aSealedMessage({
      body: [{ kind: 'text', text: both(`${before}https://tasuki.example.net/`) }],
    });
    expect(previewOf(message, 'ja')).toBe(`${before}…`);
  });
});

describe('threadLength', () => {
  const quote = { kind: 'quote' as const, blocks: [{ kind: 'text' as const, text: both('Thanks!') }] };
  const attributed = { ...quote, attribution: both('On Monday, Naomi wrote:') };

  it('counts the mail itself and each mail it quotes by name', () => {
    expect(threadLength(aSealedMessage({ body: [] }))).toBe(1);
    expect(threadLength(aSealedMessage({ body: [attributed, attributed] }))).toBe(3);
  });

  it('counts no quote of which nobody says who wrote it', () => {
    expect(threadLength(aSealedMessage({ body: [quote] }))).toBe(1);
  });

  it('is 1 for other channels', () => {
    expect(threadLength(aSealedSms)).toBe(1);
  });
});
