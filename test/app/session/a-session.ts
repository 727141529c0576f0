/** A stand-in for whoever records, whose answers a test decides. */
import type { RecordDelivery, Exchange, Launch, LearningRecord, LmsSession } from '../../../src/lms/port.ts';
import { createStatus } from '../../../src/lms/status.ts';
import type { Connection } from '../../../src/app/session/connection.ts';

export interface FakeSession extends LmsSession {
  readonly become: (delivery: RecordDelivery) => void;
  readonly recorded: readonly LearningRecord[];
  readonly kept: readonly string[];
  readonly closed: readonly string[];
}

interface FakeOptions {
  readonly launch?: Partial<Launch>;
  readonly conversation?: readonly Exchange[];
  readonly stateLimit?: number;
}

export function aSession({ launch, conversation = [], stateLimit = 4_096 }: FakeOptions = {}): FakeSession {
  const status = createStatus();
  const recorded: LearningRecord[] = [];
  const kept: string[] = [];
  const closed: string[] = [];
  return {
    standard: 'scorm12',
    launch: { mode: 'normal', ...launch },
    stateLimit,
    keep: (state) => void kept.push(state),
    record: (record) => void recorded.push(record),
    hurry: () => undefined,
    close: (how) => void closed.push(how),
    delivery: status.current,
    onDelivery: status.listen,
    conversation: () => conversation,
    become: status.become,
    recorded,
    kept,
    closed,
  };
}

export const aConnection = (session: LmsSession, change: Partial<Connection> = {}): Connection => ({
  session,
  reporter: undefined,
  host: undefined,
  trouble: undefined,
  attempt: [],
  ...change,
});
