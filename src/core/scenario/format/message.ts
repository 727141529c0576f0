/** A message of each channel, with and without its solution. */
import { z } from 'zod';
import { memberships } from './vocabulary.ts';
import { attachmentSchema } from './attachment.ts';
import { bodySchema, canvasSchema } from './block.ts';
import { deliverySchema } from './delivery.ts';
import { linkSchema, pageSchema } from './page.ts';
import { solutionSchema } from './solution.ts';
import {
  addressSchema,
  idSchema,
  localizedSchema,
  mailboxSchema,
  momentSchema,
  phoneSchema,
} from './text.ts';

const verifySchema = z
  .strictObject({
    contacts: z
      .array(
        z.strictObject({
          contact: idSchema.meta({ description: 'Id of an entry in "directory" / "directory" の id' }),
          reply: localizedSchema,
          settles: z.boolean().exactOptional().meta({
            description:
              'Whether this answer settles if the message is genuine: only who can really know; false says that nobody here can / 本物かどうかがこの返事で決まるか。本当に知っている相手だけ true',
          }),
        }),
      )
      .max(30)
      .exactOptional()
      .meta({ description: 'What people of the directory answer / 連絡先一覧の相手の返事' }),
    settles: z
      .array(z.enum(['site', 'tickets', 'papers']))
      .max(3)
      .exactOptional()
      .meta({
        description: 'Which of these settle if the message is genuine / 本物かどうかが決まるもの',
      }),
    site: localizedSchema.exactOptional().meta({
      description:
        'What the official site of the named sender shows, opened by bookmark / お気に入りから開いた公式サイトの表示',
    }),
    tickets: localizedSchema
      .exactOptional()
      .meta({ description: 'What the company’s ticket page shows / 社内のチケットページの表示' }),
    papers: localizedSchema.exactOptional().meta({
      description:
        'What the papers at hand say in a private mailbox: card, bill, slip, letter / 個人の受信トレイで、手もとの紙(カード、請求書、不在票、手紙)に書いてあること',
    }),
    within: localizedSchema.exactOptional().meta({
      description:
        'What the number, link or reply address of the message itself answers; in a lure as the fraudster wishes / メール内の番号・リンク・返信先の返事。偽物なら詐欺師の望むとおりに答える',
    }),
  })
  .meta({
    id: 'Verify',
    description:
      'What comes back from each place the player checks with; what is absent gives no answer yet / 確かめた先から返ること。省略した先は「まだ返事がない」',
  });

const messageParts = {
  id: idSchema,
  sent: momentSchema.meta({ description: 'When it came / 届いた日時' }),
  attachments: z.array(attachmentSchema).max(10).exactOptional(),
  body: bodySchema,
  links: z.array(linkSchema).max(60).exactOptional(),
  pages: z.array(pageSchema).max(20).exactOptional(),
  verify: verifySchema.exactOptional(),
  solution: solutionSchema,
};

const own = z
  .literal(true)
  .exactOptional()
  .meta({ description: 'Written by the recipient / 自分が書いたもの' });

const senderSchema = mailboxSchema.extend({
  address: z
    .union([addressSchema, z.literal('')])
    .meta({ description: '"" if a received mail names none / 受信したメールにアドレスがなければ ""' }),
});

const mailMessage = z
  .strictObject({
    channel: z.literal('mail'),
    from: senderSchema,
    replyTo: mailboxSchema.exactOptional(),
    to: z.array(mailboxSchema).min(1).max(20),
    cc: z.array(mailboxSchema).max(20).exactOptional(),
    subject: localizedSchema,
    delivery: deliverySchema,
    canvas: canvasSchema.exactOptional(),
    ...messageParts,
  })
  .meta({ description: 'A mail / メール' });

const smsMessage = z
  .strictObject({
    channel: z.literal('sms'),
    sender: localizedSchema.meta({
      description:
        'The name or number the phone shows; names are chosen by the sender / 表示される送信者名か番号。名前は送信者が決める',
    }),
    thread: z
      .array(z.strictObject({ id: idSchema, sent: momentSchema, own, text: localizedSchema }))
      .min(1)
      .max(20)
      .exactOptional()
      .meta({
        description:
          'Earlier messages under the same sender name, oldest first; a phone puts them in one thread / 同じ送信者名で先に届いていたもの（古い順）',
      }),
    ...messageParts,
  })
  .meta({ description: 'A text message / SMS' });

