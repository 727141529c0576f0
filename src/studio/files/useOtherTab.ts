import { useEffect, useState } from 'react';

/** Whether another tab had the draft open before this one. It turns false once that tab closes it. */
export function useOtherTab(id: string): boolean {
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    void hold(id, leaving.signal, setElsewhere);
    return () => leaving.abort();
  }, [id]);
  return isElsewhere;
}

/** Holds a lock of the draft until the signal. Where the browser has no locks, nobody is told; saving still notices. */
async function hold(
  id: string,
  signal: AbortSignal,
  onElsewhere: (isElsewhere: boolean) => void,
): Promise<void> {
  const name = `mikiwame-draft-${id}`;
  const untilLeft = (): Promise<void> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve());
      if (signal.aborted) resolve();
    });
  try {
    const isHeld = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      await untilLeft();
      return true;
    });
    if (isHeld || signal.aborted) return;
    onElsewhere(true);
    await navigator.locks.request(name, { signal }, async () => {
      onElsewhere(false);
      await untilLeft();
    });
  } catch {
    // Left while waiting, or an insecure page: locks need https.
  }
}
