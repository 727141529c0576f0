/** Scores a verdict with its confidence against the truth. */

/**
 * ½·o + ½·(1 − (p − o)²), 0 to 1, where o is 1 for a right verdict and 0 for a wrong one, and p is the confidence.
 * A proper scoring rule (Brier 1950): stating one's true belief earns most on average. A wrong verdict never earns
 * more than a right one.
 */
export function judgement(correct: boolean, confidence: number): number {
  const o = correct ? 1 : 0;
  const p = boundedConfidence(confidence);
  return o / 2 + (1 - (p - o) ** 2) / 2;
}

/** Limits a confidence to 0.5 to 1: below one half it would speak for the other verdict. */
export function boundedConfidence(confidence: number): number {
  return confidence >= 0.5 ? Math.min(confidence, 1) : 0.5;
}
