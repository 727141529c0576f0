/** A round being played: the moves, which are kept, and what is open on screen. Everything else is computed from them. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Action,
  type Answer,
  answersOf,
  answerTo,
  isClosed,
  type Move,
  type Reason,
} from '../core/engine/answer.ts';
import type { Truth } from '../core/scenario/format/solution.ts';
import type { Round } from '../core/round/played-message.ts';

export interface GameState {
  readonly moves: readonly Move[];
  /** The open message, if one is. */
  readonly open: string | undefined;
  readonly folder: Folder;
  /** Whether the player asked for the round's result. */
  readonly finished: boolean;
}

export type Folder = 'inbox' | 'reported' | 'deleted';

export interface Game extends Round {
  readonly store: StoreApi<GameState>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly openMessage: (message: string | undefined) => void;
  readonly openFolder: (folder: Folder) => void;
  readonly toggleFlag: (message: string, region: string) => void;
  readonly judge: (message: string, verdict: Truth, confidence: number) => void;
  readonly act: (message: string, action: Action) => void;
  readonly submit: (message: string) => void;
  readonly takeHint: (message: string) => void;
  readonly giveReason: (message: string, reason: Reason) => void;
  readonly extendTime: () => void;
  /** Notes how late it is, for whoever takes the round up on another page; nothing where no time runs. */
  readonly noteTime: () => void;
  /** Closes every message that is not answered yet. */
  readonly endTime: () => void;
  readonly finish: () => void;
}

interface GameOptions {
  /** The moves of a round that goes on. */
  readonly moves?: readonly Move[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A round from its beginning or from where its moves left it. */
export function createGame(round: Round, { moves = [], now }: GameOptions): Game {
  const { messages } = round;
  const store = createStore<GameState>()(() => ({
    moves,
    open: undefined,
    folder: 'inbox',
    finished: false,
  }));
  const make = (...made: readonly Move[]): void => {
    store.setState({ moves: [...store.getState().moves, ...made] });
  };
  return {
    ...round,
    now,
    store,
    openMessage: (message) => {
      const made = store.getState().moves;
      const isNew = message !== undefined && !isOpened(message, made);
      store.setState({
        open: message,
        finished: false,
        ...(isNew && { moves: [...made, { kind: 'open', message, at: now() }] }),
      });
    },
    openFolder: (folder) => store.setState({ folder, open: undefined, finished: false }),
    toggleFlag: (message, region) => {
      const flagged = answerTo(message, store.getState().moves).flags.has(region);
      make({ kind: flagged ? 'unflag' : 'flag', message, region, at: now() });
    },
    judge: (message, verdict, confidence) => make({ kind: 'judge', message, verdict, confidence, at: now() }),
    act: (message, action) => make({ kind: 'act', message, action, at: now() }),
    submit: (message) => make({ kind: 'submit', message, at: now() }),
    takeHint: (message) => make({ kind: 'hint', message, at: now() }),
    giveReason: (message, reason) => make({ kind: 'reason', message, reason, at: now() }),
    extendTime: () => {
      const first = messages[0]?.message.id;
      if (first !== undefined) make({ kind: 'extend', message: first, at: now() });
    },
    noteTime: () => {
      const { moves: made, open } = store.getState();
      const [first] = made;
      const over = [...answersOf(messages, made).values()].every(isClosed);
      if (round.rules.timer === undefined || first === undefined || over) return;
      make({ kind: 'open', message: open ?? first.message, at: now() });
    },
    endTime: () => {
      const answers = answersOf(messages, store.getState().moves);
      const unanswered = messages.filter(({ message: { id } }) => !isClosed(answers.get(id)));
      make(...unanswered.map(({ message: { id } }): Move => ({ kind: 'expire', message: id, at: now() })));
      store.setState({ finished: true, open: undefined });
    },
    finish: () => store.setState({ finished: true, open: undefined }),
  };
}

/** Whether a message was looked at before; rounds kept by earlier versions tell it by what was done to it. */
export const isOpened = (message: string, moves: readonly Move[]): boolean =>
  moves.some((move) => move.message === message && move.kind !== 'extend' && move.kind !== 'expire');

/** Where a message lies after its answer. */
export function folderOf(answer: Answer | undefined): Folder {
  if (answer === undefined || !answer.submitted) return 'inbox';
  if (answer.action.kind === 'report') return 'reported';
  return answer.action.kind === 'delete' ? 'deleted' : 'inbox';
}