const chatMessage = z
  .strictObject({
    channel: z.literal('chat'),
    workspace: localizedSchema,
    room: localizedSchema.meta({
      description: 'The room, or that it is a direct message / ルーム名、またはダイレクトメッセージ',
    }),
    author: z.strictObject({
      name: localizedSchema,
      account: z.string().min(1).max(254).meta({ description: 'Address behind the name / アカウント' }),
      membership: z
        .enum(memberships)
        .meta({ description: 'The mark the chat itself gives / チャット側が付ける印' }),
    }),
    thread: z
      .array(
        z.strictObject({
          id: idSchema,
          sent: momentSchema,
          own,
          author: localizedSchema,
          text: localizedSchema,
        }),
      )
      .min(1)
      .max(20)
      .exactOptional()
      .meta({ description: 'What stands above it, oldest first / 上に並ぶ投稿（古い順）' }),
    ...messageParts,
  })
  .meta({ description: 'A message of a team chat / チャットの投稿' });

const invitationMessage = z
  .strictObject({
    channel: z.literal('invitation'),
    subject: localizedSchema,
    organizer: z.strictObject({ name: localizedSchema, address: addressSchema }),
    starts: momentSchema,
    ends: momentSchema,
    place: localizedSchema.meta({
      description: 'A room, or the service of an online meeting / 会議室、オンライン会議のサービス名',
    }),
    attendees: z.array(mailboxSchema).min(1).max(30),
    ...messageParts,
  })
  .meta({ description: 'An invitation that came into the calendar / カレンダーに届いた招待' });

const voiceMessage = z
  .strictObject({
    channel: z.literal('voice'),
    caller: localizedSchema.exactOptional().meta({
      description:
        'Name in the address book; absent: the number is not in it / 電話帳の名前。省略時は登録なし',
    }),
    number: phoneSchema.meta({ description: 'As the network shows it / 表示される番号' }),
    seconds: z.int().min(1).max(600),
    ...messageParts,
  })
  .meta({
    description:
      'A voice message; its transcript is the body, nothing sounds / 留守番電話。本文は文字起こし。音は鳴らない',
  });

const letterMessage = z
  .strictObject({
    channel: z.literal('letter'),
    returnAddress: localizedSchema.meta({
      description: 'The sender as printed on the envelope / 封筒に刷られた差出人',
    }),
    addressee: localizedSchema.meta({ description: 'As the envelope says / 封筒の宛名' }),
    postage: localizedSchema.meta({
      description: 'A stamp, or how the postage was paid / 切手、または料金の支払い方法',
    }),
    postmark: localizedSchema
      .exactOptional()
      .meta({ description: 'Absent: none, as with bulk mail / 消印。省略時はなし' }),
    ...messageParts,
  })
  .meta({ description: 'A letter on paper / 紙の手紙' });

/** The schema of a message, by channel. */
export const messageSchema = z
  .discriminatedUnion('channel', [
    mailMessage,
    smsMessage,
    chatMessage,
    invitationMessage,
    voiceMessage,
    letterMessage,
  ])
  .meta({ id: 'Message', description: 'One message of the inbox / 受信トレイの1通' });

/** A question that a player can ask a contact, and the contact's answer. */
export type Verify = z.infer<typeof verifySchema>;
/** A message with its solution. */
export type Message = z.infer<typeof messageSchema>;
/** A mail with its solution. */
export type Mail = Extract<Message, { channel: 'mail' }>;
/** A message without its solution: what may be drawn before the answer. */
export type SealedMessage = Sealed<Message>;
type Sealed<Any> = Any extends Message ? Omit<Any, 'solution'> : never;
/** A sealed message of one channel. */
export type SealedOf<Channel extends Message['channel']> = Extract<SealedMessage, { channel: Channel }>;
/** A mail without its solution. */
export type SealedMail = SealedOf<'mail'>;
