import { useEffect, useRef, useState } from 'react';
import type { Parameters } from '../route.ts';
import { hashLeft } from './first-place.ts';
import type { Sitting } from './session.ts';
import { useDelivery } from './useDelivery.ts';

/**
 * The sitting as it is now. One that is found late brings the player to the round that was left, where nothing was answered meanwhile;
 * otherwise that goes on and is told.
 */
export function useSitting(
  first: Sitting,
  assigned: Parameters | undefined,
  isAnswered: boolean,
): { readonly sitting: Sitting; readonly isEnded: boolean } {
  const [sitting, setSitting] = useState(first);
  const answered = useRef(isAnswered);
  useEffect(() => {
    answered.current = isAnswered;
  }, [isAnswered]);
  useEffect(
    () =>
      first.late?.((found) => {
        setSitting(found);
        void hashLeft(found.teller?.leftAt, assigned).then((left) => {
          if (left !== undefined && !answered.current) location.hash = left;
        });
      }),
    [first, assigned],
  );
  const { session } = sitting;
  const delivery = useDelivery(session);
  const isEnded = delivery.state === 'ended';
  // Where the last of it did not arrive, the learner is first offered to save it.
  const returnTo = delivery.state === 'ended' && !delivery.trouble ? session.launch.returnTo : undefined;
  useEffect(() => {
    if (returnTo !== undefined) location.assign(returnTo);
  }, [returnTo]);
  return { sitting, isEnded };
}
