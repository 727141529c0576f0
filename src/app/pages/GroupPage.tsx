import { useCallback } from 'react';
import { type HandedResult, messageKeyOf, scenarioKeyOf } from '../../core/record/result-code.ts';
import { titleOf } from '../../core/scenario/layout/headline.ts';
import { type Catalogue, catalogueKey } from '../../results/CohortView.tsx';
import GroupScreen from '../../results/GroupScreen.tsx';
import { LoadFailure } from '../../loading/load-once.ts';
import { TrainersNav } from '../shell/TrainersNav.tsx';
import type { Packs } from '../../packs/content.ts';

interface GroupPageProps {
  readonly packs: Packs;
}

/** Shows handed-in results together with the messages they are about. */
export default function GroupPage({ packs }: GroupPageProps) {
  const look = useCallback((results: readonly HandedResult[]) => catalogueOf(results, packs), [packs]);
  return (
    <GroupScreen look={look}>
      <TrainersNav current="group" />
    </GroupScreen>
  );
}

/** Fetches only the scenarios that occur in the results. */
async function catalogueOf(results: readonly HandedResult[], packs: Packs): Promise<Catalogue> {
  const content = await packs.index();
  // The part that shows the messages reports this and offers another attempt: without the index, all messages would look unknown.
  if (!content.ok) throw new LoadFailure('the list of content could not be read');
  const wanted = new Set(results.flatMap(({ messages }) => messages.map((message) => message.scenarioKey)));
  const places = content.value.packs
    .flatMap(({ id: pack, scenarios }) => scenarios.map(({ id }) => ({ pack, scenario: id })))
    .filter(({ pack, scenario }) => wanted.has(scenarioKeyOf(pack, scenario)));
  const found = await Promise.all(
    places.map(async ({ pack, scenario }) => {
      const outcome = await packs.scenario(pack, scenario);
      if (!outcome.ok) return [];
      return outcome.value.messages.map((message) => {
        const { id, solution } = message;
        const key = catalogueKey({
          scenarioKey: scenarioKeyOf(pack, scenario),
          messageKey: messageKeyOf(pack, scenario, id),
        });
        const facts = solution.truth === 'phish' ? solution.facts.map(({ title }) => title) : [];
        return [key, { subject: titleOf(message), facts }] as const;
      });
    }),
  );
  return new Map(found.flat());
}
