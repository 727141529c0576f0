import { useCallback, useState } from 'react';
import type { AddressedRound } from './pages/round-of-address.ts';
import { hashOf, type Route } from './route.ts';
import type { RoundNote } from './shell/RoundNews.tsx';

/** Stores what is known about the current round and earlier rounds. */
export function useAddressedRound(
  route: Route,
  firstForeign: readonly string[],
  settle: (route: Route) => void,
) {
  const [known, setKnown] = useState<Extract<AddressedRound, { kind: 'dealt' }>>();
  const [told, setTold] = useState<readonly RoundNote[]>([]);
  const [foreign, setForeign] = useState(firstForeign);
  const [assignedAt, setAssignedAt] = useState<string>();
  const tell = useCallback((note: RoundNote): void => setTold((before) => [...before, note]), []);
  const here = known !== undefined && hashOf(known.route) === hashOf(route) ? known : undefined;
  return {
    isCounted: here?.isCounted,
    frame: here?.frame,
    /** The address at which the assigned round was played last. */
    assignedAt,
    told,
    foreign,
    closeTold: () => setTold([]),
    tell,
    /** Called when the player chooses a look; it takes precedence over the round's. */
    forgetSkin: () => setKnown(here && { ...here, frame: { ...here.frame, skin: undefined } }),
    take: (next: AddressedRound): void => {
      setTold((before) => [...before, ...next.notes]);
      setForeign((before) => [...new Set([...before, ...next.foreign])].slice(0, 40));
      if (next.kind === 'moved') {
        settle(next.route);
        return;
      }
      setKnown(next);
      if (next.isCounted) setAssignedAt(hashOf(next.route));
    },
  };
}
