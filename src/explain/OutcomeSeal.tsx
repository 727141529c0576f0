import type { Truth } from '../core/scenario/format/solution.ts';
import { InkSeal } from '../inbox/InkSeal.tsx';

/** 疑, 真: what a message is. 惜: misjudged. 眼: the eye for it. */
export type SealSign = 'doubt' | 'trust' | 'close' | 'eye';

/** The frame and the strokes of the seals that are no ink, in a square of 32. */
const drawings = {
  close: {
    // Eight corners, neither round nor square.
    frame: 'M10.5 2h11L30 10.5v11L21.5 30h-11L2 21.5v-11Z',
    // 惜
    strokes:
      'M9 7v18M6.2 11 5.2 15.5M11.2 10l1.3 3.6M14.5 10h11M18 7.2v6.6M22.2 7.2v6.6M13.5 13.8h13M15.8 16.8h8.6v8h-8.6ZM15.8 20.8h8.6',
  },
  eye: {
    frame: 'M16 1.5a14.5 14.5 0 1 1 0 29a14.5 14.5 0 1 1 0-29Z',
    // 眼
    strokes:
      'M7.5 8.5h5.4v14.6H7.5ZM7.5 13.4h5.4M7.5 18.2h5.4M16.2 7.6h7.6v7.2h-7.6M16.2 11.2h7.6M16.2 7.6v16.6l3.8-2.2M18.6 14.8q1.8 6 6.4 8.6M24 17.2l-3.6 2.6',
  },
} as const;

/** A seal by what it says. Decoration: the words stand beside it. */
export function OutcomeSeal({ sign }: { readonly sign: SealSign }) {
  if (sign === 'doubt' || sign === 'trust') return <InkSeal ink={sign} />;
  const { frame, strokes } = drawings[sign];
  return (
    <svg className={`ink-seal ${sign}`} viewBox="0 0 32 32" aria-hidden="true">
      <path className="ink-frame" d={frame} />
      <path className="ink-strokes" d={strokes} />
    </svg>
  );
}

/** The seal of an answer: what the message is, or 惜 where it was misjudged. */
export const sealOf = ({ correct, truth }: { readonly correct: boolean; readonly truth: Truth }): SealSign =>
  correct ? inkOfTruth(truth) : 'close';

/** The seal of a truth, or of a verdict. */
export const inkOfTruth = (truth: Truth) => (truth === 'phish' ? 'doubt' : 'trust');
