import { useEffect, useState } from 'react';
import { practiceWeights } from '../../core/record/practice.ts';
import type { RoundRecord } from '../../core/record/round-record.ts';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import { InboxScreen } from '../../play/InboxScreen.tsx';
import { createGame, type Game } from '../../play/store.ts';
import type { Language } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { Skin } from '../../inbox/skin.ts';
import type { Memory } from '../../device/memory.ts';
import { roundTime } from '../../play/game-clock.ts';
import { isAssigned } from '../session/assigned-round.ts';
import { askedBy, dayInTokyo, dealRound, roundKey, settleRound, spareSeed } from './prepare-round.ts';
import type { RoundNote } from '../shell/RoundNews.tsx';
import { hashOf, type Parameters, type Route } from '../route.ts';
import { resumedRound, takeUpGame } from '../session/attach-round.ts';
import type { Teller } from '../session/lms-reporter.ts';
import type { Progress } from '../shell/TopBar.tsx';

type RoundRoute = Extract<Route, { screen: 'round' }>;

/** What a round fixes of the page around it. */
export interface RoundFrame {
  readonly languages: readonly Language[] | undefined;
  readonly skin: Skin | undefined;
}

interface RoundPlaceProps {
  readonly route: RoundRoute;
  readonly memory: Memory;
  readonly teller: Teller | undefined;
  /** The round that alone is recorded; absent where each is. */
  readonly assigned: Parameters | undefined;
  readonly content: Outcome<ContentIndex> | undefined;
  readonly skin: Skin;
  /** Whether the player wants hints where the round has them. */
  readonly hints: boolean;
  readonly sound: boolean;
  /** The same round with nothing left open, for the address bar. */
  readonly onSettled: (route: RoundRoute) => void;
  /** Tells whether this round is one that is recorded, where anybody records. */
  readonly onCounted: (counted: boolean) => void;
  /** Names in the address that are not ours. */
  readonly onForeign: (names: readonly string[]) => void;
  readonly onFrame: (frame: RoundFrame) => void;
  readonly onTell: (notes: readonly RoundNote[]) => void;
  readonly onProgress: (progress: Progress | undefined) => void;
  readonly onFinished: (record: RoundRecord) => unknown;
  readonly onGo: (route: Route) => void;
}

/** Settles, deals and plays a round that an address asks for; every move is kept as it happens. */
export default function RoundPlace({
  route,
  memory,
  teller,
  assigned,
  content,
  skin,
  hints,
  sound,
  onSettled,
  onCounted,
  onForeign,
  onFrame,
  onTell,
  onProgress,
  onFinished,
  onGo,
}: RoundPlaceProps) {
  const { t } = useSentences('round');
  const [game, setGame] = useState<Game>();
  const [attempt, setAttempt] = useState(0);
  const [isAssignedRound, setIsAssignedRound] = useState(false);
  const index = content?.ok ? content.value : undefined;
  const leave = (): void => onGo({ screen: 'start' });

  useEffect(() => {
    if (index === undefined) return undefined;
    const state: { current: boolean; stop?: () => void } = { current: true };
    const start = async (): Promise<void> => {
      const settled = await settleRound(route.parameters, {
        spareSeed,
        today: dayInTokyo(Date.now()),
        practiceWeights: async () => practiceWeights((await memory.practice()).cards, Date.now()),
      });
      if (!state.current) return;
      const told: readonly RoundNote[] = [
        ...settled.mistakes.map((text) => ({ kind: 'mistake', text }) as const),
        ...(settled.missing === undefined ? [] : [{ kind: 'noFile', name: settled.missing } as const]),
      ];
      if (settled.foreign.length > 0) onForeign(settled.foreign);
      const address: RoundRoute = { screen: 'round', parameters: settled.parameters };
      if (hashOf(address) !== hashOf(route)) {
        onTell(told);
        onSettled(address);
        return;
      }
      const counted = assigned === undefined || isAssigned(settled.asked, (await askedBy(assigned)).asked);
      if (!state.current) return;
      onCounted(counted);
      setIsAssignedRound(assigned !== undefined && counted);
      onFrame({ languages: settled.asked.languages, skin: settled.asked.skin });
      // Whoever opens an address could lower the mark in it: a round that is recorded takes none from there.
      const { passMark: _, ...unmarked } = settled.asked;
      const isOpen = teller !== undefined && assigned === undefined;
      const dealt = await dealRound(isOpen ? unmarked : settled.asked, index);
      const place = {
        memory,
        teller: counted ? teller : undefined,
        hints,
        hash: hashOf(address),
        key: roundKey(settled.parameters),
      };
      const resumed = await resumedRound(dealt.round, place);
      if (!state.current) return;
      onTell([
        ...told,
        ...dealt.mistakes.map((text) => ({ kind: 'mistake', text }) as const),
        ...(dealt.broken > 0 ? [{ kind: 'broken', count: dealt.broken } as const] : []),
      ]);
      const { round, moves } = resumed;
      const timed = round.rules.timer !== undefined;
      const next = createGame(round, { moves, now: roundTime({ key: place.key, moves, timed }) });
      state.stop = takeUpGame(next, { ...place, open: resumed.open, onProgress, onFinished });
      setGame(next);
    };
    void start();
    return () => {
      state.current = false;
      state.stop?.();
      onProgress(undefined);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the functions only tell, so the first ones serve as well as the last; a change must not deal anew
  }, [route, index, memory, teller, assigned, attempt]);

  if (content?.ok === false) {
    return (
      <main className="sheet">
        <p role="alert">{t('shortage.nothing')}</p>
      </main>
    );
  }
  if (game === undefined) return <p className="waiting" />;
  if (game.messages.length === 0) {
    return (
      <main className="sheet">
        <h1>{t(`mode.${game.rules.mode}`)}</h1>
        <p role="alert">{t('shortage.nothing')}</p>
        <div className="dialog-actions">
          <button type="button" className="button main" onClick={leave}>
            {t('back')}
          </button>
        </div>
      </main>
    );
  }
  const again = (): void => {
    setGame(undefined);
    void memory.forgetRound(roundKey(route.parameters)).then(() => setAttempt((count) => count + 1));
  };
  // The day and an exam have one deal each; the other kinds have as many as there are seeds.
  const another = (): void => {
    const settings =
      isAssignedRound && assigned ? assigned : route.parameters.filter(([name]) => name !== 'weights');
    onGo({ ...route, parameters: settings.filter(([name]) => name !== 'seed') });
  };
  const repeatable = game.rules.mode === 'training' || game.rules.mode === 'practice';
  return (
    <InboxScreen
      game={game}
      skin={skin}
      sound={sound}
      onLeave={leave}
      onAgain={again}
      onAnother={repeatable ? another : undefined}
      onPractise={(parameters) => onGo({ screen: 'round', parameters })}
      onProgress={() => onGo({ screen: 'progress' })}
      onCertificate={(record) => onGo({ screen: 'certificate', record })}
    />
  );
}
