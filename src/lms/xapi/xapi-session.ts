/** A session that reports to a learning record store, for cmi5 and for a plain xAPI launch. */
import { jsonFrom } from '../../core/scenario/read/from-outside.ts';
import type { Clock, RecordDelivery, Launch, LearningRecord, LmsSession, Trouble } from '../port.ts';
import type { Lrs } from './lrs.ts';
import { createMemoKeeper, type Memo, type MemoKeeper, stateLimit } from './memo.ts';
import { createStatementQueue, type StatementQueue } from './statement-queue.ts';
import { createStatus, type DeliveryStatus } from '../status.ts';
import {
  answered,
  completed,
  initialized,
  isJsonObject,
  type JsonObject,
  judged,
  progressed,
  type Setting,
  terminated,
} from './xapi-statements.ts';

interface XapiParts {
  readonly standard: 'cmi5' | 'xapi';
  readonly setting: Setting;
  readonly launch: Launch;
  /** What the store remembers of the registration. */
  readonly memo: Memo;
  readonly lrs: Lrs;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly conversation: LmsSession['conversation'];
  /** What the page before a reload left of this session; undefined where the session begins. */
  readonly unfinished: Unfinished | undefined;
  /** Stores what a reload needs to continue. Returns whether that was possible. Absent if no session survives its page. */
  readonly onReload?: (unfinished: Unfinished) => boolean;
  readonly onEnd: () => void;
}

/** A session in the middle, as one page hands it to the next. */
export interface Unfinished {
  /** The sent statements, arrived or not. */
  readonly told: Memo;
  /** Milliseconds since `initialized`. */
  readonly spent: number;
  /** Statements that have not arrived, in their order. */
  readonly waiting: readonly JsonObject[];
}

/** Opens a session that reports by xAPI statements, with or without cmi5. */
export function openXapiSession(parts: XapiParts): LmsSession {
  const { standard, launch, clock, conversation } = parts;
  const status = createStatus();
  const recording = launch.mode === 'normal';
  const openedAt = clock.counted() - (parts.unfinished?.spent ?? 0);
  const spent = (): number => clock.counted() - openedAt;
  let stage: 'open' | 'leaving' | 'ended' = 'open';
  const channels = createChannels(parts, status);
  const { queue, keeper, show } = channels;
  const account = createAccount(parts, channels, { spent, isEnded: () => stage === 'ended' });
  const end = (trouble: Trouble | undefined): void => {
    stage = 'ended';
    status.become({ state: 'ended', ...(trouble && { trouble }) });
  };
  const ending = createEnding(parts, channels, account, { spent, isEnded: () => stage === 'ended' });
  const isHandedOver = (): boolean =>
    stage === 'open' &&
    parts.onReload?.({ told: account.kept(), spent: spent(), waiting: queue.waiting() }) === true;
  return {
    standard,
    launch,
    stateLimit,
    keep: (state) => {
      if (stage !== 'open' || !recording) return;
      keeper.change({ state });
      show();
    },
    record: (record) => {
      if (stage === 'open' && recording) account.record(record);
    },
    hurry: keeper.hurry,
    close: (how) => {
      if (stage === 'ended' || (stage === 'leaving' && how === 'left')) return;
      if (how === 'reload' && isHandedOver()) {
        // The store has the answers also if the page does not come back.
        keeper.hurry();
        end(undefined);
        return;
      }
      if (stage === 'open') parts.onEnd();
      if (how === 'left') {
        stage = 'leaving';
        void ending.leave().then((trouble) => {
          if (stage === 'leaving') end(trouble);
        });
        return;
      }
      ending.sendLast();
      end(undefined);
    },
    delivery: status.current,
    onDelivery: status.listen,
    conversation,
  };
}

// ------------------------------------------------------------------------------------------------- the ways to the store

/** Statements and state on their way to the store. */
interface Channels {
  readonly queue: StatementQueue;
  readonly keeper: MemoKeeper;
  /** Works out the delivery status from both. */
  readonly show: () => void;
  /** Why the last statement did not arrive; undefined where it did, or is on its way. */
  readonly statementTrouble: () => Trouble | undefined;
}

function createChannels({ lrs, setting, memo, clock }: XapiParts, status: DeliveryStatus): Channels {
  let ofStatements: RecordDelivery = { state: 'saved' };
  let ofMemo: Extract<RecordDelivery, { state: 'failed' }> | undefined;
  const show = (): void => {
    if (ofMemo !== undefined && ofStatements.state !== 'failed') status.become(ofMemo);
    else if (ofStatements.state === 'saved' && !keeper.isKept()) status.become({ state: 'saving' });
    else status.become(ofStatements);
  };
  const queue = createStatementQueue(lrs, clock, (change) => {
    ofStatements = change;
    show();
  });
  const keeper = createMemoKeeper(lrs, setting, memo, clock, (trouble, isLost) => {
    ofMemo = trouble && { state: 'failed', trouble, ...(isLost === true && { lost: true }) };
    show();
  });
  return {
    queue,
    keeper,
    show,
    statementTrouble: () => (ofStatements.state === 'failed' ? ofStatements.trouble : undefined),
  };
}

/** How far the session is. */
interface Progress {
  /** Milliseconds since `initialized`. */
  readonly spent: () => number;
  readonly isEnded: () => boolean;
}

// ------------------------------------------------------------------------------------------------- what is sent

