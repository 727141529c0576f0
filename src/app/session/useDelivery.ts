import { useSyncExternalStore } from 'react';
import type { Delivery, LmsSession } from '../../lms/port.ts';

/** Whether all that was told has arrived, as it changes. */
export const useDelivery = ({ onDelivery, delivery }: LmsSession): Delivery =>
  useSyncExternalStore(onDelivery, delivery);
