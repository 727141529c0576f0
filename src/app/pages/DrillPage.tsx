import { useCallback } from 'react';
import { assessDrill } from '../../core/engine/drill/drill.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import { isFields } from '../../core/scenario/read/from-outside.ts';
import type { Drill } from '../../core/scenario/format/drill.ts';
import type { Memory } from '../../device/memory.ts';
import type { FinishedDrill } from '../../device/saved-data.ts';
import DrillScreen, { type DrillAnswer } from '../../drill/DrillScreen.tsx';
import { useLanguage } from '../../i18n/setup.ts';
import { asked } from '../../loading/browser.ts';
import type { Packs } from '../../packs/content.ts';
import { useAsked } from '../../ui/asked.tsx';
import { drillKey } from '../drill-key.ts';
import type { DrillRoute } from '../route.ts';
import { NothingHere } from './NothingHere.tsx';
import { ReadScreen } from './ReadScreen.tsx';

interface DrillPageProps {
  readonly route: DrillRoute;
  readonly packs: Packs;
  readonly memory: Memory;
  readonly onLeave: () => void;
}

/** Fetches a drill, or the scenario that contains it, and stores its result. */
export default function DrillPage({ route, packs, memory, onLeave }: DrillPageProps) {
  const { t } = useLanguage();
  const reading = useAsked(useCallback(() => drillAt(route, packs), [route, packs]));
  return (
    <ReadScreen asked={reading} onLeave={onLeave}>
      {(drill) =>
        drill === undefined ? (
          <NothingHere text={t('problem.notHere')} action={t('app.back')} onAction={onLeave} />
        ) : (
          <DrillScreen
            drill={drill}
            answered={answerFrom(history.state)}
            onAnswer={(answer) => {
              // Kept in this history entry only: going back from a lesson shows the debrief, a new visit the drill.
              asked(() => history.replaceState(answer ? { drill: answer } : null, ''), undefined);
              if (answer) void memory.keepDrill(finishedDrill(route, drill, answer));
            }}
            onLeave={onLeave}
          />
        )
      }
    </ReadScreen>
  );
}

const finishedDrill = (
  route: DrillRoute,
  drill: Drill,
  { order = [], choices }: DrillAnswer,
): FinishedDrill => ({
  key: drillKey(route),
  score: assessDrill(drill, order, choices).score,
  at: Date.now(),
});

async function drillAt(
  { pack, scenario, drill }: DrillRoute,
  packs: Packs,
): Promise<Outcome<Drill | undefined>> {
  if (scenario === undefined) return packs.drill(pack, drill);
  const read = await packs.scenario(pack, scenario);
  return read.ok ? { ...read, value: read.value.drills?.find(({ id }) => id === drill) } : read;
}

/** The answer to a drill in a history entry; undefined if its form is wrong. Unknown ids score nothing. */
function answerFrom(state: unknown): DrillAnswer | undefined {
  if (!isFields(state) || !isFields(state['drill'])) return undefined;
  const { choices, order } = state['drill'];
  if (!isIds(choices) || (order !== undefined && !isIds(order))) return undefined;
  return { choices, ...(order && { order }) };
}

const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= 40 && value.every((id) => typeof id === 'string');
