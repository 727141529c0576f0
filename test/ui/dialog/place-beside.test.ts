import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBeside } from '../../../src/ui/dialog/place-beside.ts';

const window = { width: 1280, height: 800 };
const card = { width: 440, height: 300 };

describe('a card beside a part of a message', () => {
  it('is to the right of it where there is room', () => {
    expect(placeBeside({ left: 640, right: 700, top: 400, bottom: 430 }, card, window)).toEqual({
      left: 708,
      top: 400,
      height: 784,
    });
  });

  it('is to the left of it otherwise', () => {
    expect(placeBeside({ left: 640, right: 900, top: 400, bottom: 430 }, card, window)).toMatchObject({
      left: 192,
      top: 400,
    });
  });

  it('is below a part as wide as the window, or above it where there is more room', () => {
    const wide = { left: 20, right: 1260 };
    expect(placeBeside({ ...wide, top: 100, bottom: 130 }, card, window)).toMatchObject({
      left: 20,
      top: 138,
    });
    expect(placeBeside({ ...wide, top: 700, bottom: 730 }, card, window)).toMatchObject({
      left: 20,
      top: 392,
    });
  });

  it('moves up rather than out of the window', () => {
    expect(placeBeside({ left: 640, right: 700, top: 780, bottom: 795 }, card, window).top).toBe(492);
  });

  it('is inside the window wherever the part is, even scrolled out of it', () => {
    const edge = fc.integer({ min: -2_000, max: 3_000 });
    const size = fc.record({
      width: fc.integer({ min: 460, max: 2_000 }),
      height: fc.integer({ min: 300, max: 1_500 }),
    });
    fc.assert(
      fc.property(
        edge,
        edge,
        fc.nat(900),
        fc.nat(300),
        fc.nat(900),
        size,
        (left, top, wide, high, tall, frame) => {
          const edges = { left, right: left + wide, top, bottom: top + high };
          const place = placeBeside(edges, { width: 440, height: tall }, frame);
          expect(place.left).toBeGreaterThanOrEqual(8);
          expect(place.top).toBeGreaterThanOrEqual(8);
          expect(place.left + 440).toBeLessThanOrEqual(frame.width - 8);
          expect(place.top + Math.min(tall, place.height)).toBeLessThanOrEqual(frame.height - 8);
        },
      ),
    );
  });
});
