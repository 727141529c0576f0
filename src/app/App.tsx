import { lazy, Suspense, useEffect, useState } from 'react';
import type { ContentIndex } from '../core/scenario/pack.ts';
import type { Outcome } from '../core/scenario/problem.ts';
import { otherLanguage, type Language } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { type Progress, TopBar } from './TopBar.tsx';
import { assetsOf } from './content.ts';
import type { Memory, Settings } from './memory.ts';
import type { Mistake } from './parameters.ts';
import { type FirstScenario, PlayPlace } from './PlayPlace.tsx';
import { recordsInMemory } from './records.ts';
import { hashOf, type Route, routeOf } from './route.ts';
import { StartScreen } from './StartScreen.tsx';

const CertificatePlace = lazy(() => import('./CertificatePlace.tsx'));
const DrillPlace = lazy(() => import('./DrillPlace.tsx'));
const GroupPlace = lazy(() => import('./GroupPlace.tsx'));
const LessonPlace = lazy(() => import('./LessonPlace.tsx'));
const ProgressPlace = lazy(() => import('./ProgressPlace.tsx'));

interface AppProps {
  readonly memory: Memory;
  readonly firstSettings: Settings;
  readonly mistakes: readonly Mistake[];
  readonly index: Promise<Outcome<ContentIndex>>;
  /** The scenario of the first route, already on its way. */
  readonly first: FirstScenario | undefined;
  readonly onMemoryLost: (tell: () => void) => void;
  readonly changeLanguage: (language: Language) => Promise<void>;
}

/** Which screen for which route, under one bar. */
export function App({
  memory,
  firstSettings,
  mistakes,
  index,
  first,
  onMemoryLost,
  changeLanguage,
}: AppProps) {
  const { t, language } = useLanguage();
  const [route, setRoute] = useState<Route>(() => routeOf(location.hash));
  const [content, setContent] = useState<Outcome<ContentIndex>>();
  const [settings, setSettings] = useState(firstSettings);
  const [lost, setLost] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [{ records, keep: keepRecord }] = useState(recordsInMemory);
  const [warned, setWarned] = useState(mistakes);

  useEffect(() => {
    const follow = (): void => setRoute(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => onMemoryLost(() => setLost(true)), [onMemoryLost]);
  useEffect(() => void index.then(setContent), [index]);
  useEffect(() => {
    document.title = t('app.title');
  }, [t]);

  const go = (next: Route): void => {
    location.hash = hashOf(next);
  };
  const keep = (next: Settings): void => {
    setSettings(next);
    void memory.keepSettings(next);
  };
  const start = (): void => go({ screen: 'start' });

  return (
    <>
      <TopBar
        progress={route.screen === 'play' ? progress : undefined}
        language={language}
        theme={settings.theme}
        skin={route.screen === 'play' ? settings.skin : undefined}
        onSkin={(skin) => keep({ ...settings, skin })}
        onHome={route.screen === 'start' ? undefined : start}
        onLanguage={() => {
          const next = otherLanguage(language);
          void changeLanguage(next).then(() => keep({ ...settings, language: next }));
        }}
        onTheme={(theme) => {
          if (theme === 'auto') delete document.documentElement.dataset['theme'];
          else document.documentElement.dataset['theme'] = theme;
          keep({ ...settings, theme });
        }}
      />
      <div className="notices" role="status">
        {lost && <Notice text={t('notice.memoryLost')} onClose={() => setLost(false)} />}
        {warned.length > 0 && (
          <Notice
            text={warned.map((mistake) => t(`notice.parameter.${mistake.kind}`, { ...mistake })).join(' ')}
            onClose={() => setWarned([])}
          />
        )}
      </div>
      <Suspense fallback={<p className="waiting">{t('app.loading')}</p>}>{screen()}</Suspense>
    </>
  );

  function screen() {
    switch (route.screen) {
      case 'start':
        return <StartScreen content={content} memory={memory} onGo={go} />;
      case 'play':
        return (
          <PlayPlace
            key={`${route.pack}/${route.scenario}`}
            route={route}
            memory={memory}
            content={content}
            first={first}
            assets={assetsOf(route.pack)}
            skin={settings.skin}
            onProgress={setProgress}
            onFinished={keepRecord}
            onGo={go}
          />
        );
      case 'drill':
        return <DrillPlace key={hashOf(route)} route={route} onLeave={start} />;
      case 'lesson':
        return (
          <LessonPlace key={hashOf(route)} route={route} assets={assetsOf(route.pack)} onLeave={start} />
        );
      case 'progress':
        return (
          <ProgressPlace
            records={records}
            onPractise={start}
            onBegin={start}
            onGroup={() => go({ screen: 'group' })}
            onCertificate={(record) => go({ screen: 'certificate', record })}
          />
        );
      case 'certificate':
        return (
          <CertificatePlace route={route} records={records} onLeave={() => go({ screen: 'progress' })} />
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
