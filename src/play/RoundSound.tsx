import { lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import type { Game } from './store.ts';
import { useGame } from './useGame.ts';

const AskSound = lazyPart(() => import('./AskSound.tsx'));
const Sounds = lazyPart(() => import('./Sounds.tsx'));

/** Whether a round plays sounds. */
export interface SoundChoice {
  /** Undefined until the player was asked. */
  readonly sound?: boolean | undefined;
  /** Keeps the player's choice. Where it is absent, the game does not ask. */
  readonly onSound?: ((sound: boolean) => void) | undefined;
}

interface RoundSoundProps extends SoundChoice {
  readonly game: Game;
  /** Whether a message is open. On a phone the question stands beside the way back from it. */
  readonly isReading: boolean;
}

/** Plays the sounds of a round, or asks for them once the player has stamped. */
export function RoundSound({ game, sound, isReading, onSound }: RoundSoundProps) {
  const hasStamped = useGame(game, ({ moves }) => moves.some(({ kind }) => kind === 'flag'));
  if (sound) {
    return (
      <Loaded>
        <Sounds game={game} />
      </Loaded>
    );
  }
  if (sound !== undefined || onSound === undefined || !hasStamped || !isReading) return null;
  return (
    <Loaded>
      <AskSound onAnswer={onSound} />
    </Loaded>
  );
}
