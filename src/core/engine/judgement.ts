/** A verdict with its confidence against the truth. */
import { confidenceOf } from './sureness.ts';

/**
 * 0 to 1: 1 where a right verdict was called sure, 0 where a wrong one was. In between the quadratic rule (Brier 1950), stretched so
 * that these are its ends, which leaves it proper: saying what one believes earns most on average, and a wrong verdict never earns
 * more than a right one.
 */
export function judgement(correct: boolean, confidence: number): number {
  const worst = quadratic(false, confidenceOf.sure);
  const best = quadratic(true, confidenceOf.sure);
  const earned = (quadratic(correct, boundedConfidence(confidence)) - worst) / (best - worst);
  return Math.min(1, Math.max(0, earned));
}

/** ½·o + ½·(1 − (p − o)²), where o is 1 for a right verdict and 0 for a wrong one, p the confidence. */
function quadratic(correct: boolean, p: number): number {
  const o = correct ? 1 : 0;
  return o / 2 + (1 - (p - o) ** 2) / 2;
}

/** A confidence held within 0.5 to 1: below one half it would speak for the other verdict. */
export function boundedConfidence(confidence: number): number {
  return confidence >= 0.5 ? Math.min(confidence, 1) : 0.5;
}
