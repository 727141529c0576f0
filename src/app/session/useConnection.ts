import { useEffect, useRef, useState } from 'react';
import type { Packs } from '../../packs/content.ts';
import type { Parameters } from '../route.ts';
import { hashLeft } from './first-place.ts';
import type { Connection } from './connection.ts';
import { useDelivery } from './useDelivery.ts';

/**
 * The connection as it is now. An LMS that is found late leads the player to the round that was left, if nothing was answered meanwhile;
 * otherwise what was answered goes on and is told.
 */
export function useConnection(
  first: Connection,
  assigned: Parameters | undefined,
  packs: Pick<Packs, 'roundText'>,
  isAnswered: boolean,
): { readonly connection: Connection; readonly isEnded: boolean } {
  const [connection, setConnection] = useState(first);
  const answered = useRef(isAnswered);
  useEffect(() => {
    answered.current = isAnswered;
  }, [isAnswered]);
  useEffect(
    () =>
      first.late?.((found) => {
        setConnection(found);
        void hashLeft(found.reporter?.leftAt, assigned, packs).then((left) => {
          if (left !== undefined && !answered.current) location.hash = left;
        });
      }),
    [first, assigned, packs],
  );
  const { session } = connection;
  const delivery = useDelivery(session);
  const isEnded = delivery.state === 'ended';
  // If the last record did not arrive, the learner is first offered to save it.
  const returnTo = delivery.state === 'ended' && !delivery.trouble ? session.launch.returnTo : undefined;
  useEffect(() => {
    if (returnTo !== undefined) location.assign(returnTo);
  }, [returnTo]);
  return { connection, isEnded };
}
