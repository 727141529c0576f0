import { useEffect, useState } from 'react';
import type { Outcome } from '../core/scenario/problem.ts';
import type { Scenario } from '../core/scenario/schema.ts';
import DrillScreen from '../game/DrillScreen.tsx';
import { useLanguage } from '../i18n/setup.ts';
import { readScenario } from './content.ts';
import ProblemScreen from './ProblemScreen.tsx';
import type { Route } from './route.ts';

interface DrillPlaceProps {
  readonly route: Extract<Route, { screen: 'drill' }>;
  readonly onLeave: () => void;
}

/** Fetches a scenario for one of its drills. */
export default function DrillPlace({ route, onLeave }: DrillPlaceProps) {
  const { t } = useLanguage();
  const [loaded, setLoaded] = useState<Outcome<Scenario>>();
  useEffect(
    () => void readScenario(route.pack, route.scenario).then(setLoaded),
    [route.pack, route.scenario],
  );
  if (loaded === undefined) return <p className="waiting">{t('app.loading')}</p>;
  if (!loaded.ok) return <ProblemScreen problems={loaded.problems} onLeave={onLeave} />;
  const drill = loaded.value.drills?.find(({ id }) => id === route.drill);
  if (drill === undefined) return <p className="waiting">{t('problem.notHere')}</p>;
  return <DrillScreen drill={drill} onLeave={onLeave} />;
}
