import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ContentIndex } from '../core/scenario/format/pack.ts';
import type { Outcome } from '../core/scenario/read/problem.ts';
import { LessonShelf } from '../explain/lesson-shelf.ts';
import { type WorldSource, WorldSourceContext } from '../inbox/directory/world-source.ts';
import { otherLanguage, type Language } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { type Progress, TopBar } from './shell/TopBar.tsx';
import { assetsOf, onKeptCopy, type ReadFailure } from '../packs/content.ts';
import type { Memory } from '../device/memory.ts';
import type { Mistake } from './parameters.ts';
import { type FirstScenario, PlayPlace } from './pages/PlayPage.tsx';
import { hashOf, type Parameters, type Route, routeOf } from './route.ts';
import type { RoundNote } from './shell/RoundNews.tsx';
import type { RoundFrame } from './pages/RoundPage.tsx';
import { applySettings, type Settings } from '../device/settings.ts';
import { shelvedLessons } from './pages/shelved-lessons.ts';
import type { Loss } from '../device/connection.ts';
import { hashLeft } from './session/first-place.ts';
import type { Sitting } from './session/session.ts';
import { useDelivery } from './session/useDelivery.ts';
import { StartScreen } from './pages/StartScreen.tsx';
import { isUntouched, useUpdate } from './useUpdate.ts';
import { LastingContext } from '../ui/lasting.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/Loaded.tsx';

const CertificatePlace = lazyPart(() => import('./pages/CertificatePage.tsx'));
const DiagnosisPlace = lazyPart(() => import('./pages/DiagnosisPage.tsx'));
const DrillPlace = lazyPart(() => import('./pages/DrillPage.tsx'));
const GroupPlace = lazyPart(() => import('./pages/GroupPage.tsx'));
const LessonPlace = lazyPart(() => import('./pages/LessonPage.tsx'));
const LmsBar = lazyPart(() => import('./session/LmsBar.tsx'));
const PlanPlace = lazyPart(() => import('./plan/PlanPage.tsx'));
const RoundNews = lazyPart(() => import('./shell/RoundNews.tsx'));
const RoundPlace = lazyPart(() => import('./pages/RoundPage.tsx'));
const SettingsScreen = lazyPart(() => import('./settings/SettingsScreen.tsx'));
const ProgressPlace = lazyPart(() => import('./pages/ProgressPage.tsx'));
const SiteNews = lazyPart(() => import('./shell/SiteNews.tsx'));
const TeachPlace = lazyPart(() => import('./pages/TeachPage.tsx'));

interface AppProps {
  readonly memory: Memory;
  /** Who records, and the page around the frame, as found when the page began. */
  readonly sitting: Sitting;
  readonly firstSettings: Settings;
  readonly mistakes: readonly Mistake[];
  /** Names in the address of the page that are not ours. */
  readonly foreign?: readonly string[];
  /** The settings of the round that is assigned, where one is: of all rounds only it is recorded. */
  readonly assigned?: Parameters | undefined;
  /** The title that the package was given; the game's own where there is none. */
  readonly title?: string | undefined;
  readonly index: Promise<Outcome<ContentIndex>>;
  /** The scenario of the first route, already on its way. */
  readonly first: FirstScenario | undefined;
  readonly onMemoryLost: (tell: (loss: Loss | undefined) => void) => void;
  /** Calls its argument once another version of the game than this page's is ready. */
  readonly onNewVersion: (tell: () => void) => void;
  readonly changeLanguage: (language: Language) => Promise<void>;
}

