import { domainOf } from '../../../email/compose/authentication.ts';
import type { CueId } from '../../../scenario/format/cues.ts';
import { writerOf } from '../../../scenario/layout/headline.ts';
import type { PhishSolution } from '../../../scenario/format/solution.ts';
import { shown } from '../../../scenario/read/shown.ts';
import { isUnder, knownOrganizations } from '../../../scenario/world/organizations.ts';
import type { Rule } from '../../rule.ts';

/** Cues that say why a true address proves nothing: it was taken over, forged in full, or its service was abused. */
const admitting: ReadonlySet<CueId> = new Set([
  'thread-hijack',
  'failed-authentication',
  'changed-bank-details',
  'call-back-number',
  'consent-request',
]);
/** Names of kinds of lures that say so. */
const admittingArchetype = /hack|hijack|compromis|taken-over|abuse|spoof/;

/** A lure from a true domain of the world is one the player cannot tell by the sender, so its solution must say why. */
export const worldLure: Rule = {
  name: 'world-lure',
  severity: 'warning',
  summary: {
    ja: '公式ドメインから届くのに、その理由が解説されていないフィッシングメール',
    en: 'A lure from an official domain whose solution does not say why',
  },
  scope: 'scenario',
  check: ({ messages }, { world: filed }) => {
    if (filed === undefined) return [];
    const world = filed.value;
    const official = knownOrganizations(world).flatMap(({ domains }) => domains);
    return messages.flatMap((message, index) => {
      const { solution } = message;
      const { address = '', path = [] } = writerOf(message) ?? {};
      const host = domainOf(address);
      if (solution.truth !== 'phish' || !isUnder(host, official) || admits(solution)) return [];
      return [
        {
          path: ['messages', index, ...path],
          text: {
            ja: `フィッシングメールの差出人「${shown(host)}」は公式ドメインです。別の名前にするか、本物のアドレスでも信用できない理由の手がかり(${[...admitting].join('、')} のどれか)を書いてください。`,
            en: `The sender of this lure, “${shown(host)}”, is an official domain. Use another name, or add a clue that says why a true address proves nothing (one of ${[...admitting].join(', ')}).`,
          },
        },
      ];
    });
  },
};

function admits({ clues, archetype }: PhishSolution): boolean {
  return clues.some(({ cue }) => admitting.has(cue)) || admittingArchetype.test(archetype);
}
