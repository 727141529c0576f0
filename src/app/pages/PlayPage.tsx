import { useEffect, useState } from 'react';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { RoundRecord } from '../../core/record/round-record.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { createGame, type Game } from '../../play/store.ts';
import { inboxRound } from '../../core/round/played-message.ts';
import { roundTime } from '../../play/game-clock.ts';
import { InboxScreen } from '../../play/InboxScreen.tsx';
import { useLanguage } from '../../i18n/setup.ts';
import { readScenario } from '../../packs/content.ts';
import type { Skin } from '../../inbox/skin.ts';
import type { Memory } from '../../device/memory.ts';
import { hashOf, type Route } from '../route.ts';
import { resumedRound, takeUpGame } from '../session/attach-round.ts';
import type { Teller } from '../session/lms-reporter.ts';
import type { Progress } from '../shell/TopBar.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

/** The scenario of the page's first route, already on its way. */
export interface FirstScenario {
  readonly route: Extract<Route, { screen: 'play' }>;
  readonly outcome: Promise<Outcome<Scenario>>;
}

const ProblemScreen = lazyPart(() => import('../shell/ProblemScreen.tsx'));

interface PlayPlaceProps {
  readonly route: Extract<Route, { screen: 'play' }>;
  readonly memory: Memory;
  readonly teller: Teller | undefined;
  readonly content: Outcome<ContentIndex> | undefined;
  readonly first: FirstScenario | undefined;
  readonly assets: string;
  readonly skin: Skin;
  /** Whether the player wants hints. */
  readonly hints: boolean;
  readonly sound: boolean;
  readonly onProgress: (progress: Progress | undefined) => void;
  /** Called when the player asks for the result of a round, and again if they do so twice. */
  readonly onFinished: (record: RoundRecord) => Promise<void>;
  readonly onGo: (route: Route) => void;
}

/** Joins a scenario, the moves kept of it, and the screen; every move is kept as it happens. */
export function PlayPlace({
  route,
  memory,
  teller,
  content,
  first,
  assets,
  skin,
  hints,
  sound,
  onProgress,
  onFinished,
  onGo,
}: PlayPlaceProps) {
  const { t } = useLanguage();
  const key = `${route.pack}/${route.scenario}`;
  const [loaded, setLoaded] = useState<Outcome<Scenario>>();
  const [game, setGame] = useState<Game>();
  const pack = content?.ok ? content.value.packs.find(({ id }) => id === route.pack) : undefined;

  useEffect(() => {
    let current = true;
    const early = first !== undefined && hashOf(first.route) === hashOf(route) ? first.outcome : undefined;
    void (early ?? readScenario(route.pack, route.scenario)).then((outcome) => {
      if (current) setLoaded(outcome);
    });
    return () => {
      current = false;
    };
  }, [route, first]);

  useEffect(() => {
    if (loaded === undefined || !loaded.ok || content === undefined) return undefined;
    const { value: scenario } = loaded;
    let current = true;
    let stop: (() => void) | undefined;
    const part = { id: route.pack, ...(pack?.scoring && { scoring: pack.scoring }) };
    const place = { memory, teller, hints, hash: hashOf(route), key };
    void resumedRound(inboxRound(scenario, { pack: part, assets }), place).then(({ round, moves, open }) => {
      if (!current) return;
      const next = createGame(round, { moves, now: roundTime({ key, moves, timed: false }) });
      stop = takeUpGame(next, { ...place, open, onProgress, onFinished });
      setGame(next);
    });
    return () => {
      current = false;
      stop?.();
      onProgress(undefined);
    };
  }, [loaded, content, memory, teller, hints, key, route, pack, assets, onProgress, onFinished]);

  const leave = (): void => onGo({ screen: 'start' });
  if (loaded !== undefined && !loaded.ok) {
    return (
      <Loaded waiting>
        <ProblemScreen problems={loaded.problems} onLeave={leave} />
      </Loaded>
    );
  }
  if (game === undefined) return <p className="waiting">{t('app.loading')}</p>;
  const again = (): void => {
    void memory.forgetRound(key).then(() => setLoaded((outcome) => outcome && { ...outcome }));
  };
  return (
    <InboxScreen
      game={game}
      skin={skin}
      sound={sound}
      onLeave={leave}
      onAgain={again}
      onPractise={(parameters) => onGo({ screen: 'round', parameters })}
      onProgress={() => onGo({ screen: 'progress' })}
      onCertificate={(record) => onGo({ screen: 'certificate', record })}
    />
  );
}
