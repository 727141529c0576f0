/** The address of a round → what is played there, or the same address with nothing left open. */
import { practiceWeights } from '../../core/record/practice.ts';
import type { Round } from '../../core/round/played-message.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import type { Memory } from '../../device/memory.ts';
import type { Language } from '../../i18n/language.ts';
import type { Skin } from '../../inbox/skin.ts';
import type { Packs } from '../../packs/content.ts';
import { hashOf, type Parameters, type Route } from '../route.ts';
import { isAssigned } from '../session/assigned-round.ts';
import type { RoundNote } from '../shell/RoundNews.tsx';
import {
  askedBy,
  dayInTokyo,
  dealRound,
  type SettledRound,
  settleRound,
  spareSeed,
} from './prepare-round.ts';

/** What a round fixes of the page around it. */
export interface RoundFrame {
  readonly languages: readonly Language[] | undefined;
  readonly skin: Skin | undefined;
}

/** A round as its address asks for it. */
export interface RoundAddress {
  readonly route: Extract<Route, { screen: 'round' }>;
  /** Invalid settings and missing files. */
  readonly notes: readonly RoundNote[];
  /** Parameters in it that a round does not have. */
  readonly foreign: readonly string[];
}

/** What is played at an address, or the complete address to play it at. */
export type AddressedRound =
  | ({ readonly kind: 'moved' } & RoundAddress)
  | ({
      readonly kind: 'dealt';
      readonly round: Round;
      readonly frame: RoundFrame;
      /** Whether this round is recorded, if there is a recorder. */
      readonly isCounted: boolean;
    } & RoundAddress);

interface Surroundings {
  readonly memory: Memory;
  readonly packs: Packs;
  /** The only round that is recorded; absent if every round is. */
  readonly assigned: Parameters | undefined;
  /** Whether anybody records. */
  readonly isRecording: boolean;
}

/** `moved` if the address left settings open: the round is played at the address with all settings. */
export async function roundOfAddress(
  parameters: Parameters,
  { memory, packs, assigned, isRecording }: Surroundings,
): Promise<Outcome<AddressedRound>> {
  const settled = await settleRound(parameters, packs, {
    spareSeed,
    today: dayInTokyo(Date.now()),
    practiceWeights: async () => practiceWeights((await memory.practice()).cards, Date.now()),
  });
  if (!settled.ok) return settled;
  const address = addressOf(settled.value);
  if (hashOf(address.route) !== hashOf({ screen: 'round', parameters })) {
    return { ...settled, value: { kind: 'moved', ...address } };
  }
  const [counted, content] = [assigned && (await askedBy(assigned, packs)), await packs.index()];
  if (counted?.ok === false) return counted;
  if (!content.ok) return content;
  const { asked } = settled.value;
  // A learner could lower the pass mark in the address, so a recorded round ignores it there.
  const { passMark: _, ...unmarked } = asked;
  const dealt = await dealRound(
    isRecording && assigned === undefined ? unmarked : asked,
    content.value,
    packs,
  );
  if (!dealt.ok) return dealt;
  const { round, mistakes, broken } = dealt.value;
  return {
    ...dealt,
    value: {
      kind: 'dealt',
      ...address,
      notes: [
        ...address.notes,
        ...mistakes.map((text) => ({ kind: 'mistake', text }) as const),
        ...(broken > 0 ? [{ kind: 'broken', count: broken } as const] : []),
      ],
      round,
      frame: { languages: asked.languages, skin: asked.skin },
      isCounted: counted === undefined || isAssigned(asked, counted.value.asked),
    },
  };
}

function addressOf({ parameters, mistakes, missing, foreign }: SettledRound): RoundAddress {
  return {
    route: { screen: 'round', parameters },
    notes: [
      ...mistakes.map((text) => ({ kind: 'mistake', text }) as const),
      ...(missing === undefined ? [] : [{ kind: 'noFile', name: missing } as const]),
    ],
    foreign,
  };
}
