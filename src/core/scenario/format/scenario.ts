/**
 * Scenario format 1. Types, checks, the editors' JSON Schema and the trainers' reference are derived from this one
 * definition.
 *
 * Within format 1 only new optional fields and new members of a union are allowed. Any other change is format 2 and
 * needs a migration. Every description is "English / 日本語"; editors show it.
 */
import { z } from 'zod';
import { mailboxKinds } from './vocabulary.ts';
import { drillSchema } from './drill.ts';
import { messageSchema } from './message.ts';
import { sourceSchema } from './solution.ts';
import {
  addressSchema,
  hostNameSchema,
  idSchema,
  localizedSchema,
  momentSchema,
  schemaAddress,
} from './text.ts';

/** The most messages in one scenario. */
export const mostMessages = 60;

const contactSchema = z
  .strictObject({
    id: idSchema,
    name: localizedSchema,
    role: localizedSchema,
    address: addressSchema.exactOptional(),
    phone: z.string().max(30).exactOptional(),
    site: z
      .string()
      .max(500)
      .exactOptional()
      .meta({ description: 'Official site, as bookmarked / 公式サイト（ブックマーク）' }),
  })
  .meta({ id: 'Contact', description: 'Somebody the recipient knows / 連絡先' });

/** The schema of a scenario file. */
export const scenarioSchema = z
  .strictObject({
    $schema: schemaAddress,
    format: z.literal(1),
    id: idSchema,
    title: localizedSchema,
    story: localizedSchema.meta({ description: 'Who the player is today / プレイヤーの立場' }),
    clock: momentSchema.meta({ description: 'Now, in the inbox / 受信トレイの現在時刻' }),
    recipient: z.strictObject({
      name: localizedSchema,
      address: addressSchema,
      organization: localizedSchema,
      server: hostNameSchema,
      mailbox: z.enum(mailboxKinds).exactOptional().meta({
        description:
          'Whose it is, so where a message can be checked: work (if absent), or private with family and papers at hand in place of a company / 受信トレイの種類。work(省略時)=会社、private=個人。確かめる場所が変わる',
      }),
    }),
    companyRules: z.array(localizedSchema).max(12),
    directory: z.array(contactSchema).max(30),
    notices: z
      .array(
        z.strictObject({ id: idSchema, posted: momentSchema, title: localizedSchema, text: localizedSchema }),
      )
      .max(20)
      .exactOptional(),
    messages: z.array(messageSchema).min(1).max(mostMessages),
    drills: z.array(drillSchema).max(10).exactOptional(),
    source: sourceSchema,
    author: z.string().max(100),
    licence: z.string().max(100),
  })
  .meta({
    id: 'Scenario',
    title: 'Mikiwame scenario, format 1',
    description: 'One mock inbox and its story / 模擬受信トレイ1つ',
  });

/** Someone whom the recipient can ask. */
export type Contact = z.infer<typeof contactSchema>;
/** A scenario: one mock inbox. */
export type Scenario = z.infer<typeof scenarioSchema>;
