import { useEffect } from 'react';

/** Calls `onArrival` once its preceding siblings (and their lazy chunks, if they share a Suspense) have rendered. */
export function Arrival({ onArrival }: { readonly onArrival: () => void }) {
  useEffect(onArrival);
  return null;
}
