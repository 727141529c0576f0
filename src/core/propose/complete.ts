/** A message and its proposals → a message that can be played at once. Its author replaces the words and dismisses what is wrong. */
import type { Message, SealedMessage } from '../scenario/format/message.ts';
import type { PhishSolution, Solution, Truth } from '../scenario/format/solution.ts';
import type { Localized } from '../scenario/format/text.ts';
import type { Proposal } from './proposal.ts';

type CluesProposed = readonly Extract<Proposal, { kind: 'clue' }>[];

/** The words that an author has yet to write. */
const unwritten: Localized = { ja: 'ここに書いてください。', en: 'Write this.' };

/** The most clues and facts that a solution may have. */
const most = 20;

/** A message with the solution that its proposals make. */
export function completedMessage(
  message: SealedMessage,
  proposals: readonly Proposal[],
  truth: Truth,
): Message {
  const solution = truth === 'phish' ? phishSolution(proposals) : genuineSolution(proposals);
  return { ...message, solution };
}

const common = {
  archetype: 'imported',
  decoys: [],
  lesson: unwritten,
  source: {
    text: {
      ja: '届いたメールから作成。実在の名前は置き換えました。',
      en: 'Made from a real mail; real names were replaced.',
    },
  },
};

function phishSolution(proposals: readonly Proposal[]): Solution {
  const all = proposals.flatMap((proposal): CluesProposed => (proposal.kind === 'clue' ? [proposal] : []));
  const sure = all.filter(({ grade }) => grade !== 'guess');
  // In a lure, wording that presses is rightly a clue; guesses about headers are often wrong.
  const worded = all.filter(({ grade, rule }) => grade === 'guess' && rule === 'wording');
  const enough = [...sure, ...worded];
  const chosen = (enough.length > 0 ? enough : all).slice(0, most);
  const clues: CluesProposed = chosen.length > 0 ? chosen : [unknownClue];
  const found = new Set(clues.map(({ cue }) => cue));
  return {
    truth: 'phish',
    ...common,
    facts: [...found].map((cue) => ({
      id: cue,
      weight: strongest(clues.filter((clue) => clue.cue === cue).map(({ weight }) => weight)),
      title: clues.find((clue) => clue.cue === cue)?.explanation ?? unwritten,
    })),
    clues: clues.map(({ cue, anchor, explanation }, index) => ({
      id: `clue-${index + 1}`,
      cue,
      fact: cue,
      anchor,
      explanation,
    })),
    premise: [{ audience: 'office', process: 4, relevance: 4, events: 0, consequence: 4, exposure: 4 }],
    difficulty: 'moderate',
    best: {
      action: 'report',
      reason: { ja: '開かずに報告します。', en: 'Leave it closed and report it.' },
    },
  };
}

const unknownClue: CluesProposed[number] = {
  rule: 'unwritten',
  kind: 'clue',
  cue: 'sender-address',
  grade: 'guess',
  weight: 'soft',
  anchor: { field: 'fromAddress' },
  explanation: unwritten,
};

function strongest(weights: readonly PhishSolution['facts'][number]['weight'][]) {
  return (['decisive', 'strong'] as const).find((weight) => weights.includes(weight)) ?? 'soft';
}

function genuineSolution(proposals: readonly Proposal[]): Solution {
  const soothing = proposals.filter(({ kind }) => kind === 'reassurance').slice(0, most);
  return {
    truth: 'legitimate',
    ...common,
    reassurances: (soothing.length > 0
      ? soothing
      : [{ anchor: { field: 'fromAddress' as const }, explanation: unwritten }]
    ).map(({ anchor, explanation }, index) => ({ id: `reason-${index + 1}`, anchor, explanation })),
    best: { action: 'keep', reason: unwritten },
  };
}
