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

/** Joins handed-in results with the content that says what their messages are. */
export default function GroupPage({ packs }: GroupPageProps) {
  const look = useCallback((results: readonly HandedResult[]) => catalogueOf(results, packs), [packs]);
  return (
    <GroupScreen look={look}>
      <TrainersNav current="group" />
    </GroupScreen>
  );
}

/** Only the scenarios that the results speak of are fetched. */
async function catalogueOf(results: readonly HandedResult[], packs: Packs): Promise<Catalogue> {
  const content = await packs.index();
  // Said by the part that shows the messages, with another attempt: without the list, all of them would look unknown.
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
