/** How a message travelled: declared, so that all headers are derived, or as the header of a received mail says. */
import { z } from 'zod';
import { addressSchema, type Form, hostNameSchema, idSchema, momentSchema } from './text.ts';

/** What a receiving server notes of a check (RFC 8601, 2.7); `unknown` where the mail does not say. */
export const checkResults = [
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'policy',
  'temperror',
  'permerror',
  'bestguesspass',
  'unknown',
] as const;
/** What a receiving server notes of a check. */
export type CheckResult = (typeof checkResults)[number];

const ipSchema = z.union([
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
]);
const zoneSchema = z
  .string()
  .regex(/^[+-]\d{4}$/)
  .meta({
    description: "The sending clock's zone, as in +0900 / 送信側の時差",
    form: { ja: '+0900 のような時差', en: 'a zone such as +0900' } satisfies Form,
  });
/** One word of a header: printable ASCII without spaces. */
const wordSchema = z
  .string()
  .regex(/^[\u0021-\u007e]+$/)
  .max(300)
  .meta({
    form: {
      ja: '空白のない英数字と記号',
      en: 'ASCII letters, digits and signs without spaces',
    } satisfies Form,
  });
const furtherFields = {
  priority: z
    .enum(['high', 'normal', 'low'])
    .exactOptional()
    .meta({ description: 'X-Priority: as the sender set it / 送信者が付けた重要度' }),
  originatingIp: ipSchema.exactOptional().meta({
    description:
      'X-Originating-IP: the machine that wrote it, as its server claims / 作成した機械の IP アドレス（送信側の申告）',
  }),
  mailer: z.string().max(100).exactOptional().meta({ description: 'X-Mailer / 送信ソフト' }),
  unsubscribe: z
    .string()
    .max(500)
    .exactOptional()
    .meta({ description: 'List-Unsubscribe address / 配信停止先' }),
  inReplyTo: z.string().max(200).exactOptional(),
};

/** The schema of a declared delivery. */
export const declaredDeliverySchema = z
  .strictObject({
    route: z.enum(['direct', 'service', 'list', 'forwarded', 'bounce', 'internal']).meta({
      description:
        'direct: the sender’s own server; service: a mailing service; list: a mailing list; forwarded: through another mailbox; bounce: a delivery failure; internal: never left the company / 直送・配信サービス・メーリングリスト・転送・エラー通知・社内',
    }),
    host: hostNameSchema.meta({ description: 'Name of the sending server / 送信サーバー名' }),
    ip: ipSchema.meta({
      description: 'Its address; use RFC 5737 / 3849 ranges / 送信元IP（文書用アドレス）',
    }),
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
    zone: zoneSchema,
    ...furtherFields,
  })
  .meta({
    id: 'Delivery',
    description:
      'How the message travelled; all headers follow from it / 配送情報。全ヘッダーはここから作られる',
  });

const resultSchema = z.enum(checkResults);
const hopSchema = z
  .strictObject({
    from: wordSchema
      .exactOptional()
      .meta({ description: 'The name that the sending side gave / 送り側の名乗り' }),
    ip: ipSchema.exactOptional().meta({ description: 'Its address / 送り側のIPアドレス' }),
    by: wordSchema
      .exactOptional()
      .meta({ description: 'The server that wrote the line / この行を書いたサーバー' }),
    protocol: wordSchema.exactOptional().meta({ description: 'Such as ESMTPS / ESMTPS など' }),
    at: momentSchema.exactOptional().meta({ description: 'When it took the mail / 受け取った日時' }),
  })
  .meta({ id: 'Hop', description: 'One Received line; what it does not say is absent / Received の1行' });

/** The schema of a delivery as the header of a received mail tells it. */
export const receivedDeliverySchema = z
  .strictObject({
    route: z.literal('received').meta({
      description:
        'As received: nothing is derived, what the mail does not say is unknown / 受信したまま。足りない項目は「不明」',
    }),
    hops: z.array(hopSchema).min(1).max(12).meta({ description: 'Newest first / 新しい順' }),
    messageId: wordSchema.exactOptional().meta({ description: 'Without angle brackets / < > なしで' }),
    returnPath: z
      .union([addressSchema, z.literal('')])
      .exactOptional()
      .meta({ description: '"" for a bounce; absent: not told / エラー通知は ""。省略は不明' }),
    sender: addressSchema.exactOptional().meta({ description: 'The Sender field / Sender ヘッダー' }),
    spf: resultSchema,
    spfDomain: hostNameSchema
      .exactOptional()
      .meta({ description: 'The domain that SPF checked / SPFで調べたドメイン' }),
    signatures: z
      .array(
        z.strictObject({
          domain: hostNameSchema,
          selector: wordSchema.meta({ description: 'Any text, such as 20230601 / 20230601 など' }),
          result: resultSchema,
        }),
      )
      .max(8)
      .meta({ description: 'DKIM signatures; [] if there is none / DKIM署名。なければ []' }),
    dmarc: resultSchema,
    dmarcPolicy: z
      .enum(['absent', 'none', 'quarantine', 'reject', 'unknown'])
      .meta({ description: 'As the receiving server noted / 受信サーバーの記録' }),
    arc: z
      .strictObject({ result: resultSchema, seals: z.array(hostNameSchema).max(10) })
      .exactOptional()
      .meta({ description: 'The ARC chain: who sealed, oldest first / ARCの署名者（古い順）' }),
    charset: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_.:-]*$/)
      .max(40)
      .meta({
        description: 'As declared, such as gb2312 / 宣言された文字コード',
        form: {
          ja: 'utf-8、gb2312 のような小文字の名前',
          en: 'a name in lower case such as utf-8 or gb2312',
        } satisfies Form,
      }),
    zone: zoneSchema,
    listId: wordSchema
      .exactOptional()
      .meta({ description: 'List-Id: its mailing list / メーリングリストの識別名' }),
    ...furtherFields,
  })
  .meta({ id: 'ReceivedDelivery', description: 'A delivery as received / 受信したままの配送情報' });

/** The schema of a delivery. */
export const deliverySchema = z.discriminatedUnion('route', [declaredDeliverySchema, receivedDeliverySchema]);

/** How a message travelled, as its author declares it. */
export type DeclaredDelivery = z.infer<typeof declaredDeliverySchema>;
/** How a message travelled, as the header of a received mail tells it. */
export type ReceivedDelivery = z.infer<typeof receivedDeliverySchema>;
/** How a message travelled. */
export type Delivery = z.infer<typeof deliverySchema>;
