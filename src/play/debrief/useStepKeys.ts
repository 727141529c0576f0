import { goesOn, isForGame, useKeys } from '../../ui/useKeys.ts';

interface StepKeys {
  readonly at: number;
  readonly count: number;
  readonly onStep: (at: number) => void;
  /** After the last step. */
  readonly onNext: () => void;
}

/** The left and right arrow keys lead from explanation to explanation, Enter on to the next one and then to the next message. */
export function useStepKeys({ at, count, onStep, onNext }: StepKeys): void {
  useKeys((event) => {
    if (goesOn(event)) {
      if (at + 1 < count) onStep(at + 1);
      else onNext();
      return true;
    }
    if (!isForGame(event)) return false;
    // Within the message the arrows move from part to part.
    if (event.target instanceof Element && event.target.closest('.message') !== null) return false;
    const next = event.key === 'ArrowRight' ? at + 1 : event.key === 'ArrowLeft' ? at - 1 : at;
    if (next === at || next < 0 || next >= count) return false;
    onStep(next);
    return true;
  });
}