/** What was sent about the round, so that nothing is sent twice (cmi5 9.3). */
interface Account {
  readonly record: (record: LearningRecord) => void;
  /** Everything that was sent, with the newest state of the round. */
  readonly kept: () => Memo;
  /** Sends a verdict that was held back. Returns its statement, which is due once. */
  readonly takeVerdict: () => JsonObject | undefined;
  readonly tell: (statement: JsonObject, change: Partial<Memo>) => void;
}

function createAccount(
  { setting, launch, clock, newId, memo, unfinished }: XapiParts,
  { queue, keeper }: Channels,
  { spent, isEnded }: Progress,
): Account {
  /** As the memo, but from the moment a thing was said: the memo tells only what has arrived, so that nothing is lost for good. */
  let told = unfinished?.told ?? memo;
  let percent = -1;
  /** The score of a failed round. It is sent at the end, because a second try may still pass. */
  let failedScore: number | undefined;
  const said = () => ({ id: newId(), at: clock.now() });
  const say = (statement: JsonObject, change: Partial<Memo>): void => {
    queue.say(statement, () => {
      if (isEnded()) return;
      keeper.change(change);
      // At once: what is on its way when the page goes keeps `terminated` waiting.
      keeper.hurry();
    });
  };
  const tell = (statement: JsonObject, change: Partial<Memo>): void => {
    told = { ...told, ...change };
    say(statement, change);
  };
  if (unfinished === undefined) queue.say(initialized(setting, said()));
  else {
    const { told: before, waiting } = unfinished;
    waiting.forEach((statement, place) => say(statement, place === waiting.length - 1 ? before : {}));
    if (launch.mode === 'normal') keeper.change(waiting.length === 0 ? before : { state: before.state });
  }
  const recordOutcome = ({ standing, score }: LearningRecord): void => {
    if (!told.completed) tell(completed(setting, said(), spent()), { completed: true });
    if (standing === 'passed' && !told.passed) {
      tell(judged(setting, said(), 'passed', score, spent()), { passed: true });
      failedScore = undefined;
    }
    if (standing === 'failed' && !told.passed && !told.failed) {
      failedScore = Math.max(score, failedScore ?? 0);
    }
  };
  return {
    tell,
    kept: () => ({ ...told, state: keeper.current().state }),
    takeVerdict: () => {
      const score = failedScore;
      failedScore = undefined;
      return score === undefined ? undefined : judged(setting, said(), 'failed', score, spent());
    },
    record: (record) => {
      if (record.decisions.length < told.sent) {
        // The round was begun again.
        told = { ...told, sent: 0, failed: false };
        keeper.change({ sent: 0, failed: false });
      }
      const from = told.sent;
      record.decisions.slice(from).forEach((decision, place) => {
        tell(answered(setting, said(), decision), { sent: from + place + 1 });
      });
      const next = Math.round(100 * record.progress);
      if (next !== percent && told.sent > from) queue.say(progressed(setting, said(), record.progress));
      percent = next;
      if (record.complete) recordOutcome(record);
      // The answers so far are safe as soon as they are given.
      keeper.hurry();
    },
  };
}

// ------------------------------------------------------------------------------------------------- the end

interface Ending {
  /** Sends everything that is left in requests that outlive the page, and waits for nothing. */
  readonly sendLast: () => void;
  /** Sends everything that is left, `terminated` last. Returns why something did not arrive. */
  readonly leave: () => Promise<Trouble | undefined>;
}

function createEnding(
  { setting, launch, clock, newId }: XapiParts,
  { queue, keeper, statementTrouble }: Channels,
  account: Account,
  { spent, isEnded }: Progress,
): Ending {
  /** `terminated`, once it was said. */
  let lastStatement: JsonObject | undefined;
  const terminatedNow = (): JsonObject => terminated(setting, { id: newId(), at: clock.now() }, spent());
  const sendLast = (): void => {
    const verdict = account.takeVerdict();
    if (lastStatement !== undefined) {
      queue.sendLast([]);
      return;
    }
    const last = terminatedNow();
    lastStatement = last;
    if (launch.mode !== 'normal') {
      queue.sendLast([last]);
      return;
    }
    const told = account.kept();
    const memo =
      statementTrouble() === undefined
        ? { ...told, failed: told.failed || verdict !== undefined }
        : keeper.current();
    // A store takes nothing after `terminated`, so it goes out only when no state is on its way; the rest does not wait.
    let isWaiting = true;
    keeper.sendLast(memo, () => {
      queue.sendLast(isWaiting ? [...(verdict ? [verdict] : []), last] : [last]);
      isWaiting = false;
    });
    if (isWaiting) {
      isWaiting = false;
      queue.sendLast(verdict ? [verdict] : []);
    }
  };
  const leave = async (): Promise<Trouble | undefined> => {
    const verdict = account.takeVerdict();
    if (verdict) account.tell(verdict, { failed: true });
    const arrived = await queue.finish();
    if (isEnded()) return undefined;
    const trouble = launch.mode === 'normal' ? await keeper.finish() : undefined;
    if (isEnded()) return undefined;
    if (arrived) {
      // The last of all: a store takes nothing after it, not even a state.
      lastStatement = terminatedNow();
      queue.say(lastStatement);
      await queue.finish();
    } else {
      sendLast();
    }
    return statementTrouble() ?? trouble;
  };
  return { sendLast, leave };
}

/** A text as a JSON object; undefined where it is none. */
export function jsonObjectFrom(text: string): JsonObject | undefined {
  const value = jsonFrom(text);
  return isJsonObject(value) ? value : undefined;
}
