/**
 * A round being played: its moves, which are stored, and what is open on screen. Everything else is computed from
 * them.
 */
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
import type { Source } from '../core/engine/sources.ts';
import type { Ink } from '../core/scenario/format/vocabulary.ts';
import type { Truth } from '../core/scenario/format/solution.ts';
import type { Round } from '../core/round/played-message.ts';

/** The state of a round: its moves, and what is on screen. */
export interface GameState {
  readonly moves: readonly Move[];
  /** The id of the open message, if any. */
  readonly open: string | undefined;
  readonly folder: Folder;
  /** The ink chosen for a message, where it is not to follow the verdict. */
  readonly inks: ReadonlyMap<string, Ink>;
  /** Whether the player asked for the result. */
  readonly finished: boolean;
}

/** A folder of the mail client. */
export type Folder = 'inbox' | 'reported' | 'deleted';

/**
 * What happened in a round, for persistence, LMS and sound. `moved`: the player made these moves in this tab.
 * `replaced`: the moves are now those of another tab, which `added` these moves, or none if it restarted the round.
 */
export type GameEvent =
  | { readonly kind: 'moved'; readonly made: readonly Move[] }
  | { readonly kind: 'replaced'; readonly added: readonly Move[] }
  | { readonly kind: 'opened'; readonly message: string | undefined }
  | { readonly kind: 'finished' };

/** A round being played, with everything a player can do. */
export interface Game extends Round {
  readonly store: StoreApi<GameState>;
  /** Calls a listener after each event, once the store has changed. Returns a function that unsubscribes. */
  readonly onEvent: (listener: (event: GameEvent) => void) => () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly openMessage: (message: string | undefined) => void;
  readonly openFolder: (folder: Folder) => void;
  /** Flags a region in the ink in hand, takes back a flag of the same ink, or changes the ink. */
  readonly toggleFlag: (message: string, region: string) => void;
  /** Takes an ink for a message, which then no longer follows the verdict. */
  readonly chooseInk: (message: string, ink: Ink) => void;
  /** Notes that a source was looked at; once is enough. */
  readonly look: (message: string, source: Source) => void;
  readonly judge: (message: string, verdict: Truth, confidence: number) => void;
  readonly act: (message: string, action: Action) => void;
  readonly submit: (message: string) => void;
  readonly takeHint: (message: string) => void;
  readonly giveReason: (message: string, reason: Reason) => void;
  readonly extendTime: () => void;
  /** Stores the current time, for a later page that resumes the round; does nothing without a timer. */
  readonly noteTime: () => void;
  /** Closes every message that is not answered yet. */
  readonly endTime: () => void;
  readonly finish: () => void;
  /** Replaces the moves by those that another tab made in the same round. */
  readonly replaceMoves: (moves: readonly Move[]) => void;
}

