import type { Ink } from '../core/scenario/format/vocabulary.ts';

/** The frame and the strokes of each seal, in a square of 32. Round for doubt, square for trust. */
const drawings = {
  doubt: {
    frame: 'M16 1.5a14.5 14.5 0 1 1 0 29a14.5 14.5 0 1 1 0-29Z',
    // 疑
    strokes:
      'M14 7.5 9 9M8.5 6v4.5q0 1.5 1.5 1.5h4.5M10 13.5l-2.5 3M9 15h5.5M6.5 18.5H15M11 15v3.5q-.5 4-4 6.5M11.5 20.5l3 3.5M17.5 7H24l-2.5 3M19 9l3 3M17 14.5h8l-1 2.5M21 14.5V24M21 18.5h3.5M18.5 18q0 4.5-2.5 7.5M17.5 22.5q2 2.8 8 2.8',
  },
  trust: {
    frame: 'M5 2h22a3 3 0 0 1 3 3v22a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3Z',
    // 真
    strokes:
      'M8 8.5h16M16 5.5v5.5M10.5 11h11v9.5h-11ZM10.5 14.2h11M10.5 17.3h11M6 23h20M13 23.5l-4.5 3.8M19 23.5l4.5 3.8',
  },
} as const satisfies Record<Ink, { frame: string; strokes: string }>;

/** A seal, drawn rather than written: it needs no font, and its shape tells the ink as well as its colour. */
export function InkSeal({ ink }: { readonly ink: Ink }) {
  const { frame, strokes } = drawings[ink];
  return (
    <svg className={`ink-seal ${ink}`} viewBox="0 0 32 32" aria-hidden="true">
      <path className="ink-frame" d={frame} />
      <path className="ink-strokes" d={strokes} />
    </svg>
  );
}
