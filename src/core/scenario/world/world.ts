/** The fictional world that packs share: its people and organisations, their domains, and how they write. */
import { z } from 'zod';
import { type Form, idSchema, localizedSchema, schemaAddress } from '../format/text.ts';
import { mailboxKinds } from '../format/vocabulary.ts';

const domain = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
  .max(253)
  .meta({
    form: {
      ja: 'example1.co.jp のようなドメイン名（英小文字・数字・ハイフン・ドット）',
      en: 'a domain such as example1.co.jp (lower-case letters, digits, hyphens, dots)',
    } satisfies Form,
  });
const address = z.string().min(3).max(254);
const phone = z.string().min(3).max(30);

const personSchema = z
  .strictObject({
    id: idSchema,
    name: localizedSchema,
    role: localizedSchema,
    address,
    phone: phone.exactOptional(),
  })
  .meta({ id: 'Person', description: 'Somebody at the player’s company / プレイヤーの会社の人' });

const organizationParts = {
  name: localizedSchema,
  domains: z.array(domain).min(1).max(10).meta({
    description: 'All it owns; what lies below belongs to it too / 公式ドメイン（下位の名前も含む）',
  }),
};

const organizationSchema = z
  .strictObject({
    id: idSchema.meta({ description: 'Also the name of its logo: logos/<id>.svg / ロゴのファイル名と同じ' }),
    ...organizationParts,
    kind: localizedSchema.meta({ description: 'Its business / 業種' }),
    addresses: z.array(address).max(10).meta({ description: 'From which it writes / 差出人アドレス' }),
    phone: phone.exactOptional(),
    site: z
      .string()
      .max(500)
      .exactOptional()
      .meta({ description: 'Official site, as bookmarked / 公式サイト(ブックマーク)' }),
    sms: z
      .string()
      .max(11)
      .exactOptional()
      .meta({ description: 'The name its SMS arrive under / SMSの送信者名' }),
    writes: localizedSchema.meta({ description: 'How it writes, and what it never does / 書き方の決まり' }),
    inDirectoryOf: z.enum(mailboxKinds).exactOptional().meta({
      description:
        'The only kind of mailbox whose directory lists it; absent: all / 載せる一覧をどちらかの受信トレイに限るとき。省略時はどちらにも載る',
    }),
  })
  .meta({ id: 'Organization', description: 'A firm, service or office of the world / 世界の中の組織' });

const ownerParts = {
  name: localizedSchema,
  role: localizedSchema,
  mailboxes: z
    .array(z.strictObject({ address, server: domain }))
    .min(1)
    .max(5),
};

/** The schema of a world file. */
export const worldSchema = z
  .strictObject({
    $schema: schemaAddress,
    format: z.literal(1),
    player: z.strictObject({ ...ownerParts, phone }),
    others: z.array(z.strictObject(ownerParts)).max(50).exactOptional().meta({
      description: 'Whoever else’s inbox is played / ほかに受信トレイを開く人',
    }),
    company: z.strictObject({
      ...organizationParts,
      town: localizedSchema,
      portal: z.string().max(500),
      addresses: z
        .array(address)
        .max(10)
        .exactOptional()
        .meta({ description: 'From which its own machines write / 社内の機械が送るアドレス' }),
      people: z.array(personSchema).max(50),
    }),
    organizations: z.array(organizationSchema).min(1).max(200),
  })
  .meta({ id: 'World', title: 'Mikiwame world, format 1' });

/** The fictional world. */
export type World = z.infer<typeof worldSchema>;
/** An organisation of the world. */
export type Organization = z.infer<typeof organizationSchema>;
