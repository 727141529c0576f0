import { useCallback, useEffect, useRef, useState } from 'react';
import type { Mark } from '../../inbox/marks.tsx';

/** Which step or part is explained. After a choice its card has the focus, and its part is in sight. */
export function useShownStep(steps: readonly { readonly regions: readonly string[] }[]) {
  const panel = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<{ readonly at: number; readonly asked?: { readonly region: string } }>({
    at: 0,
  });
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const card = panel.current?.querySelector<HTMLElement>('.first-sight .card');
    card?.focus({ preventScroll: true });
    // A card that is higher than its sheet is read from its title on.
    const isHigher = (card?.offsetHeight ?? 0) > (panel.current?.clientHeight ?? 0);
    card?.scrollIntoView({ block: isHigher ? 'start' : 'nearest', behavior: 'smooth' });
    const [region] = shown.asked === undefined ? (steps[shown.at]?.regions ?? []) : [];
    if (region !== undefined) {
      document
        .querySelector(`.message .region[data-region="${CSS.escape(region)}"]`)
        ?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    }
  }, [shown, steps]);
  const setAt = useCallback((at: number) => setShown({ at }), []);
  const choose = useCallback(
    (_: Mark | undefined, region: string) =>
      setShown(({ at }) => {
        const step = steps.findIndex(({ regions }) => regions.includes(region));
        return step === -1 ? { at, asked: { region } } : { at: step };
      }),
    [steps],
  );
  return { panel, at: shown.at, asked: shown.asked, setAt, choose };
}
