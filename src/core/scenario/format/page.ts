/** Links, and the mock pages behind them. */
import { z } from 'zod';
import { bodySchema } from './block.ts';
import { idSchema, localizedSchema, momentSchema } from './text.ts';

const certificateSchema = z.strictObject({
  issuer: z.string().max(100),
  names: z.array(z.string().max(253)).min(1).max(20),
  issued: momentSchema,
});

/** The schema of a mock page. */
export const pageSchema = z
  .strictObject({
    id: idSchema,
    url: z.string().min(1).max(2_000),
    title: localizedSchema,
    certificate: certificateSchema
      .exactOptional()
      .meta({ description: 'Absent: the page is plain http / 省略時は http' }),
    body: bodySchema,
    outcome: localizedSchema.meta({
      description:
        'What would have happened to someone who typed or followed / 入力・操作した場合に起きること',
    }),
    firstAid: localizedSchema.meta({
      description: 'What to do in the next ten minutes / 直後の10分ですること',
    }),
    next: idSchema.exactOptional().meta({
      description: 'Id of the page that comes after this one was answered / 操作したあとに続くページの id',
    }),
  })
  .meta({ id: 'Page', description: 'A mock web page a link leads to / リンク先の模擬ページ' });

/** The schema of a link. */
export const linkSchema = z
  .strictObject({ id: idSchema, url: z.string().min(1).max(2_000), page: idSchema.exactOptional() })
  .meta({ id: 'Link', description: 'A link target; shown, never opened / リンク先。表示のみで開かない' });

/** A mock page. */
export type MockPage = z.infer<typeof pageSchema>;
