/** How a message travelled. All headers are derived from this declaration. */
import { z } from 'zod';
import { addressSchema, type Form, hostNameSchema, idSchema } from './text.ts';

/** The schema of a delivery. */
export const deliverySchema = z
  .strictObject({
    route: z.enum(['direct', 'service', 'list', 'forwarded', 'bounce', 'internal']).meta({
      description:
        'direct: the sender’s own server; service: a mailing service; list: a mailing list; forwarded: through another mailbox; bounce: a delivery failure; internal: never left the company / 直送・配信サービス・メーリングリスト・転送・エラー通知・社内',
    }),
    host: hostNameSchema.meta({ description: 'Name of the sending server / 送信サーバー名' }),
    ip: z
      .union([
        z.ipv4().meta({
          form: {
            ja: 'IP アドレス（例：192.0.2.10）',
            en: 'an IP address such as 192.0.2.10',
          } satisfies Form,
        }),
        z.ipv6().meta({
          form: {
            ja: 'IP アドレス（例：2001:db8::1）',
            en: 'an IP address such as 2001:db8::1',
          } satisfies Form,
        }),
      ])
      .meta({ description: 'Its address; use RFC 5737 / 3849 ranges / 送信元IP（文書用アドレス）' }),
    envelope: z
      .union([addressSchema, z.literal('')])
      .exactOptional()
      .meta({
        description: 'Return-Path; the From address if absent, "" for a bounce / Return-Path。省略時は From',
      }),
    spf: z.enum(['pass', 'fail', 'softfail', 'neutral', 'none']),
    dkim: z
      .strictObject({ domain: hostNameSchema, selector: idSchema, result: z.enum(['pass', 'fail']) })
      .exactOptional()
      .meta({ description: 'Absent: the message is not signed / 省略時は署名なし' }),
    dmarcPolicy: z
      .enum(['absent', 'none', 'quarantine', 'reject'])
      .meta({ description: 'What the From domain publishes / From ドメインのポリシー' }),
    dmarc: z.enum(['pass', 'fail', 'none']).exactOptional().meta({
      description: 'If written it must be what follows from the rest / 書いた場合は他の項目と一致すること',
    }),
    charset: z.enum(['utf-8', 'iso-2022-jp']),
    zone: z
      .string()
      .regex(/^[+-]\d{4}$/)
      .meta({
        description: "The sending clock's zone, as in +0900 / 送信側の時差",
        form: { ja: '+0900 のような時差', en: 'a zone such as +0900' } satisfies Form,
      }),
    mailer: z.string().max(100).exactOptional().meta({ description: 'X-Mailer / 送信ソフト' }),
    unsubscribe: z
      .string()
      .max(500)
      .exactOptional()
      .meta({ description: 'List-Unsubscribe address / 配信停止先' }),
    inReplyTo: z.string().max(200).exactOptional(),
  })
  .meta({
    id: 'Delivery',
    description:
      'How the message travelled; all headers follow from it / 配送情報。全ヘッダーはここから作られる',
  });

/** How a message travelled. */
export type Delivery = z.infer<typeof deliverySchema>;
