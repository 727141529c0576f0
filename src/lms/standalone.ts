/** The session of a page that nobody records. */
import type { LmsSession } from './port.ts';
import { createStatus } from './status.ts';

/** A session that accepts everything and sends nothing, so that callers need no special case. */
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
