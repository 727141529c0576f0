import { useCallback } from 'react';
import { openMemory } from '../../device/memory.ts';
import type { Packs } from '../../packs/content.ts';
import { useAsked, useSettled } from '../../ui/asked.tsx';
import { LoadingScreen } from '../../ui/Loaded.tsx';
import { roundKey } from '../session/round-key.ts';
import { PlayPage } from './PlayPage.tsx';
import type { Playing } from './PlayedRound.tsx';

interface DraftRoundProps extends Pick<Playing, 'skin' | 'hints' | 'sound' | 'onSound' | 'onNote'> {
  /** The packs of the page with the draft in place of its own. */
  readonly packs: Packs;
  readonly pack: string;
  readonly scenario: string;
  readonly onLeave: () => void;
}

/** Plays a draft from the beginning. Its rounds are no rounds of the player: they have a memory of their own, and no LMS hears of them. */
export default function DraftRound({ packs, pack, scenario, onLeave, ...playing }: DraftRoundProps) {
  const { promise } = useAsked(
    useCallback(async () => {
      const route = { screen: 'play', pack, scenario } as const;
      const memory = await openMemory(() => undefined, 'draft-rounds');
      await memory.forgetRound(roundKey(route));
      return { memory, route };
    }, [pack, scenario]),
  );
  const ready = useSettled(promise);
  if (ready === undefined) return <LoadingScreen />;
  return (
    <PlayPage
      {...playing}
      {...ready}
      packs={packs}
      content={undefined}
      reporter={undefined}
      onProgress={nothing}
      onTools={nothing}
      onGo={onLeave}
    />
  );
}

const nothing = (): void => undefined;
