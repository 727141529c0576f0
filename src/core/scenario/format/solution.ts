/** Everything that must not be drawn before the answer: truth, clues, decoys, best action, lesson. */
import { z } from 'zod';
import { techniques } from './techniques.ts';
import { actionKinds, difficulties } from './vocabulary.ts';
import { anchorSchema } from './anchor.ts';
import { cueSchema, type Form, idSchema, localizedSchema } from './text.ts';

const weight = z
  .enum(['decisive', 'strong', 'soft'])
  .meta({ description: 'decisive 3, strong 2, soft 1 / 決め手3・強い2・弱い1' });

const clueSchema = z
  .strictObject({
    id: idSchema,
    cue: cueSchema,
    fact: idSchema.meta({
      description: 'The fact this clue proves; several clues may prove one / この手がかりが示す事実',
    }),
    anchor: anchorSchema,
    only: z.enum(['ja', 'en']).exactOptional().meta({
      description:
        'The clue exists in this language alone; its fact then needs another clue too / この言語だけの手がかり',
    }),
    explanation: localizedSchema,
  })
  .meta({ id: 'Clue', description: 'A sign that the message is phishing / 手がかり' });

const decoySchema = z
  .strictObject({
    id: idSchema,
    cue: cueSchema.exactOptional(),
    anchor: anchorSchema,
    weighs: z.literal('nothing').exactOptional().meta({
      description: 'Makes it a myth: flagging it neither costs nor gains / 俗説（減点も加点もしない）',
    }),
    explanation: localizedSchema,
  })
  .meta({
    id: 'Decoy',
    description: 'Honest though it looks odd; with "weighs": "nothing" a myth / まぎらわしい点・俗説',
  });

const reassuranceSchema = z
  .strictObject({ id: idSchema, anchor: anchorSchema, explanation: localizedSchema })
  .meta({ id: 'Reassurance', description: 'What speaks for the message / 安心材料' });

const actionKind = z.enum(actionKinds).meta({
  description:
    'follow: as the message asks, through it; own-way: the same business by a bookmark, an app or a known number; verify: through a contact of the directory; verifyWithin: through the number or address in the message itself / follow=メールのとおりにする、own-way=ブックマークやアプリなど自分の入り口から行う、verify=台帳の連絡先で確認、verifyWithin=メール内の連絡先で確認',
});

const premiseElement = z.union([z.literal(0), z.literal(2), z.literal(4), z.literal(6), z.literal(8)]);
const premiseSchema = z
  .strictObject({
    audience: idSchema,
    process: premiseElement.meta({
      description: 'Copies a process of their workplace / 職場の手続きに似ている',
    }),
    relevance: premiseElement.meta({ description: 'Pertinent to their work / 仕事に関係がある' }),
    events: premiseElement.meta({ description: 'Fits current events / 時事に合っている' }),
    consequence: premiseElement.meta({ description: 'Not clicking feels costly / 応じないと困りそう' }),
    exposure: premiseElement.meta({
      description: 'They were trained or warned about it (subtracted) / 訓練・注意喚起済み（引く）',
    }),
    difficulty: z.enum(difficulties).exactOptional().meta({
      description:
        'How hard it is for this audience, where that is another than "difficulty" / この対象者にとっての難易度。"difficulty" と違うときだけ書く',
    }),
  })
  .meta({
    id: 'Premise',
    description: 'Premise alignment for one audience, NIST TN 2276 / 対象者ごとの前提の合い方',
  });

/** The schema of the public source behind a lure. */
export const sourceSchema = z.strictObject({
  text: localizedSchema.meta({ description: 'Where it comes from and what was changed / 出典と変更点' }),
  covers: z
    .array(
      z
        .string()
        .regex(/^(?:S\d{1,2}|R(?:[1-9]|1[0-5]))$/)
        .meta({
          form: {
            ja: 'S1 のような事実番号か R1 のような手順番号',
            en: 'a fact number such as S1 or a step number such as R1',
          } satisfies Form,
        }),
    )
    .exactOptional()
    .meta({
      description:
        'Facts of the seed article, S1 to S99; response steps, R1 to R15 / 元記事の事実番号（S）、対応手順の番号（R1〜R15）',
    }),
});

