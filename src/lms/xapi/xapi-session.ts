/** A sitting told to a learning record store, for cmi5 and for a plain xAPI launch. */
import { jsonFrom } from '../../core/scenario/read/from-outside.ts';
import type { Clock, Delivery, Launch, LearningRecord, LmsSession, Trouble } from '../port.ts';
import type { Lrs } from './lrs.ts';
import { createMemoKeeper, type Memo, stateLimit } from './memo.ts';
import { createStatementQueue } from './statement-queue.ts';
import { createStatus } from '../status.ts';
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
  readonly memo: Memo;
  readonly lrs: Lrs;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly conversation: LmsSession['conversation'];
  /** Whether `initialized` was said before a reload of this sitting. */
  readonly begun: boolean;
  readonly onEnd: () => void;
}

export function openXapiSession(parts: XapiParts): LmsSession {
  const { standard, setting, launch, lrs, clock, newId, conversation, onEnd } = parts;
  const status = createStatus();
  const openedAt = clock.now();
  const recording = launch.mode === 'normal';
  let ofStatements: Delivery = { state: 'saved' };
  let ofMemo: Trouble | undefined;
  const show = (): void => {
    if (ofMemo !== undefined && ofStatements.state !== 'failed')
      status.become({ state: 'failed', trouble: ofMemo });
    else if (ofStatements.state === 'saved' && !keeper.isKept()) status.become({ state: 'saving' });
    else status.become(ofStatements);
  };
  const queue = createStatementQueue(lrs, clock, (change) => {
    ofStatements = change;
    show();
  });
  const keeper = createMemoKeeper(lrs, setting, parts.memo, clock, (trouble) => {
    ofMemo = trouble;
    show();
  });
  /** As the memo, but from the moment it was said: the memo tells only what has arrived, so that nothing is lost for good. */
  let told = parts.memo;
  let percent = -1;
  /** A failed round's score: told at the end, since a second try may still pass. */
  let failedScore: number | undefined;
  let stage: 'open' | 'leaving' | 'ended' = 'open';

  const said = () => ({ id: newId(), at: clock.now() });
  const spent = (): number => clock.now() - openedAt;
  const tell = (statement: JsonObject, change: Partial<Memo>): void => {
    told = { ...told, ...change };
    queue.say(statement, () => {
      if (hasEnded()) return;
      keeper.change(change);
      // At once: what is on its way when the page goes keeps `terminated` waiting.
      keeper.hurry();
    });
  };
  if (!parts.begun) queue.say(initialized(setting, said()));

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
  const verdictLeft = (): JsonObject | undefined =>
    failedScore === undefined ? undefined : judged(setting, said(), 'failed', failedScore, spent());
  const end = (trouble: Trouble | undefined): void => {
    stage = 'ended';
    status.become({ state: 'ended', ...(trouble && { trouble }) });
  };
  let farewell: JsonObject | undefined;
  /** The page is going, or nobody answers: nothing is waited for. */
  const sendLast = (): void => {
    const verdict = verdictLeft();
    failedScore = undefined;
    const last = farewell ?? terminated(setting, said(), spent());
    const isSaid = farewell !== undefined;
    farewell = last;
    if (!recording) {
      queue.sendLast(isSaid ? [] : [last]);
      return;
    }
    const kept = keeper.current();
    const isArriving = ofStatements.state !== 'failed';
    const memo = isArriving
      ? { ...told, state: kept.state, failed: told.failed || verdict !== undefined }
      : kept;
    if (isSaid) {
      queue.sendLast([]);
      return;
    }
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
  const leave = async (): Promise<void> => {
    const verdict = verdictLeft();
    failedScore = undefined;
    if (verdict) tell(verdict, { failed: true });
    const arrived = await queue.finish();
    if (hasEnded()) return;
    const trouble = recording ? await keeper.finish() : undefined;
    if (hasEnded()) return;
    if (arrived) {
      // The last of all: a store takes nothing after it, not even a state.
      farewell = terminated(setting, said(), spent());
      queue.say(farewell);
      await queue.finish();
      if (hasEnded()) return;
    } else {
      sendLast();
    }
    end(ofStatements.state === 'failed' ? ofStatements.trouble : trouble);
  };
  const hasEnded = (): boolean => stage === 'ended';
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
      if (stage !== 'open' || !recording) return;
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
    hurry: keeper.hurry,
    close: (how) => {
      if (stage === 'ended' || (stage === 'leaving' && how === 'left')) return;
      if (stage === 'open') onEnd();
      if (how === 'left') {
        stage = 'leaving';
        void leave();
        return;
      }
      sendLast();
      end(undefined);
    },
    delivery: status.current,
    onDelivery: status.listen,
    conversation,
  };
}

/** A text as a JSON object; undefined where it is none. */
export function jsonObjectFrom(text: string): JsonObject | undefined {
  const value = jsonFrom(text);
  return isJsonObject(value) ? value : undefined;
}
