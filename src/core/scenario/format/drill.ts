/** A drill: what to do after the click, as ordered steps, along a timeline, or both. */
import { z } from 'zod';
import { cueIds } from './cues.ts';
import { sourceSchema } from './solution.ts';
import { idSchema, localizedSchema, schemaAddress } from './text.ts';

const optionParts = {
  id: idSchema,
  label: localizedSchema,
  explanation: localizedSchema.meta({
    description: 'Why it is worth that; shown afterwards / なぜそう言えるか。終わったあとに示す',
  }),
  next: idSchema.exactOptional().meta({
    description: 'Id of the turn it leads to; absent: the turns end / 次の場面の id。省略時は場面の終わり',
  }),
};
const consequence = localizedSchema.meta({
  description: 'What came of it, told on the next turn / 選んだ結果。次の場面で示す',
});

const optionSchema = z
  .discriminatedUnion('worth', [
    z.strictObject({
      ...optionParts,
      worth: z.enum(['best', 'weak']),
      consequence: consequence.exactOptional(),
    }),
    z.strictObject({ ...optionParts, worth: z.literal('harmful'), consequence }),
  ])
  .meta({
    id: 'Option',
    description:
      'Something to do on a turn. best: loses nothing; weak: half; harmful: one, and needs "consequence" / 場面での選択肢。best=最善、weak=次善、harmful=してはいけない（consequence が必要）',
  });

const turnSchema = z
  .strictObject({
    id: idSchema,
    minute: z.int().min(0).max(20_000).meta({
      description: 'Minutes since "since"; a turn leads to later ones only / "since" からの経過（分）',
    }),
    text: localizedSchema.meta({ description: 'What is known now / いま分かっていること' }),
    meanwhile: localizedSchema.meta({
      description: 'What the attacker does by now / そのころ攻撃者がしていること',
    }),
    options: z.array(optionSchema).min(2).max(6),
  })
  .meta({ id: 'Turn', description: 'One decision of a drill / ドリルの1場面' });

const timelineSchema = z
  .strictObject({
    since: localizedSchema.meta({
      description: 'What the clock counts from, “since the click” / 何からの経過か（「クリックしてから」）',
    }),
    turns: z.array(turnSchema).min(1).max(20).meta({
      description: 'The first is where it begins / 最初の場面から始まる',
    }),
  })
  .meta({
    id: 'Timeline',
    description: 'Turns that branch by what is chosen / 選択によって分かれる場面の流れ',
  });

const drillParts = {
  id: idSchema,
  title: localizedSchema,
  situation: localizedSchema,
  timeline: timelineSchema.exactOptional().meta({
    description: 'Decisions against the clock, before the steps / 手順の前に、時間を追って判断する場面',
  }),
  steps: z
    .array(
      z.strictObject({
        id: idSchema,
        label: localizedSchema,
        rank: z.int().min(1).max(20).exactOptional().meta({
          description:
            'Its place in the order; equal ranks may swap; absent: a step not to take / 順番。省略時は「してはいけないこと」',
        }),
        explanation: localizedSchema,
      }),
    )
    .min(3)
    .max(14)
    .exactOptional()
    .meta({ description: 'To be chosen and put in order / 選んで順番に並べる手順' }),
  meanwhile: z.array(localizedSchema).max(10).exactOptional().meta({
    description: 'What the attacker does meanwhile, after each step taken / その間に攻撃者がすること',
  }),
  cues: z.array(z.enum(cueIds)).min(1).exactOptional().meta({
    description:
      'Cues it turns on; its debrief links to lessons about them / 関わる着眼点。振り返りが、それを解説する講座へ案内する',
  }),
  lesson: localizedSchema,
  source: sourceSchema,
};

/** The schema of a drill inside a scenario. */
export const drillSchema = z.strictObject(drillParts).meta({
  id: 'Drill',
  description: 'It has happened: decide turn by turn, order the steps, or both / 事後対応ドリル',
});

/** The schema of a drill file. */
export const drillFileSchema = z
  .strictObject({
    $schema: schemaAddress,
    format: z.literal(1),
    ...drillParts,
    author: z.string().max(100),
    licence: z.string().max(100),
  })
  .meta({
    id: 'DrillFile',
    title: 'Mikiwame drill, format 1',
    description: 'A drill of a pack, in a file of its own / パックに置くドリル1つ',
  });

/** A drill. */
export type Drill = z.infer<typeof drillSchema>;
/** A drill in its own file. */
export type DrillFile = z.infer<typeof drillFileSchema>;
/** The turns of a drill, against the clock. */
export type Timeline = z.infer<typeof timelineSchema>;
/** One decision on a timeline. */
export type Turn = z.infer<typeof turnSchema>;
/** A choice on a turn. */
export type Option = z.infer<typeof optionSchema>;
