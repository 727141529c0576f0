/** Which screen for which route. */
import type { ReactNode } from 'react';
import type { ContentIndex } from '../core/scenario/format/pack.ts';
import type { Memory } from '../device/memory.ts';
import type { Skin } from '../inbox/skin.ts';
import type { RoundTools } from '../play/InboxScreen.tsx';
import type { Packs } from '../packs/content.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { PlayPage } from './pages/PlayPage.tsx';
import type { Playing } from './pages/PlayedRound.tsx';
import type { AddressedRound } from './pages/round-of-address.ts';
import { StartScreen } from './pages/StartScreen.tsx';
import type { Parameters, Route } from './route.ts';
import type { Connection } from './session/connection.ts';
import type { RoundNote } from './shell/RoundNews.tsx';
import type { RoundProgress } from './shell/TopBar.tsx';
import { go } from './useRoute.ts';
import type { SettingsInUse } from './useSettings.ts';

const CertificatePage = lazyPart(() => import('./pages/CertificatePage.tsx'));
const DiagnosisPage = lazyPart(() => import('./pages/DiagnosisPage.tsx'));
const DraftRound = lazyPart(() => import('./pages/DraftRound.tsx'));
const DrillPage = lazyPart(() => import('./pages/DrillPage.tsx'));
const GroupPage = lazyPart(() => import('./pages/GroupPage.tsx'));
const LessonPage = lazyPart(() => import('./pages/LessonPage.tsx'));
const PlanPage = lazyPart(() => import('./plan/PlanPage.tsx'));
const ProgressPage = lazyPart(() => import('./pages/ProgressPage.tsx'));
const RoundPage = lazyPart(() => import('./pages/RoundPage.tsx'));
const SettingsScreen = lazyPart(() => import('./settings/SettingsScreen.tsx'));
const Studio = lazyPart(() => import('../studio/Studio.tsx'));
const TeachPage = lazyPart(() => import('./pages/TeachPage.tsx'));

/** What screens need from the page around them. */
export interface Surroundings extends SettingsInUse {
  readonly memory: Memory;
  /** The finished rounds, those included whose record was missing. */
  readonly records: Memory['records'];
  readonly packs: Packs;
  /** The index of packs, once it is there. */
  readonly content: ContentIndex | undefined;
  readonly connection: Connection;
  /** The settings of the only recorded round, if one is assigned, and the address at which it was played last. */
  readonly assigned: Parameters | undefined;
  readonly assignedHash: string | undefined;
  /** The look that the round fixes, otherwise the one in the settings. */
  readonly skin: Skin;
  readonly cameFrom: Route;
  /** Names in addresses that are not ours. */
  readonly foreign: readonly string[];
  readonly onProgress: (progress: RoundProgress | undefined) => void;
  readonly onTools: (tools: RoundTools | undefined) => void;
  readonly onNote: (note: RoundNote) => void;
  readonly onRound: (round: AddressedRound) => void;
}

type Name = Route['screen'];
type RouteTo = { readonly [Screen in Name]: Extract<Route, { screen: Screen }> };
type Screens = { readonly [Screen in Name]: (route: RouteTo[Screen], app: Surroundings) => ReactNode };

const start = (): void => go({ screen: 'start' });

const playing = ({
  memory,
  connection,
  settings,
  skin,
  keep,
  onProgress,
  onTools,
  onNote,
}: Surroundings): Playing => ({
  memory,
  reporter: connection.reporter,
  skin,
  hints: settings.hints,
  sound: settings.sound,
  onSound: (sound) => keep({ sound }),
  onProgress,
  onTools,
  onNote,
  onGo: go,
});

/** Whether the player came from a round or an explanation; then leaving the screen goes back there. */
const isWayBack = ({ cameFrom }: Surroundings): boolean => /^(play|round|drill|teach)$/.test(cameFrom.screen);

const screens: Screens = {
  start: (_, { packs, memory, connection, assignedHash }) => (
    <StartScreen
      index={packs.index}
      memory={memory}
      reporter={connection.reporter}
      assigned={assignedHash}
      onGo={go}
    />
  ),
  settings: (_, { settings, memory, keep, choose, replace, cameFrom }) => (
    <SettingsScreen
      settings={settings}
      memory={memory}
      onChange={keep}
      onLanguage={choose}
      onReplaced={replace}
      onLeave={() => go(cameFrom)}
    />
  ),
  play: (route, app) => (
    <PlayPage
      {...playing(app)}
      reporter={app.assigned === undefined ? app.connection.reporter : undefined}
      route={route}
      packs={app.packs}
      content={app.content}
    />
  ),
  round: (route, app) => (
    <RoundPage
      {...playing(app)}
      route={route}
      packs={app.packs}
      assigned={app.assigned}
      onKnown={app.onRound}
    />
  ),
  plan: (_, { packs }) => <PlanPage packs={packs} onGo={go} />,
  diagnosis: (_, { connection, memory, foreign }) => (
    <DiagnosisPage
      connection={connection}
      lasting={memory.loss === undefined}
      foreign={foreign}
      onLeave={start}
    />
  ),
  teach: (route, { packs }) => <TeachPage route={route} packs={packs} onGo={go} />,
  drill: (route, { packs, memory }) => (
    <DrillPage route={route} packs={packs} memory={memory} onLeave={start} />
  ),
  lesson: (route, app) => (
    // From a debrief the way out is the way back; the round and its open message are kept.
    <LessonPage route={route} packs={app.packs} onLeave={isWayBack(app) ? () => history.back() : start} />
  ),
  progress: (_, { records, memory }) => (
    <ProgressPage
      records={records}
      practice={memory.practice}
      onPractise={(parameters) => go({ screen: 'round', parameters })}
      onBegin={start}
      onGroup={() => go({ screen: 'group' })}
      onCertificate={(record) => go({ screen: 'certificate', record })}
    />
  ),
  certificate: (route, app) => (
    <CertificatePage
      route={route}
      records={app.records}
      // Back to the result, or to the progress page.
      onLeave={() => (isWayBack(app) ? history.back() : go({ screen: 'progress' }))}
    />
  ),
  group: (_, { packs }) => <GroupPage packs={packs} />,
  studio: ({ draft }, { packs, memory, settings, skin, keep, choose, onNote }) => (
    <Studio
      draft={draft}
      memory={memory}
      packs={packs}
      theme={settings.theme}
      onTheme={(theme) => keep({ theme })}
      onLanguage={choose}
      onDraft={(next) => go(next === undefined ? { screen: 'studio' } : { screen: 'studio', draft: next })}
      onLeave={start}
      play={(round) => (
        <DraftRound
          {...round}
          skin={skin}
          hints={settings.hints}
          sound={settings.sound}
          onSound={(sound) => keep({ sound })}
          onNote={onNote}
        />
      )}
    />
  ),
};

/** The screen of a route. */
export const screenOf = (route: Route, app: Surroundings): ReactNode => drawn(route.screen, route, app);

/** Typed so that the name and its route belong together. */
const drawn = <Screen extends Name>(name: Screen, route: RouteTo[Screen], app: Surroundings): ReactNode =>
  screens[name](route, app);
