import { useEffect } from 'react';

/** Tells that what stands before it in the same Suspense has loaded and is drawn. */
export function Arrival({ onArrival }: { readonly onArrival: () => void }) {
  useEffect(onArrival);
  return null;
}
