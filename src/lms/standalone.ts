/** A sitting that nobody records: everything is taken, and nothing is told. */
import type { LmsSession } from './port.ts';
import { createStatus } from './status.ts';

/** The same interface as any other, so that a round need not ask whether somebody listens. */
export function standaloneSession(): LmsSession {
  const status = createStatus();
  return {
    standard: 'standalone',
    launch: { mode: 'normal' },
    stateLimit: 0,
    keep: () => undefined,
    record: () => undefined,
    hurry: () => undefined,
    close: () => status.become({ state: 'ended' }),
    delivery: status.current,
    onDelivery: status.listen,
    conversation: () => [],
  };
}
