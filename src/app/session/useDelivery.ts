import { useSyncExternalStore } from 'react';
import type { RecordDelivery, LmsSession } from '../../lms/port.ts';

/** The delivery status of a session; redraws when it changes. */
export const useDelivery = ({ onDelivery, delivery }: LmsSession): RecordDelivery =>
  useSyncExternalStore(onDelivery, delivery);
