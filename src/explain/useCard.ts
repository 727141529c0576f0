import { useCallback, useEffect, useState } from 'react';
import type { Mark } from '../inbox/marks.tsx';

/**
 * Returns a function that shows the card of a mark (id `<kind>-<number>`): scrolls to it, unfolds it and focuses
 * it.
 */
export function useCard(kind: 'finding' | 'point'): (mark: Mark | undefined) => void {
  const [chosen, setChosen] = useState<{ readonly number: number }>();
  // Runs after the dialog with the mark has closed, because the dialog first returns the focus to its opener.
  useEffect(() => {
    if (chosen !== undefined) showCard(`${kind}-${chosen.number}`);
  }, [kind, chosen]);
  return useCallback((mark: Mark | undefined) => {
    if (mark?.number !== undefined) setChosen({ number: mark.number });
  }, []);
}

function showCard(id: string): void {
  const card = document.getElementById(id);
  // A card inside a closed `<details>` has no position to scroll to.
  for (let fold = card?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
    fold.open = true;
  }
  card?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  card?.focus({ preventScroll: true });
}
