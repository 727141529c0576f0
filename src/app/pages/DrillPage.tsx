import { useEffect, useState } from 'react';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import { isFields } from '../../core/scenario/read/from-outside.ts';
import type { Drill } from '../../core/scenario/format/drill.ts';
import DrillScreen, { type DrillAnswer } from '../../drill/DrillScreen.tsx';
import { useLanguage } from '../../i18n/setup.ts';
import { readDrill, readScenario } from '../../packs/content.ts';
import ProblemScreen from '../shell/ProblemScreen.tsx';
import type { DrillRoute } from '../route.ts';

interface DrillPlaceProps {
  readonly route: DrillRoute;
  readonly onLeave: () => void;
}

/** Fetches a drill, or the scenario that holds it. */
export default function DrillPlace({ route, onLeave }: DrillPlaceProps) {
  const { t } = useLanguage();
  const [loaded, setLoaded] = useState<Outcome<Drill | undefined>>();
  useEffect(() => void drillAt(route).then(setLoaded), [route]);
  if (loaded === undefined) return <p className="waiting">{t('app.loading')}</p>;
  if (!loaded.ok) return <ProblemScreen problems={loaded.problems} onLeave={onLeave} />;
  if (loaded.value === undefined) return <p className="waiting">{t('problem.notHere')}</p>;
  return (
    <DrillScreen
      drill={loaded.value}
      answered={answerFrom(history.state)}
      // In this entry of the history alone: the way back from a lesson leads to the debrief, a new visit to the drill.
      onAnswer={(answer) => history.replaceState(answer ? { drill: answer } : null, '')}
      onLeave={onLeave}
    />
  );
}

async function drillAt({ pack, scenario, drill }: DrillRoute): Promise<Outcome<Drill | undefined>> {
  if (scenario === undefined) return readDrill(pack, drill);
  const read = await readScenario(pack, scenario);
  return read.ok ? { ...read, value: read.value.drills?.find(({ id }) => id === drill) } : read;
}

/** What a page's history holds as the answer to a drill, if it can be one; ids the drill does not know count nothing. */
function answerFrom(state: unknown): DrillAnswer | undefined {
  if (!isFields(state) || !isFields(state['drill'])) return undefined;
  const { choices, order } = state['drill'];
  if (!isIds(choices) || (order !== undefined && !isIds(order))) return undefined;
  return { choices, ...(order && { order }) };
}

const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= 40 && value.every((id) => typeof id === 'string');
