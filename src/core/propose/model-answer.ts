/** What a language model answered → proposals. Everything is checked; what does not fit is refused with a reason. */
import { z } from 'zod';
import { cueSchema, type Localized, sentenceSchema } from '../scenario/format/text.ts';
import { anchorAt } from '../scenario/layout/anchor-at.ts';
import { shown } from '../scenario/read/shown.ts';
import { type Analysed, givenFor } from './given.ts';
import { placesOf } from './prompt.ts';
import type { Proposal } from './proposal.ts';

/** In UTF-16 units: longer answers are refused unread. */
const longestAnswer = 200_000;

const sentence = sentenceSchema.max(400);
const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clue'), part: z.int(), cue: cueSchema, ja: sentence, en: sentence }),
  z.object({ kind: z.literal('reassurance'), part: z.int(), ja: sentence, en: sentence }),
]);
const answerSchema = z.object({ proposals: z.array(z.unknown()).max(60) });

/** Proposals of a model, all of them guesses, and what of its answer was refused. */
export interface ModelAnswer {
  readonly proposals: readonly Proposal[];
  readonly problems: readonly Localized[];
}

/** Reads an answer. Models often put words or a code fence around the JSON; these are passed over. */
export function modelAnswer(text: string, analysed: Analysed): ModelAnswer {
  const outcome = answerSchema.safeParse(jsonIn(text.slice(0, longestAnswer)));
  if (!outcome.success) {
    return {
      proposals: [],
      problems: [
        {
          ja: '返事に {"proposals": […]} の形の JSON がありません。もう一度、JSON だけで答えるよう頼んでください。',
          en: 'The answer holds no JSON of the form {"proposals": […]}. Ask again for JSON only.',
        },
      ],
    };
  }
  const given = givenFor(analysed);
  const keys = new Map(placesOf(given).map(({ number, key }) => [number, key]));
  const proposals: Proposal[] = [];
  const problems: Localized[] = [];
  for (const [index, value] of outcome.data.proposals.entries()) {
    const entry = entrySchema.safeParse(value);
    if (!entry.success) {
      problems.push(unfit(index, entry.error.issues[0]?.path.join('.') ?? ''));
      continue;
    }
    const { part, ja, en } = entry.data;
    const key = keys.get(part);
    const anchor = key === undefined ? undefined : anchorAt(key, given.layout);
    const word = judging.exec(`${ja} ${en}`)?.[0];
    if (anchor === undefined) problems.push(noPart(index, part));
    else if (word !== undefined) problems.push(judges(index, word));
    else
      proposals.push({
        ...finding(entry.data),
        grade: 'guess',
        anchor,
        explanation: { ja, en },
        rule: 'model',
      });
  }
  return { proposals, problems };
}

/** Words that pass a judgement which only the author may pass. */
const judging = /\bsafe\b|安全です|安心してください|間違いなく(?:本物|偽物)/i;

const finding = (entry: z.infer<typeof entrySchema>) =>
  entry.kind === 'clue'
    ? ({ kind: 'clue', cue: entry.cue, weight: 'soft' } as const)
    : ({ kind: 'reassurance' } as const);

/** The outermost object in a text. */
function jsonIn(text: string): unknown {
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')];
  try {
    return start < 0 || end < start ? undefined : JSON.parse(text.slice(start, end + 1));
  } catch {
    // The answer is not JSON; the caller says so.
    return undefined;
  }
}

const unfit = (index: number, field: string): Localized => ({
  ja: `提案 ${index + 1} は使えません：「${shown(field)}」が決まりと合いません。`,
  en: `Proposal ${index + 1} was left out: “${shown(field)}” does not fit.`,
});
const noPart = (index: number, part: number): Localized => ({
  ja: `提案 ${index + 1} は使えません：${part} 番の部分はありません。`,
  en: `Proposal ${index + 1} was left out: there is no part ${part}.`,
});
const judges = (index: number, word: string): Localized => ({
  ja: `提案 ${index + 1} は使えません：「${shown(word)}」と言い切っています。`,
  en: `Proposal ${index + 1} was left out: it says “${shown(word)}”, which is not for a clue to say.`,
});
