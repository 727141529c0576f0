import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadPath } from '../../../src/play/debrief/thread-path.ts';

const panel = { left: 0, right: 398, top: 52, bottom: 727 };
const message = { left: 398, right: 1280, top: 99, bottom: 727 };
const card = { left: 22, right: 376, top: 300, bottom: 500 };
const line = { left: 530, right: 640, top: 200, bottom: 220 };
const words = [line];

describe('the line from an explanation to its words', () => {
  it('leaves the card at half its height and ends below the words', () => {
    expect(threadPath({ card, panel, words, message })).toMatch(/^M376 400H.*Q412 223 \d+ 223H530$/);
  });

  it('starts from what is in sight of a long card', () => {
    expect(threadPath({ card: { ...card, bottom: 1_500 }, panel, words, message })).toMatch(/^M376 513\.5H/);
  });

  it('leads to the first line in sight, not to the empty start of one', () => {
    const lines = [
      { left: 1_200, right: 1_200, top: 180, bottom: 200 },
      { left: 530, right: 640, top: 70, bottom: 90 },
      { left: 560, right: 640, top: 210, bottom: 230 },
    ];
    expect(threadPath({ card, panel, words: lines, message })).toMatch(/233H560$/);
  });

  it('leads to the side of a picture that is cut off', () => {
    const picture = { left: 530, right: 680, top: 627, bottom: 900 };
    expect(threadPath({ card, panel, words: [picture], message })).toMatch(/677H530$/);
  });

  it('is not drawn to words that are scrolled out of sight, nor from such a card', () => {
    expect(threadPath({ card, panel, words: [{ ...line, top: 70, bottom: 90 }], message })).toBeUndefined();
    expect(threadPath({ card, panel, words: [{ ...line, top: 728, bottom: 748 }], message })).toBeUndefined();
    expect(threadPath({ card: { ...card, top: 720, bottom: 900 }, panel, words, message })).toBeUndefined();
  });

  it('never leaves the height between its two ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 119, max: 724 }), fc.integer({ min: 60, max: 600 }), (bottom, top) => {
        const path = threadPath({
          card: { ...card, top, bottom: top + 100 },
          panel,
          words: [{ ...line, top: bottom - 20, bottom }],
          message,
        });
        const start = top + 50;
        const heights = [...(path ?? '').matchAll(/V([\d.]+)/g)].map(([, height]) => Number(height));
        for (const height of heights) {
          expect(height).toBeGreaterThanOrEqual(Math.min(start, bottom + 3));
          expect(height).toBeLessThanOrEqual(Math.max(start, bottom + 3));
        }
      }),
    );
  });
});