interface GameOptions {
  /** The moves of a resumed round. */
  readonly moves?: readonly Move[];
  /** Where the player left it: at its result if nothing was open and everything is answered. */
  readonly left?: { readonly open: string | undefined };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A round, from its beginning or resumed after its moves. */
export function createGame(round: Round, { moves = [], left, now }: GameOptions): Game {
  const { messages } = round;
  const store = createStore<GameState>()(() => beginning(round, moves, left));
  const listeners = new Set<(event: GameEvent) => void>();
  const tell = (event: GameEvent): void => {
    for (const listener of listeners) listener(event);
  };
  /** Changes the store once, so that the screen renders once, then sends the events, moves first. */
  const change = (made: readonly Move[], next: Partial<Omit<GameState, 'moves'>> = {}): void => {
    const before = store.getState();
    store.setState({ ...next, ...(made.length > 0 && { moves: [...before.moves, ...made] }) });
    const { open, finished } = store.getState();
    if (made.length > 0) tell({ kind: 'moved', made });
    if (open !== before.open) tell({ kind: 'opened', message: open });
    if (finished && !before.finished) tell({ kind: 'finished' });
  };
  const make = (move: Move): void => change([move]);
  return {
    ...round,
    now,
    store,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    openMessage: (message) => {
      const isNew = message !== undefined && !isOpened(message, store.getState().moves);
      change(isNew ? [{ kind: 'open', message, at: now() }] : [], { open: message, finished: false });
    },
    openFolder: (folder) => change([], { folder, open: undefined, finished: false }),
    toggleFlag: (message, region) => {
      const state = store.getState();
      const answer = answerTo(message, state.moves);
      const ink = inkInHand(message, state);
      const at = now();
      if (answer.flags.get(region) === ink) make({ kind: 'unflag', message, region, at });
      else make({ kind: 'flag', message, region, ink, at });
    },
    chooseInk: (message, ink) =>
      store.setState({ inks: new Map([...store.getState().inks, [message, ink]]) }),
    look: (message, source) => {
      const answer = answerTo(message, store.getState().moves);
      if (isClosed(answer) || answer.looked?.has(source) === true) return;
      make({ kind: 'look', message, source, at: now() });
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
      change(
        unanswered.map(({ message: { id } }): Move => ({ kind: 'expire', message: id, at: now() })),
        { finished: true, open: undefined },
      );
    },
    finish: () => change([], { finished: true, open: undefined }),
    replaceMoves: (replacing) => {
      const { moves: before } = store.getState();
      const isBegunAgain = replacing.length < before.length;
      store.setState({ moves: replacing, ...(isBegunAgain && { open: undefined, finished: false }) });
      tell({ kind: 'replaced', added: isBegunAgain ? [] : replacing.slice(before.length) });
    },
  };
}

function beginning({ messages }: Round, moves: readonly Move[], left: GameOptions['left']): GameState {
  const isIn = messages.some(({ message: { id } }) => id === left?.open && isOpened(id, moves));
  const open = isIn ? left?.open : undefined;
  const isOver = [...answersOf(messages, moves).values()].every(isClosed);
  return {
    moves,
    open,
    folder: 'inbox',
    inks: chosenInks(moves),
    finished: left !== undefined && open === undefined && isOver,
  };
}

/**
 * The inks in hand that follow no verdict, as far as the moves of a resumed round show it: once a flag had another ink
 * than the verdict of that moment speaks for, the player had chosen, and the last flag tells what.
 */
function chosenInks(moves: readonly Move[]): ReadonlyMap<string, Ink> {
  const inks = new Map<string, Ink>();
  const verdicts = new Map<string, Truth>();
  for (const move of moves) {
    if (move.kind === 'judge') verdicts.set(move.message, move.verdict);
    if (move.kind !== 'flag' || move.ink === undefined) continue;
    if (inks.has(move.message) || move.ink !== inkOf(verdicts.get(move.message)))
      inks.set(move.message, move.ink);
  }
  return inks;
}

/** The ink that speaks for a verdict; doubt before there is one. */
export const inkOf = (verdict: Truth | undefined): Ink => (verdict === 'legitimate' ? 'trust' : 'doubt');

/** The ink of the next flag: the chosen one, otherwise the one that speaks for the verdict. */
export const inkInHand = (message: string, { inks, moves }: GameState): Ink =>
  inks.get(message) ?? inkOf(answerTo(message, moves).verdict);

/** Whether a message was opened before. Rounds stored by earlier versions show it by other moves. */
export const isOpened = (message: string, moves: readonly Move[]): boolean =>
  moves.some((move) => move.message === message && move.kind !== 'extend' && move.kind !== 'expire');

/** The folder of a message after its answer. */
export function folderOf(answer: Answer | undefined): Folder {
  if (answer === undefined || !answer.submitted) return 'inbox';
  if (answer.action.kind === 'report') return 'reported';
  return answer.action.kind === 'delete' ? 'deleted' : 'inbox';
}
