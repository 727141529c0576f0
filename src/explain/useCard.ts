import { useCallback, useEffect, useState } from 'react';
import type { Mark } from '../inbox/marks.tsx';

/** Shows the card of a mark, whose id is `<kind>-<number>`: brought into sight, unfolded, with the focus. */
export function useCard(kind: 'finding' | 'point'): (mark: Mark) => void {
  const [chosen, setChosen] = useState<{ readonly number: number }>();
  // After the drawing that closes the dialog the mark lay in, which gives the focus back to its opener first.
  useEffect(() => {
    if (chosen !== undefined) showCard(`${kind}-${chosen.number}`);
  }, [kind, chosen]);
  return useCallback(({ number }: Mark) => setChosen({ number }), []);
}

function showCard(id: string): void {
  const card = document.getElementById(id);
  // A card that is folded away has no place to scroll to.
  const fold = card?.closest('details');
  if (fold) fold.open = true;
  card?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  card?.focus({ preventScroll: true });
}
