import { useEffect, useState } from 'react';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import LureScreen from '../../explain/LureScreen.tsx';
import { inboxRound } from '../../core/round/played-message.ts';
import { useSentences } from '../../i18n/setup.ts';
import { assetsOf, readScenario } from '../../packs/content.ts';
import ProblemScreen from '../shell/ProblemScreen.tsx';
import type { Route } from '../route.ts';

interface TeachPlaceProps {
  readonly route: Extract<Route, { screen: 'teach' }>;
  readonly content: Outcome<ContentIndex> | undefined;
  readonly onGo: (route: Route) => void;
}

/** Fetches the scenario of one message to explain it. */
export default function TeachPlace({ route, content, onGo }: TeachPlaceProps) {
  const { t } = useSentences('teach');
  const [loaded, setLoaded] = useState<Outcome<Scenario>>();
  useEffect(
    () => void readScenario(route.pack, route.scenario).then(setLoaded),
    [route.pack, route.scenario],
  );
  if (loaded === undefined) return <p className="waiting" />;
  if (!loaded.ok) {
    return <ProblemScreen problems={loaded.problems} onLeave={() => onGo({ screen: 'start' })} />;
  }
  const scoring = content?.ok ? content.value.packs.find(({ id }) => id === route.pack)?.scoring : undefined;
  const pack = { id: route.pack, ...(scoring && { scoring }) };
  const { messages } = inboxRound(loaded.value, { pack, assets: assetsOf(route.pack) });
  const played = messages.find(({ message: { id } }) => id === route.message);
  const practise = (): void =>
    onGo({
      screen: 'round',
      parameters: [
        ['mode', 'training'],
        ['packs', route.pack],
        ['length', '4'],
      ],
    });
  if (played === undefined) {
    return (
      <main className="sheet">
        <p role="alert">{t('missing')}</p>
        <p className="missing-way">
          <button type="button" className="button main" onClick={practise}>
            {t('start')}
          </button>
        </p>
      </main>
    );
  }
  return <LureScreen played={played} onPractise={practise} />;
}
