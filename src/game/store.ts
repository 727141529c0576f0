/** A round being played: the moves, which are kept, and what is open on screen. Everything else is computed from them. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Action, type Answer, answerTo, type Move } from '../core/engine/answer.ts';
import type { Pack } from '../core/scenario/pack.ts';
import type { Message, Scenario, SealedMessage, Truth } from '../core/scenario/schema.ts';

export interface GameState {
  readonly moves: readonly Move[];
  /** The open message, if one is. */
  readonly open: string | undefined;
  readonly folder: Folder;
  /** Whether the player asked for the round's result. */
  readonly finished: boolean;
}

export type Folder = 'inbox' | 'reported' | 'deleted';

export interface Game {
  readonly scenario: Scenario;
  /** The messages as they may be drawn before they are answered. */
  readonly sealed: readonly SealedMessage[];
  readonly store: StoreApi<GameState>;
  /** What the pack changes of the scoring. */
  readonly pack: Pick<Pack, 'scoring'>;
  readonly openMessage: (message: string | undefined) => void;
  readonly openFolder: (folder: Folder) => void;
  readonly toggleFlag: (message: string, region: string) => void;
  readonly judge: (message: string, verdict: Truth, confidence: number) => void;
  readonly act: (message: string, action: Action) => void;
  readonly submit: (message: string) => void;
  readonly finish: () => void;
}

interface GameOptions {
  /** The moves of a round that goes on. */
  readonly moves?: readonly Move[];
  readonly pack?: Pick<Pack, 'scoring'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A round through one scenario, from its beginning or from where its moves left it. */
export function createGame(scenario: Scenario, { moves = [], pack = {}, now }: GameOptions): Game {
  const store = createStore<GameState>()(() => ({
    moves,
    open: undefined,
    folder: 'inbox',
    finished: false,
  }));
  const make = (move: Move): void => {
    store.setState({ moves: [...store.getState().moves, move] });
  };
  return {
    scenario,
    sealed: scenario.messages.map(seal),
    store,
    pack,
    openMessage: (message) => store.setState({ open: message, finished: false }),
    openFolder: (folder) => store.setState({ folder, open: undefined, finished: false }),
    toggleFlag: (message, region) => {
      const flagged = answerTo(message, store.getState().moves).flags.has(region);
      make({ kind: flagged ? 'unflag' : 'flag', message, region, at: now() });
    },
    judge: (message, verdict, confidence) => make({ kind: 'judge', message, verdict, confidence, at: now() }),
    act: (message, action) => make({ kind: 'act', message, action, at: now() }),
    submit: (message) => make({ kind: 'submit', message, at: now() }),
    finish: () => store.setState({ finished: true, open: undefined }),
  };
}

/** A message without its solution, so that nothing drawn from it can tell. */
function seal(message: Message): SealedMessage {
  const { solution: _, ...sealed } = message;
  return sealed;
}

/** The answers to all messages of a scenario so far. */
export function answersOf(scenario: Scenario, moves: readonly Move[]): ReadonlyMap<string, Answer> {
  return new Map(scenario.messages.map(({ id }) => [id, answerTo(id, moves)]));
}

/** Where a message lies after its answer. */
export function folderOf(answer: Answer | undefined): Folder {
  if (answer === undefined || !answer.submitted) return 'inbox';
  if (answer.action.kind === 'report') return 'reported';
  return answer.action.kind === 'delete' ? 'deleted' : 'inbox';
}
