import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contrast } from '../../../src/core/lint/contrast.ts';
import { inked, papered } from '../../../src/inbox/message/ink.ts';

const tokens = readFileSync('src/ui/tokens.css', 'utf8');
const nightPaper = /--paper: light-dark\(#\w{6}, (#\w{6})\)/.exec(tokens)?.[1] ?? '';
const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

/** What `color-mix(in srgb, white N%, colour)` gives, channel by channel. */
function lightened(colour: string, percent: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const mixed = channels.map((channel) => Math.round(channel + ((255 - channel) * percent) / 100));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

it('keeps every text colour readable in the dark theme', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const percent = Number(/var\(--lightening, (\d+)%\)/.exec(inked(colour))?.[1]);
      expect(inked(colour)).toContain(`light-dark(${colour},`);
      expect(contrast(lightened(colour, percent), nightPaper)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

it('does not change colours on an author’s background, and chooses the link colour by its darkness', () => {
  expect(papered('#fff6d8', '#c23b2a')).toMatchObject({
    'data-paper': 'day',
    style: { backgroundColor: '#fff6d8', color: '#c23b2a', '--lightening': '0%' },
  });
  expect(papered('#1f4668', undefined)).toMatchObject({
    'data-paper': 'night',
    style: { color: 'var(--ink)' },
  });
});
