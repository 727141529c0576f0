import { useEffect, useLayoutEffect, useState } from 'react';
import type { Round } from '../../core/round/played-message.ts';
import type { Memory } from '../../device/memory.ts';
import type { Skin } from '../../inbox/skin.ts';
import { roundTime } from '../../play/game-clock.ts';
import type { AfterRound } from '../../results/ResultScreen.tsx';
import { InboxScreen, type RoundTools } from '../../play/InboxScreen.tsx';
import { createGame, type Game } from '../../play/store.ts';
import { LoadingScreen } from '../../ui/Loaded.tsx';
import { replaceHash } from '../../loading/browser.ts';
import { hashOf, type Route, routeOf } from '../route.ts';
import { attachRound, resumedRound, type Resuming } from '../session/attach-round.ts';
import type { Reporter } from '../session/lms-reporter.ts';
import type { RoundNote } from '../shell/RoundNews.tsx';
import { roundKey, type RoundRoute } from '../session/round-key.ts';
import type { RoundProgress } from '../shell/TopBar.tsx';

/** What a round on screen needs, whether a scenario or a deal. */
export interface Playing {
  readonly memory: Memory;
  /** Reports to the LMS; undefined without one. */
  readonly reporter: Reporter | undefined;
  readonly skin: Skin;
  /** Whether the player wants hints, if the round offers them. */
  readonly hints: boolean;
  /** Whether the round plays sounds; undefined until the player was asked. */
  readonly sound: boolean | undefined;
  readonly onSound: (sound: boolean) => void;
  readonly onProgress: (progress: RoundProgress | undefined) => void;
  /** Called with what the bar's menu can open in the round. */
  readonly onTools: (tools: RoundTools | undefined) => void;
  readonly onGo: (route: Route) => void;
  /** Called with a note if stored moves could not be read. */
  readonly onNote: (note: RoundNote) => void;
}

interface PlayedRoundProps extends Playing {
  readonly round: Round;
  /** Its complete address. */
  readonly route: RoundRoute;
  /** Deals another round like this one; absent where there is no other. */
  readonly onAnother?: (() => void) | undefined;
  /** The inbox that comes next, if any. */
  readonly next?: AfterRound['next'];
}

/** Plays or resumes a round. Each move is stored and reported at once. */
export function PlayedRound(props: PlayedRoundProps) {
  const { memory, route } = props;
  const [times, setTimes] = useState(1);
  const again = async (): Promise<void> => {
    await memory.forgetRound(roundKey(route));
    setTimes((count) => count + 1);
  };
  return <ResumedRound key={times} {...props} onAgain={() => void again()} />;
}

interface ResumedRoundProps extends PlayedRoundProps {
  readonly onAgain: () => void;
}

function ResumedRound({ round, route, ...playing }: ResumedRoundProps) {
  const { memory, reporter, hints, onNote } = playing;
  const [key, hash] = [roundKey(route), hashOf(route)];
  const [game, setGame] = useState<Game>();
  useEffect(() => {
    let isCurrent = true;
    void resumedGame(round, { memory, reporter, hints, hash, key }).then(({ game: next, unread }) => {
      if (!isCurrent) return;
      setGame(next);
      if (unread > 0) onNote({ kind: 'unread', count: unread });
    });
    return () => {
      isCurrent = false;
    };
  }, [round, memory, reporter, hints, hash, key, onNote]);
  if (game === undefined) return <LoadingScreen />;
  return <AttachedGame game={game} place={{ hash, key }} {...playing} />;
}

async function resumedGame(given: Round, place: Resuming) {
  const { round, moves, open, unread } = await resumedRound(given, place);
  const timed = round.rules.timer !== undefined;
  const game = createGame(round, { moves, left: { open }, now: roundTime({ key: place.key, moves, timed }) });
  return { game, unread };
}

/** The message whose row was pressed before the game was there. */
function pressedRow(hash: string): string | undefined {
  const route = routeOf(location.hash);
  return route.screen === 'play' && hashOf(route) === hash ? route.message : undefined;
}

interface AttachedGameProps extends Playing {
  readonly game: Game;
  readonly place: { readonly hash: string; readonly key: string };
  readonly onAgain: () => void;
  readonly onAnother?: (() => void) | undefined;
  readonly next?: AfterRound['next'];
}

function AttachedGame({ game, place, skin, onAgain, onAnother, next, ...playing }: AttachedGameProps) {
  const { hash, key } = place;
  const { memory, reporter, sound, onSound, onProgress, onTools, onGo } = playing;
  // Before the first paint, so that the bar shows how far the round is from the beginning.
  useLayoutEffect(
    () => attachRound(game, { memory, reporter, hash, key, onProgress }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another reporter gets a new game
    [game, onProgress],
  );
  const [pressed] = useState(() => pressedRow(hash));
  useEffect(() => {
    if (pressed !== undefined) replaceHash(window, hash);
  }, [pressed, hash]);
  return (
    <InboxScreen
      game={game}
      pressed={pressed}
      skin={skin}
      sound={sound}
      onSound={onSound}
      onTools={onTools}
      onLeave={() => onGo({ screen: 'start' })}
      onAgain={onAgain}
      onAnother={onAnother}
      next={next}
      onPractise={(parameters) => onGo({ screen: 'round', parameters })}
      onProgress={() => onGo({ screen: 'progress' })}
      onCertificate={(record) => onGo({ screen: 'certificate', record })}
    />
  );
}
