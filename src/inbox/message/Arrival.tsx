import { useEffect } from 'react';

/** Tells whenever what stands before it has been drawn, having loaded if they share a Suspense. */
export function Arrival({ onArrival }: { readonly onArrival: () => void }) {
  useEffect(onArrival);
  return null;
}