const differenceSchema = z
  .strictObject({
    here: anchorSchema.meta({ description: 'Where in this message / このメッセージの箇所' }),
    there: anchorSchema.meta({ description: 'Where in its twin / 対のメッセージの箇所' }),
    text: localizedSchema.meta({
      description: 'What differs, and what that tells / 何が違い、何が分かるか',
    }),
  })
  .meta({
    id: 'Difference',
    description: 'A place in a message beside the same in its twin / 対のメッセージとの違い1つ',
  });

const solutionParts = {
  archetype: idSchema.meta({ description: 'The kind of message; lures and twins share it / メールの型' }),
  twin: idSchema
    .exactOptional()
    .meta({ description: 'Id of the counterpart message in the same scenario / 対になるメッセージの id' }),
  differences: z.array(differenceSchema).min(1).max(8).exactOptional().meta({
    description:
      'Where the two differ, in reading order; needs "twin", and one of the two suffices / 対のメッセージとの違い。"twin" が必要。どちらか一方に書けばよい',
  }),
  best: z
    .strictObject({ action: actionKind, reason: localizedSchema })
    .meta({ description: 'What to do in real life, and why / 最善の対応とその理由' }),
  points: z
    .partialRecord(actionKind, z.number().min(0).max(1))
    .exactOptional()
    .meta({ description: 'Overrides of the action table for this message, 0 to 1 / 対応の得点の上書き' }),
  technique: z.enum(techniques).exactOptional().meta({
    description:
      'The trick this message practises, where it is another than its clues show / この1通で練習する手口。手がかりから決まるものと違うときだけ書く',
  }),
  consequence: z
    .strictObject({
      right: localizedSchema.meta({ description: 'After a right verdict / 正しく判定したとき' }),
      wrong: localizedSchema.meta({ description: 'After a wrong verdict / 判定を誤ったとき' }),
    })
    .exactOptional()
    .meta({
      description:
        'What came of the answer in the world of the story, one line each with a time / その後どうなったか。時刻つきで1行ずつ',
    }),
  decoys: z.array(decoySchema).max(40),
  lesson: localizedSchema.meta({ description: 'What to take away, one or two sentences / 学び' }),
  source: sourceSchema,
};

const phishSolution = z.strictObject({
  truth: z.literal('phish'),
  facts: z
    .array(z.strictObject({ id: idSchema, weight, title: localizedSchema }))
    .min(1)
    .max(20),
  clues: z.array(clueSchema).min(1).max(40),
  premise: z.array(premiseSchema).min(1).max(10),
  difficulty: z.enum(difficulties).meta({
    description: 'As computed by the Phish Scale for the first audience / フィッシュスケールの難易度',
  }),
  pull: localizedSchema.exactOptional().meta({
    description:
      'Why sensible people follow this very lure, and what breaks the pull at that moment; one or two sentences / 引き込まれる理由。多くの人がなぜ応じてしまうのか、何がその流れを止めるのか。1〜2文',
  }),
  ...solutionParts,
});
const legitimateSolution = z.strictObject({
  truth: z.literal('legitimate'),
  reassurances: z.array(reassuranceSchema).min(1).max(20),
  ...solutionParts,
});
/** The schema of a solution, by truth. */
export const solutionSchema = z.discriminatedUnion('truth', [phishSolution, legitimateSolution]).meta({
  id: 'Solution',
  description:
    'What the message is and why; never shown before the answer / 正解と解説。回答前には使われない',
});

/** How much a fact counts. */
export type Weight = z.infer<typeof weight>;
/** A clue: here is a cue, and it speaks for phishing. */
export type Clue = z.infer<typeof clueSchema>;
/** A decoy: honest, although it looks like a cue. */
export type Decoy = z.infer<typeof decoySchema>;
/** A reassurance: something that speaks for the message. */
export type Reassurance = z.infer<typeof reassuranceSchema>;
/** How well the pretext fits an audience, rated as in NIST TN 2276. */
export type Premise = z.infer<typeof premiseSchema>;
/** One difference between a message and its twin. */
export type Difference = z.infer<typeof differenceSchema>;
/** The solution of a lure. */
export type PhishSolution = z.infer<typeof phishSolution>;
/** The solution of a message. */
export type Solution = z.infer<typeof solutionSchema>;
/** What a message is: `phish` or `legitimate`. */
export type Truth = Solution['truth'];