/** Which screen for which route, under one bar. */
export function App({
  memory,
  sitting: firstSitting,
  firstSettings,
  mistakes,
  foreign: firstForeign,
  assigned,
  title,
  index,
  first,
  onMemoryLost,
  onNewVersion,
  changeLanguage,
}: AppProps) {
  const { t, language } = useLanguage();
  const [sitting, setSitting] = useState(firstSitting);
  const [route, setRoute] = useState<Route>(() => routeOf(location.hash));
  const [content, setContent] = useState<Outcome<ContentIndex>>();
  const [settings, setSettings] = useState(firstSettings);
  const [cameFrom, setCameFrom] = useState<Route>({ screen: 'start' });
  // The route as it is shown: a round settles its own without a change of place.
  const shown = useRef(route);
  useEffect(() => {
    shown.current = route;
  }, [route]);
  const [lost, setLost] = useState<Loss>();
  const [progress, setProgress] = useState<Progress>();
  const answered = useRef(0);
  useEffect(() => {
    answered.current = progress?.done ?? 0;
  }, [progress]);
  const [warned, setWarned] = useState(mistakes);
  const [told, setTold] = useState<readonly RoundNote[]>([]);
  const [frame, setFrame] = useState<RoundFrame>();
  const [foreign, setForeign] = useState<readonly string[]>(firstForeign ?? []);
  // Of the round on screen, once it is known; and where the assigned one was played last.
  const [counted, setCounted] = useState<boolean>();
  const [assignedAt, setAssignedAt] = useState<string>();
  const [kept, setKept] = useState<ReadFailure>();

  useEffect(() => {
    const follow = (): void => {
      setCameFrom(shown.current);
      setRoute(routeOf(location.hash));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(
    () =>
      firstSitting.late?.((found) => {
        setSitting(found);
        void hashLeft(found.teller?.leftAt, assigned).then((left) => {
          // What was answered meanwhile goes on and is told; what was only looked at gives way to the round that was left.
          if (left !== undefined && answered.current === 0) location.hash = left;
        });
      }),
    [firstSitting, assigned],
  );
  useEffect(() => onMemoryLost(setLost), [onMemoryLost]);
  useEffect(() => onKeptCopy(setKept), []);
  useEffect(() => void index.then(setContent), [index]);
  useEffect(() => {
    document.title = title ?? t('app.title');
  }, [t, title]);

  const go = (next: Route): void => {
    location.hash = hashOf(next);
  };
  useEffect(() => applySettings(settings), [settings]);
  // By the change alone: what was chosen while something else was on its way stays chosen.
  const keep = (change: Partial<Settings>): void => {
    setSettings((before) => ({ ...before, ...change }));
    void memory.keepSettings(change);
  };
  const speak = (next: Language): void => {
    void changeLanguage(next).then(() => keep({ language: next }));
  };
  const start = (): void => go({ screen: 'start' });
  /** Whether something explained, or a round, was left for the screen that is open now. */
  const wayBack = /^(play|round|drill|teach)$/.test(cameFrom.screen);
  const playing = route.screen === 'play' || route.screen === 'round';
  const update = useUpdate(onNewVersion, {
    screen: route.screen,
    isOver: playing && progress !== undefined && progress.done === progress.count,
    isKept: () => memory.loss === undefined,
    isUntouched: () => isUntouched(window),
    reload: () => location.reload(),
  });
  const skin = (route.screen === 'round' ? frame?.skin : undefined) ?? settings.skin;
  const single = route.screen === 'round' && frame?.languages?.length === 1;
  const takeFrame = (next: RoundFrame): void => {
    setFrame(next);
    const [first] = next.languages ?? [];
    if (first !== undefined && !next.languages?.includes(language)) void changeLanguage(first);
  };
  const worldSource = useCallback<WorldSource>(
    (assets) => import('../packs/pack-world.ts').then(({ packWorld }) => packWorld(content, assets)),
    [content],
  );
  const shelf = useMemo(() => (content?.ok ? shelvedLessons(content.value) : []), [content]);

  const { session, trouble, host } = sitting;
  const delivery = useDelivery(session);
  const ended = delivery.state === 'ended';
  useEffect(
    () =>
      host?.onMessage((message) => {
        if (message.type === 'language') speak(message.language);
        if (message.type === 'theme') keep({ theme: message.theme });
      }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- both only set, so the first ones serve as well as the last
    [host],
  );
  // Where the last of it did not arrive, the learner is first offered to save it.
  const returnTo = delivery.state === 'ended' && !delivery.trouble ? session.launch.returnTo : undefined;
  useEffect(() => {
    if (returnTo !== undefined) location.assign(returnTo);
  }, [returnTo]);
  // A page around the frame shows for itself what it was told.
  const recorded =
    trouble !== undefined || (session.standard !== 'standalone' && session.standard !== 'frame');
  const assignedHash = assigned && (assignedAt ?? hashOf({ screen: 'round', parameters: assigned }));
  const aside = sitting.teller !== undefined && session.launch.mode === 'normal' && isAside();
  const lmsBar = (recorded || aside) && (
    <Loaded>
      <LmsBar
        sitting={sitting}
        aside={aside ? { assigned: assignedHash } : undefined}
        lastRecord={() => sitting.teller?.lastRecord()}
        onDiagnosis={() => go({ screen: 'diagnosis' })}
      />
    </Loaded>
  );
  if (ended) return lmsBar;

  return (
    <>
      <TopBar
        progress={playing ? progress : undefined}
        language={language}
        fixedLanguage={single}
        theme={settings.theme}
        skin={playing ? skin : undefined}
        onSkin={(chosen) => {
          setFrame((round) => round && { ...round, skin: undefined });
          keep({ skin: chosen });
        }}
        onHome={route.screen === 'start' || route.screen === 'settings' ? undefined : start}
        onSettings={route.screen === 'settings' ? undefined : () => go({ screen: 'settings' })}
        onLanguage={() => speak(otherLanguage(language))}
        onTheme={(theme) => keep({ theme })}
      />
      {lmsBar}
      <div className="notices" role="status">
        {lost && <Notice text={t(`notice.memoryLost.${lost}`)} onClose={() => setLost(undefined)} />}
        {warned.length > 0 && (
          <Notice
            text={warned.map((mistake) => t(`notice.parameter.${mistake.kind}`, { ...mistake })).join(' ')}
            onClose={() => setWarned([])}
          />
        )}
        {(kept !== undefined || update.offered) && (
          <Loaded>
            <SiteNews
              kept={kept}
              onKeptClose={() => setKept(undefined)}
              newVersion={update.offered}
              onUpdate={() => location.reload()}
              onUpdateClose={update.close}
            />
          </Loaded>
        )}
        {told.length > 0 && (
          <Loaded>
            <RoundNews notes={told} onClose={() => setTold([])} />
          </Loaded>
        )}
      </div>
      <LastingContext value={lost === undefined && memory.loss === undefined}>
        <LessonShelf value={shelf}>
          <WorldSourceContext value={worldSource}>
            <Loaded key={hashOf(route)} what="screen" waiting>
              {screen()}
            </Loaded>
          </WorldSourceContext>
        </LessonShelf>
      </LastingContext>
    </>
  );

  /** Whether what is played on screen is not recorded, though somebody records. */
  function isAside(): boolean {
    if (route.screen === 'round') return counted === false;
    return route.screen === 'drill' || (route.screen === 'play' && assigned !== undefined);
  }

  function screen() {
    switch (route.screen) {
      case 'start':
        return (
          <StartScreen
            content={content}
            memory={memory}
            teller={sitting.teller}
            assigned={assignedHash}
            onGo={go}
          />
        );
      case 'settings':
        return (
          <SettingsScreen
            settings={settings}
            memory={memory}
            onChange={keep}
            onLanguage={speak}
            onReplaced={(next) => {
              setSettings(next);
              if (next.language !== undefined) void changeLanguage(next.language);
            }}
            onLeave={() => go(cameFrom)}
          />
        );
      case 'play':
        return (
          <PlayPlace
            key={`${route.pack}/${route.scenario}`}
            route={route}
            memory={memory}
            teller={assigned === undefined ? sitting.teller : undefined}
            content={content}
            first={first}
            assets={assetsOf(route.pack)}
            skin={settings.skin}
            hints={settings.hints}
            sound={settings.sound}
            onProgress={setProgress}
            onFinished={memory.keepRecord}
            onGo={go}
          />
        );
      case 'round':
        return (
          <RoundPlace
            key={hashOf(route)}
            route={route}
            memory={memory}
            teller={sitting.teller}
            assigned={assigned}
            content={content}
            skin={skin}
            hints={settings.hints}
            sound={settings.sound}
            onSettled={(settled) => {
              history.replaceState(null, '', hashOf(settled));
              setRoute(settled);
            }}
            onCounted={(now) => {
              setCounted(now);
              if (now) setAssignedAt(hashOf(route));
            }}
            onForeign={(names) => setForeign((before) => [...new Set([...before, ...names])].slice(0, 40))}
            onFrame={takeFrame}
            onTell={(notes) => setTold((before) => [...before, ...notes])}
            onProgress={setProgress}
            onFinished={memory.keepRecord}
            onGo={go}
          />
        );
      case 'diagnosis':
        return (
          <DiagnosisPlace
            sitting={sitting}
            lasting={memory.loss === undefined}
            foreign={foreign}
            onLeave={start}
          />
        );
      case 'plan':
        return <PlanPlace content={content} onGo={go} />;
      case 'teach':
        return <TeachPlace key={hashOf(route)} route={route} content={content} onGo={go} />;
      case 'drill':
        return <DrillPlace key={hashOf(route)} route={route} onLeave={start} />;
      case 'lesson':
        return (
          <LessonPlace
            key={hashOf(route)}
            route={route}
            assets={assetsOf(route.pack)}
            // From a debrief the way out is the way back; the round and its open message are kept.
            onLeave={wayBack ? () => history.back() : start}
          />
        );
      case 'progress':
        return (
          <ProgressPlace
            records={memory.records}
            onPractise={(parameters) => go({ screen: 'round', parameters })}
            onBegin={start}
            onGroup={() => go({ screen: 'group' })}
            onCertificate={(record) => go({ screen: 'certificate', record })}
          />
        );
      case 'certificate':
        return (
          <CertificatePlace
            route={route}
            records={memory.records}
            // To the result it was asked for on, else to all of them.
            onLeave={() => (wayBack ? history.back() : go({ screen: 'progress' }))}
          />
        );
      case 'group':
        return <GroupPlace content={content} />;
    }
  }
}

function Notice({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <p className="notice-bar">
      <span>{text}</span>
      <button type="button" className="button small" onClick={onClose}>
        {t('app.close')}
      </button>
    </p>
  );
}
