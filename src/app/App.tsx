import { useCallback, useEffect, useState } from 'react';
import type { StorageLoss } from '../device/connection.ts';
import type { Memory } from '../device/memory.ts';
import type { Settings } from '../device/settings.ts';
import { DrillShelf } from '../explain/drill-shelf.ts';
import { LessonShelf } from '../explain/lesson-shelf.ts';
import { otherLanguage, type Language } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { WorldSourceContext } from '../inbox/directory/world-source.ts';
import type { RoundTools } from '../play/InboxScreen.tsx';
import type { Packs } from '../packs/content.ts';
import { type AllPacks, isOpened } from '../packs/opened.ts';
import { LastingContext } from '../ui/lasting.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import type { Mistake } from './parameters.ts';
import { hashOf, type Parameters, type Route } from './route.ts';
import type { RoundFrame } from './pages/round-of-address.ts';
import { screenOf } from './screens.tsx';
import { recordMissing } from './session/record-round.ts';
import type { Connection } from './session/connection.ts';
import { useConnection } from './session/useConnection.ts';
import { Notices } from './shell/Notices.tsx';
import { type RoundProgress, TopBar } from './shell/TopBar.tsx';
import { isUntouched, useUpdate } from './useUpdate.ts';
import { useAddressedRound } from './useAddressedRound.ts';
import { go, useRoute } from './useRoute.ts';
import { type SettingsInUse, useSettings } from './useSettings.ts';
import { useShelves } from './useShelves.ts';

const LmsBar = lazyPart(() => import('./session/LmsBar.tsx'));

/** What the page knows before the game is drawn. */
export interface AppProps {
  readonly memory: Memory;
  /** The LMS or record store and the page around the frame, as found at the start. */
  readonly connection: Connection;
  readonly firstSettings: Settings;
  readonly mistakes: readonly Mistake[];
  /** Parameters in the page's address that the game does not know. */
  readonly foreign?: readonly string[];
  /** The settings of the assigned round, if there is one. Then no other round is recorded. */
  readonly assigned?: Parameters | undefined;
  /** The title that the package was given; the game's own where there is none. */
  readonly title?: string | undefined;
  readonly packs: Packs & Partial<AllPacks>;
  readonly onMemoryLost: (tell: (loss: StorageLoss | undefined) => void) => void;
  /** Calls its argument once another version of the game than this page's is ready. */
  readonly onNewVersion: (tell: () => void) => void;
  readonly changeLanguage: (language: Language) => Promise<void>;
}

