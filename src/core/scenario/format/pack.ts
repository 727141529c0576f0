/** pack.json, which lists what is handed out together, and lessons: short illustrated pages. */
import { z } from 'zod';
import { cueCategories, cueIds } from './cues.ts';
import { blockSchema } from './block.ts';
import { techniques } from './techniques.ts';
import { type Form, idSchema, localizedSchema, schemaAddress } from './text.ts';
import { actionKinds, channels, difficulties } from './vocabulary.ts';

const file = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\.json$/)
  .meta({
    form: {
      ja: 'my-inbox.json のようなファイル名（英小文字・数字・ハイフン）',
      en: 'a file name such as my-inbox.json (lower-case letters, digits, hyphens)',
    } satisfies Form,
  });
const share = z.number().min(0).max(1);
const explainedCues = z.array(z.enum(cueIds)).min(1).exactOptional().meta({
  description:
    'Cues it explains, its main ones first; a debrief about them links to it / 解説する着眼点。中心のものから順に。振り返りがこの講座へ案内する',
});
const world = z.enum(['shared', 'own']).exactOptional().meta({
  description:
    'Whose official facts the directory gives: shared = world/world.json, own = world.json in this folder; absent: none / 公式情報の一覧のもと。shared=world/world.json、own=このフォルダーの world.json。省略時は一覧なし',
});
const dealt = z.literal('named').exactOptional().meta({
  description:
    'named = rounds take messages from it only if they name this pack, as a test should be; absent: any round may / named=パックを指定したラウンドにだけ出題する（テスト用）。省略時はどのラウンドにも出る',
});
const actionTable = z.partialRecord(z.enum(actionKinds), share);

/** The schema of pack.json. */
export const packSchema = z
  .strictObject({
    $schema: schemaAddress,
    format: z.literal(1),
    id: idSchema,
    title: localizedSchema,
    description: localizedSchema,
    order: z.int().min(0).max(1_000).exactOptional().meta({
      description:
        'Place on the start page, lower first; absent: after those that have one / 開始画面での並び順（小さい順）。省略時は番号のあるパックの後ろ',
    }),
    author: z.string().max(100),
    licence: z.string().max(100),
    world,
    dealt,
    audiences: z
      .array(z.strictObject({ id: idSchema, name: localizedSchema }))
      .min(1)
      .max(10),
    scenarios: z.array(file).max(1_000).meta({
      description:
        'Files in scenarios/, in playing order; [] in a pack of drills or lessons alone / scenarios/ 内のファイル名（順番どおり）。ドリルや講座だけのパックでは []',
    }),
    drills: z
      .array(file)
      .max(100)
      .exactOptional()
      .meta({ description: 'Files in drills/ / drills/ 内のファイル名' }),
    lessons: z
      .array(file)
      .max(100)
      .exactOptional()
      .meta({ description: 'Files in lessons/ / lessons/ 内のファイル名' }),
    scoring: z
      .strictObject({
        weights: z
          .strictObject({ evidence: share, verdict: share, action: share })
          .refine((w) => Math.abs(w.evidence + w.verdict + w.action - 1) < 1e-9)
          .meta({ help: { ja: '配点の合計を 1 にしてください。', en: 'The weights must add up to 1.' } })
          .exactOptional(),
        points: z
          .strictObject({ phish: actionTable.exactOptional(), legitimate: actionTable.exactOptional() })
          .exactOptional(),
      })
      .exactOptional()
      .meta({ description: 'Changes to the default weights and action points / 配点の変更' }),
  })
  .meta({ id: 'Pack', title: 'Mikiwame pack, format 1' });

/** The schema of a lesson file. */
export const lessonSchema = z
  .strictObject({
    $schema: schemaAddress,
    format: z.literal(1),
    id: idSchema,
    title: localizedSchema,
    summary: localizedSchema,
    cues: explainedCues,
    body: z.array(blockSchema).min(1).max(60),
    covers: z
      .array(
        z
          .string()
          .regex(/^S\d{1,2}$/)
          .meta({ form: { ja: 'S1 のような事実番号', en: 'a fact number such as S1' } satisfies Form }),
      )
      .exactOptional(),
    author: z.string().max(100),
    licence: z.string().max(100),
  })
  .meta({ id: 'Lesson', title: 'Mikiwame lesson, format 1' });

/** The content of pack.json. */
export type Pack = z.infer<typeof packSchema>;
/** A lesson. */
export type Lesson = z.infer<typeof lessonSchema>;

const catalogueLineSchema = z.strictObject({
  id: idSchema,
  truth: z.enum(['phish', 'legitimate']),
  difficulty: z
    .enum(difficulties)
    .exactOptional()
    .meta({ description: 'By the Phish Scale; genuine mail has none / 正規のメールにはない' }),
  channel: z.enum(channels),
  families: z.array(z.enum(cueCategories)).max(cueCategories.length).meta({
    description:
      'Of the clues of a lure, or of what looks like a cue in genuine mail; each once / 着眼点の系統',
  }),
  technique: z.enum(techniques).exactOptional().meta({ description: 'What it practises / 手口' }),
  twin: idSchema
    .exactOptional()
    .meta({ description: 'Id of the counterpart, whichever of the two names it / 対のメッセージ' }),
  archetype: idSchema,
});

/**
 * The schema of content/index.json, which the start page lists. The build writes it; on a server, trainers may add
 * lines by hand.
 */
export const contentIndexSchema = z
  .strictObject({
    format: z.literal(1),
    packs: z
      .array(
        z.strictObject({
          id: idSchema,
          title: localizedSchema,
          description: localizedSchema,
          world,
          dealt,
          scoring: packSchema.shape.scoring,
          audiences: packSchema.shape.audiences.exactOptional(),
          scenarios: z
            .array(
              z.strictObject({
                id: idSchema,
                title: localizedSchema,
                messages: z.int().min(1),
                catalogue: z.array(catalogueLineSchema).max(60).exactOptional().meta({
                  description:
                    'What rounds are dealt from; without it the scenario is read for it / ラウンドを組むための一覧。省略時はシナリオを読む',
                }),
                drills: z.array(z.strictObject({ id: idSchema, title: localizedSchema })).exactOptional(),
              }),
            )
            .max(1_000),
          drills: z
            .array(z.strictObject({ id: idSchema, title: localizedSchema, cues: explainedCues }))
            .max(100)
            .exactOptional(),
          lessons: z
            .array(
              z.strictObject({
                id: idSchema,
                title: localizedSchema,
                summary: localizedSchema,
                cues: explainedCues,
              }),
            )
            .max(100),
        }),
      )
      .max(200),
  })
  .meta({ id: 'ContentIndex', title: 'Mikiwame content index, format 1' });

/** One line of the catalogue. It contains the truth, so none of it is shown before the answer. */
export type CatalogueLine = z.infer<typeof catalogueLineSchema>;
/** The content of content/index.json. */
export type ContentIndex = z.infer<typeof contentIndexSchema>;