/** Draws the screen of the address below the top bar. */
export function App({ memory, assigned, title, mistakes, ...app }: AppProps) {
  const { t, language } = useLanguage();
  const { route, cameFrom, settle } = useRoute();
  const packs = 'pack' in route && isOpened(route.pack) ? (app.packs.fromFiles ?? app.packs) : app.packs;
  const [progress, setProgress] = useState<RoundProgress>();
  const [tools, setTools] = useState<RoundTools>();
  const { connection, isEnded } = useConnection(app.connection, assigned, packs, (progress?.done ?? 0) > 0);
  const preferences = useSettings(memory, app.firstSettings, app.changeLanguage);
  const { settings, keep, choose } = preferences;
  const lost = useLoss(app.onMemoryLost);
  const round = useAddressedRound(route, app.foreign ?? [], settle);
  const records = useCallback(async () => {
    await recordMissing(memory, packs);
    return memory.records();
  }, [memory, packs]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- tried again at every screen
  useEffect(() => void recordMissing(memory, packs), [memory, packs, route]);
  useEffect(() => {
    document.title = title ?? t('app.title');
  }, [t, title]);
  const { frame } = round;
  useWishes(connection, frame, preferences);
  const isPlaying = route.screen === 'play' || route.screen === 'round';
  const shelves = useShelves(packs, route, !isPlaying || progress !== undefined);
  const update = useUpdate(app.onNewVersion, {
    screen: route.screen,
    isOver: isPlaying && progress !== undefined && progress.done === progress.count,
    isKept: () => memory.loss === undefined,
    isUntouched: () => isUntouched(window),
    reload: () => location.reload(),
  });
  const assignedHash = assigned && (round.assignedAt ?? hashOf({ screen: 'round', parameters: assigned }));
  const isAside = connection.session.launch.mode === 'normal' && isUnrecorded(route, round, assigned);
  const isKept = lost !== 'blocked' && lost !== 'broken';
  const lmsBar = (
    <Recording connection={connection} isAside={isAside} assigned={assignedHash} isKept={isKept} />
  );
  if (isEnded) return lmsBar;
  const skin = frame?.skin ?? settings.skin;
  return (
    <>
      {/* The studio has a bar of its own, so that nobody mistakes it for a round. */}
      {route.screen !== 'studio' && (
        <TopBar
          progress={isPlaying ? progress : undefined}
          language={language}
          fixedLanguage={frame?.languages?.length === 1}
          settings={settings}
          tools={tools}
          skin={isPlaying ? skin : undefined}
          onSkin={(chosen) => {
            round.forgetSkin();
            keep({ skin: chosen });
          }}
          onHome={
            route.screen === 'start' || route.screen === 'settings'
              ? undefined
              : () => go({ screen: 'start' })
          }
          onSettings={route.screen === 'settings' ? undefined : () => go({ screen: 'settings' })}
          home={route.screen === 'start' ? undefined : hashOf({ screen: 'start' })}
          trainers={route.screen === 'start' ? hashOf({ screen: 'plan' }) : undefined}
          onLanguage={() => choose(otherLanguage(language))}
          onChange={keep}
        />
      )}
      {lmsBar}
      <Notices
        // The LMS bar says the same if nothing is recorded; one banner is enough.
        lost={connection.isHostMissing && !isKept ? undefined : lost}
        mistakes={mistakes}
        isUnspoken={preferences.isUnspoken}
        update={update}
        told={round.told}
        onToldClose={round.closeTold}
      />
      <LastingContext value={lost === undefined && memory.loss === undefined}>
        <LessonShelf value={shelves.lessons}>
          <DrillShelf value={shelves.drills}>
            <WorldSourceContext value={shelves.worlds}>
              <Loaded key={hashOf(route)} what="screen" waiting>
                {screenOf(route, {
                  ...preferences,
                  memory,
                  records,
                  packs,
                  content: shelves.content,
                  connection,
                  assigned,
                  assignedHash,
                  skin,
                  cameFrom,
                  foreign: round.foreign,
                  onProgress: setProgress,
                  onTools: setTools,
                  onNote: round.tell,
                  onRound: round.take,
                })}
              </Loaded>
            </WorldSourceContext>
          </DrillShelf>
        </LessonShelf>
      </LastingContext>
    </>
  );
}

/** Applies the language and theme that the embedding page asks for, and the language of a round that has only one. */
function useWishes(
  { host }: Connection,
  frame: RoundFrame | undefined,
  { keep, choose, speak }: SettingsInUse,
): void {
  const { language } = useLanguage();
  useEffect(
    () =>
      host?.onMessage((message) => {
        if (message.type === 'language') choose(message.language);
        if (message.type === 'theme') keep({ theme: message.theme });
      }),
    [host, choose, keep],
  );
  useEffect(() => {
    const [first] = frame?.languages ?? [];
    if (first !== undefined && !frame?.languages?.includes(language)) speak(first);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the round chooses the language only when it begins; afterwards the player does
  }, [frame]);
}

/** Why the device stores nothing; undefined if it does. */
function useLoss(onMemoryLost: AppProps['onMemoryLost']): StorageLoss | undefined {
  const [lost, setLost] = useState<StorageLoss>();
  useEffect(() => onMemoryLost(setLost), [onMemoryLost]);
  return lost;
}

/** Whether the round on screen is not recorded although an LMS is connected. */
function isUnrecorded(
  route: Route,
  { isCounted }: ReturnType<typeof useAddressedRound>,
  assigned: Parameters | undefined,
): boolean {
  if (route.screen === 'round') return isCounted === false;
  return route.screen === 'drill' || (route.screen === 'play' && assigned !== undefined);
}

interface RecordingProps {
  readonly connection: Connection;
  readonly isAside: boolean;
  /** The address of the assigned round, where there is one. */
  readonly assigned: string | undefined;
  /** Whether the device keeps the answers. */
  readonly isKept: boolean;
}

/** Says whether the LMS received the record, if there is an LMS. */
function Recording({ connection, isAside, assigned, isKept }: RecordingProps) {
  const { session, reporter, trouble } = connection;
  // An embedding page shows the result itself.
  const isRecorded =
    trouble !== undefined || (session.standard !== 'standalone' && session.standard !== 'frame');
  const aside = reporter !== undefined && isAside ? { assigned } : undefined;
  if (!isRecorded && aside === undefined) return null;
  return (
    <Loaded>
      <LmsBar
        connection={connection}
        aside={aside}
        lastRecord={() => reporter?.lastRecord()}
        isKept={isKept}
        onDiagnosis={() => go({ screen: 'diagnosis' })}
      />
    </Loaded>
  );
}
