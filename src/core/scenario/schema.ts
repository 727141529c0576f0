/**
 * Scenario format 1: the one definition from which the types, the checks, the JSON Schema for editors and the
 * reference for trainers derive. What may change within format 1: new optional fields, new members of a union.
 * Anything else is format 2 and brings a migration. Every description is "English / 日本語"; editors show it.
 */
import { z } from 'zod';
import { cueIds } from './cues.ts';
import {
  actionKinds,
  difficulties,
  fields,
  fileParts,
  fileTypes,
  formFieldTypes,
  mailboxKinds,
  memberships,
  type PageBlockKind,
  pageParts,
  slots,
} from './vocabulary.ts';

// Zod's compiled parsers need `eval`, which the page's Content-Security-Policy forbids.
z.config({ jitless: true });

/** The longest text of one language in one place; longer is refused rather than drawn. */
export const longestText = 20_000;

const sentence = z.string().min(1).max(longestText);
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/);
/** Ids start with a letter, so none of them can be a prototype key such as `__proto__`. */
const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(60);
const moment = z.iso.datetime({ offset: true });
const address = z.string().min(3).max(254);

export const localizedSchema = z.strictObject({ ja: sentence, en: sentence }).meta({
  id: 'Localized',
  description:
    'The same thing said in both languages, each as a native writes it / 両言語の文。直訳でなく自然に',
});

const runSchema = z
  .strictObject({
    text: sentence,
    link: id.exactOptional().meta({ description: 'Id of an entry in "links" / "links" の id' }),
    bold: z.literal(true).exactOptional(),
    italic: z.literal(true).exactOptional(),
    underline: z.literal(true).exactOptional(),
    strike: z.literal(true).exactOptional(),
    small: z.literal(true).exactOptional(),
    colour: colour.exactOptional(),
  })
  .meta({ id: 'Run', description: 'A stretch of text in one style / 同じ書式の文字列' });

const lineSchema = z.union([sentence, z.array(z.union([sentence, runSchema])).min(1)]).meta({
  id: 'Line',
  description:
    'A text, or a list of texts and styled runs; \\n breaks the line / 文字列、または文字列と書式の並び',
});

export const localizedLineSchema = z
  .strictObject({ ja: lineSchema, en: lineSchema })
  .meta({ id: 'LocalizedLine', description: 'A styled text in both languages / 両言語の書式付き文' });

const slot = z.enum(slots).meta({
  description: 'Marks a block as the logo, the greeting or the signature / ロゴ・宛名・署名であることを示す',
});
const align = z.enum(['start', 'center', 'end']);
const asset = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*\.(svg|png|jpg)$/)
  .meta({ description: "File name in the pack's assets folder / パックの assets 内のファイル名" });

const textBlock = z.strictObject({
  kind: z.literal('text'),
  text: localizedLineSchema,
  slot: slot.exactOptional(),
  size: z.enum(['small', 'large', 'title']).exactOptional(),
  align: align.exactOptional(),
  colour: colour.exactOptional(),
  background: colour.exactOptional(),
});
const listBlock = z.strictObject({
  kind: z.literal('list'),
  ordered: z.literal(true).exactOptional(),
  items: z.array(localizedLineSchema).min(1).max(100),
});
const buttonBlock = z.strictObject({
  kind: z.literal('button'),
  label: localizedSchema,
  link: id,
  background: colour.exactOptional(),
  colour: colour.exactOptional(),
  align: align.exactOptional(),
});
const imageBlock = z.strictObject({
  kind: z.literal('image'),
  id,
  asset,
  alt: localizedSchema,
  width: z.int().min(16).max(680).exactOptional().meta({ description: 'CSS pixels / 幅（px）' }),
  slot: slot.exactOptional(),
  align: align.exactOptional(),
});
const qrBlock = z
  .strictObject({
    kind: z.literal('qr'),
    link: id,
    alt: localizedSchema,
    size: z
      .int()
      .min(96)
      .max(320)
      .exactOptional()
      .meta({ description: 'CSS pixels; 160 if absent / 一辺（px）' }),
  })
  .meta({
    description:
      'A link drawn as a QR code, read in the lens before anything opens / リンクをQRコードとして描く。読み取りはレンズで',
  });
const ruleBlock = z.strictObject({ kind: z.literal('rule') });
const tableBlock = z.strictObject({
  kind: z.literal('table'),
  heading: z
    .enum(['row', 'column'])
    .exactOptional()
    .meta({ description: 'Whether the first row or column is a heading / 見出しの行・列' }),
  rows: z.array(z.array(localizedLineSchema).min(1).max(8)).min(1).max(60),
});
const formBlock = z
  .strictObject({
    kind: z.literal('form'),
    fields: z
      .array(z.strictObject({ id, label: localizedSchema, type: z.enum(formFieldTypes) }))
      .min(1)
      .max(12),
    submit: localizedSchema,
  })
  .meta({
    description: 'For pages only: nothing typed is kept or sent / ページ専用。入力は保存も送信もされない',
  });

const phone = z.string().min(3).max(30);
const bytes = z.int().min(1).max(50_000_000);

const captchaBlock = z
  .strictObject({
    kind: z.literal('captcha'),
    id,
    label: localizedSchema.meta({ description: 'Beside the box to tick / チェック欄の横の文' }),
    steps: z.array(localizedLineSchema).min(1).max(10).exactOptional().meta({
      description: 'What it asks to do besides ticking / チェックのほかに求める手順',
    }),
  })
  .meta({ description: 'For pages only: “I am not a robot” / ページ専用。「ロボットではありません」' });
const permissionsBlock = z
  .strictObject({
    kind: z.literal('permissions'),
    id,
    app: localizedSchema.meta({ description: 'The application that asks / 許可を求めるアプリ' }),
    publisher: localizedSchema.meta({
      description: 'What is said of its publisher / 発行元についての表示',
    }),
    items: z
      .array(localizedLineSchema)
      .min(1)
      .max(20)
      .meta({ description: 'What it wants to be allowed / 求める権限' }),
    allow: localizedSchema,
    cancel: localizedSchema,
  })
  .meta({ description: 'For pages only: consent to an application / ページ専用。アプリ連携の許可' });
const codeBlock = z
  .strictObject({
    kind: z.literal('code'),
    id,
    label: localizedSchema,
    code: z.string().min(1).max(24),
    submit: localizedSchema,
  })
  .meta({
    description: 'For pages only: a device code to type elsewhere / ページ専用。デバイスコードの表示',
  });
const alarmBlock = z
  .strictObject({
    kind: z.literal('alarm'),
    id,
    title: localizedSchema,
    text: localizedLineSchema,
    phone,
    call: localizedSchema.meta({ description: 'Label of the button that calls / 電話ボタンの文' }),
  })
  .meta({
    description: 'For pages only: a warning with a telephone number / ページ専用。電話番号付きの警告',
  });
const downloadBlock = z
  .strictObject({
    kind: z.literal('download'),
    id,
    name: localizedSchema.meta({ description: 'File name / ファイル名' }),
    bytes,
    save: localizedSchema.meta({ description: 'Label of the button that saves / 保存ボタンの文' }),
  })
  .meta({ description: 'For pages only: a file to save / ページ専用。ファイルのダウンロード' });

const leafBlocks = [
  textBlock,
  listBlock,
  buttonBlock,
  imageBlock,
  ruleBlock,
  tableBlock,
  formBlock,
  qrBlock,
  captchaBlock,
  permissionsBlock,
  codeBlock,
  alarmBlock,
  downloadBlock,
] as const;
export const leafBlockSchema = z
  .discriminatedUnion('kind', leafBlocks)
  .meta({ id: 'LeafBlock', description: 'A piece of a body that holds no other piece / 本文の部品' });

const panelBlock = z.strictObject({
  kind: z.literal('panel'),
  background: colour.exactOptional(),
  border: colour.exactOptional(),
  align: align.exactOptional(),
  blocks: z.array(leafBlockSchema).min(1).max(60),
});
const columnsBlock = z.strictObject({
  kind: z.literal('columns'),
  columns: z.array(z.array(leafBlockSchema).min(1).max(30)).min(2).max(4),
});
const quoteBlock = z.strictObject({
  kind: z.literal('quote'),
  attribution: localizedLineSchema.exactOptional(),
  blocks: z.array(leafBlockSchema).min(1).max(60),
});
const windowBlock = z
  .strictObject({
    kind: z.literal('window'),
    id,
    title: localizedSchema,
    address: z
      .string()
      .min(1)
      .max(2_000)
      .meta({ description: 'As its drawn address bar says; only text / 描かれたアドレス欄の文字' }),
    blocks: z.array(leafBlockSchema).min(1).max(60),
  })
  .meta({
    description:
      'For pages only: a browser window that is only drawn inside the page / ページ専用。ページの中に描かれただけのウィンドウ',
  });

export const blockSchema = z
  .discriminatedUnion('kind', [...leafBlocks, panelBlock, columnsBlock, quoteBlock, windowBlock])
  .meta({ id: 'Block', description: 'A piece of a body / 本文の部品' });

const bodySchema = z.array(blockSchema).min(1).max(200);

// ---------------------------------------------------------------------------------------------- delivery

export const deliverySchema = z
  .strictObject({
    route: z.enum(['direct', 'service', 'list', 'forwarded', 'bounce', 'internal']).meta({
      description:
        'direct: the sender’s own server; service: a mailing service; list: a mailing list; forwarded: through another mailbox; bounce: a delivery failure; internal: never left the company / 直送・配信サービス・メーリングリスト・転送・エラー通知・社内',
    }),
    host: z.string().max(253).meta({ description: 'Name of the sending server / 送信サーバー名' }),
    ip: z
      .union([z.ipv4(), z.ipv6()])
      .meta({ description: 'Its address; use RFC 5737 / 3849 ranges / 送信元IP（文書用アドレス）' }),
    envelope: z
      .union([address, z.literal('')])
      .exactOptional()
      .meta({
        description: 'Return-Path; the From address if absent, "" for a bounce / Return-Path。省略時は From',
      }),
    spf: z.enum(['pass', 'fail', 'softfail', 'neutral', 'none']),
    dkim: z
      .strictObject({ domain: z.string().max(253), selector: id, result: z.enum(['pass', 'fail']) })
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
      .meta({ description: "The sending clock's zone, as in +0900 / 送信側の時差" }),
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

// ------------------------------------------------------------------------------------------------ anchors

const field = z.enum(fields).meta({
  description:
    'A field of the channel. In a mail received3 is the oldest hop, received1 our own server / 経路ごとの項目。メールでは received3 が最も古い中継、received1 が自社サーバー',
});

const quote = z.union([localizedSchema, z.strictObject({ ja: sentence }), z.strictObject({ en: sentence })]);

export const anchorSchema = z
  .union([
    z.strictObject({ field }),
    z.strictObject({ link: id }),
    z.strictObject({
      attachment: id,
      part: z.enum(fileParts).exactOptional().meta({
        description:
          'One line of its inspector; absent: its name and what it truly is / 調べた結果の1項目。省略時は名前と種類',
      }),
    }),
    z.strictObject({ image: id, page: id.exactOptional() }),
    z.strictObject({ image: id, attachment: id }),
    z.strictObject({ slot }),
    z.strictObject({
      thread: id.meta({ description: 'An earlier message of the thread / スレッドの前の投稿' }),
    }),
    z.strictObject({
      quote,
      page: id.exactOptional(),
    }),
    z.strictObject({ quote, attachment: id }),
    z.strictObject({ page: id, part: z.enum(pageParts) }),
    z.strictObject({ page: id, formField: id }),
    z.strictObject({
      page: id,
      block: id.meta({
        description:
          'A block of the page that has an id: its picture and its heading / ページの部品（絵と見出し）',
      }),
    }),
  ])
  .meta({
    id: 'Anchor',
    description:
      'Where in the message: a field, link, attachment, image, slot, earlier message of its thread, a quotation of the text (in each language), or a part of a page / メッセージ内の箇所',
  });

// ------------------------------------------------------------------------------------------------- solution

const cue = z
  .enum(cueIds)
  .meta({ description: 'From the catalogue in cues.ts; 23 are NIST’s / 着眼点カタログの id' });
const weight = z
  .enum(['decisive', 'strong', 'soft'])
  .meta({ description: 'decisive 3, strong 2, soft 1 / 決め手3・強い2・弱い1' });

const clueSchema = z
  .strictObject({
    id,
    cue,
    fact: id.meta({
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
    id,
    cue: cue.exactOptional(),
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
  .strictObject({ id, anchor: anchorSchema, explanation: localizedSchema })
  .meta({ id: 'Reassurance', description: 'What speaks for the message / 安心材料' });

const actionKind = z.enum(actionKinds).meta({
  description:
    'verify: through a contact of the directory; verifyWithin: through the number or address in the message itself / verify=台帳の連絡先で確認、verifyWithin=メール内の連絡先で確認',
});

const premiseElement = z.union([z.literal(0), z.literal(2), z.literal(4), z.literal(6), z.literal(8)]);
const premiseSchema = z
  .strictObject({
    audience: id,
    process: premiseElement.meta({
      description: 'Copies a process of their workplace / 職場の手続きに似ている',
    }),
    relevance: premiseElement.meta({ description: 'Pertinent to their work / 仕事に関係がある' }),
    events: premiseElement.meta({ description: 'Fits current events / 時事に合っている' }),
    consequence: premiseElement.meta({ description: 'Not clicking feels costly / 応じないと困りそう' }),
    exposure: premiseElement.meta({
      description: 'They were trained or warned about it (subtracted) / 訓練・注意喚起済み（引く）',
    }),
  })
  .meta({
    id: 'Premise',
    description: 'Premise alignment for one audience, NIST TN 2276 / 対象者ごとの前提の合い方',
  });

const sourceSchema = z.strictObject({
  text: localizedSchema.meta({ description: 'Where it comes from and what was changed / 出典と変更点' }),
  covers: z
    .array(z.string().regex(/^(?:S\d{1,2}|R(?:[1-9]|1[0-5]))$/))
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
      description: 'What differs, and what that tells / 何がちがい、何が分かるか',
    }),
  })
  .meta({
    id: 'Difference',
    description: 'A place in a message beside the same in its twin / 対のメッセージとの違い1つ',
  });

const solutionParts = {
  archetype: id.meta({ description: 'The kind of message; lures and twins share it / メールの型' }),
  twin: id
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
  decoys: z.array(decoySchema).max(40),
  lesson: localizedSchema.meta({ description: 'What to take away, one or two sentences / 学び' }),
  source: sourceSchema,
};

const phishSolution = z.strictObject({
  truth: z.literal('phish'),
  facts: z
    .array(z.strictObject({ id, weight, title: localizedSchema }))
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
export const solutionSchema = z.discriminatedUnion('truth', [phishSolution, legitimateSolution]).meta({
  id: 'Solution',
  description:
    'What the message is and why; never shown before the answer / 正解と解説。回答前には使われない',
});

// -------------------------------------------------------------------------------------------------- message

const mailboxSchema = z
  .strictObject({ name: localizedSchema.exactOptional(), address })
  .meta({ id: 'Mailbox', description: 'Display name and address / 表示名とアドレス' });

const fileType = z.enum(fileTypes).meta({ description: 'What the file truly is / 実際の種類' });
const fileName = localizedSchema.meta({
  description: 'File name as the sender wrote it / 送信者が付けたファイル名',
});

export const attachmentSchema = z
  .strictObject({
    id,
    name: fileName,
    type: fileType,
    bytes: z.int().min(1).max(50_000_000),
    macro: z
      .literal(true)
      .exactOptional()
      .meta({ description: 'Word or Excel with a macro / マクロ入り（word・excel のみ）' }),
    locked: z
      .literal(true)
      .exactOptional()
      .meta({ description: 'A zip that asks for a password / パスワード付き（zip のみ）' }),
    password: z.strictObject({ message: id }).exactOptional().meta({
      description:
        'The message that tells the password, this one or another; absent: none does / パスワードが書かれたメッセージ',
    }),
    holds: z
      .array(z.strictObject({ name: fileName, type: fileType }))
      .min(1)
      .max(20)
      .exactOptional()
      .meta({ description: 'The files in a zip or disk image / 中のファイル（zip・disk-image のみ）' }),
    preview: z
      .strictObject({
        body: bodySchema,
        bar: localizedSchema.exactOptional().meta({
          description: 'What the bar above the document says, such as “Macros are disabled” / 上部のバーの文',
        }),
      })
      .exactOptional()
      .meta({
        description: 'The opened document, drawn; without forms / 開いた文書の見た目（入力欄は不可）',
      }),
    outcome: localizedSchema.exactOptional().meta({
      description:
        'What would have happened to someone who opened and allowed it / 開いて許可した場合に起きること',
    }),
    firstAid: localizedSchema.exactOptional().meta({
      description: 'What to do in the next ten minutes / 直後の10分ですること',
    }),
  })
  .meta({ id: 'Attachment', description: 'A file that came with the message / 添付ファイル' });

const certificateSchema = z.strictObject({
  issuer: z.string().max(100),
  names: z.array(z.string().max(253)).min(1).max(20),
  issued: moment,
});

export const pageSchema = z
  .strictObject({
    id,
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
    next: id.exactOptional().meta({
      description: 'Id of the page that comes after this one was answered / 操作したあとに続くページの id',
    }),
  })
  .meta({ id: 'Page', description: 'A mock web page a link leads to / リンク先の模擬ページ' });

const linkSchema = z
  .strictObject({ id, url: z.string().min(1).max(2_000), page: id.exactOptional() })
  .meta({ id: 'Link', description: 'A link target; shown, never opened / リンク先。表示のみで開かない' });

const verifySchema = z
  .strictObject({
    contacts: z
      .array(
        z.strictObject({
          contact: id.meta({ description: 'Id of an entry in "directory" / "directory" の id' }),
          reply: localizedSchema,
        }),
      )
      .max(30)
      .exactOptional()
      .meta({ description: 'What people of the directory answer / 連絡先一覧の相手の返事' }),
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
  id,
  sent: moment.meta({ description: 'When it came / 届いた日時' }),
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

const mailMessage = z
  .strictObject({
    channel: z.literal('mail'),
    from: mailboxSchema,
    replyTo: mailboxSchema.exactOptional(),
    to: z.array(mailboxSchema).min(1).max(20),
    cc: z.array(mailboxSchema).max(20).exactOptional(),
    subject: localizedSchema,
    delivery: deliverySchema,
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
      .array(z.strictObject({ id, sent: moment, own, text: localizedSchema }))
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
      .array(z.strictObject({ id, sent: moment, own, author: localizedSchema, text: localizedSchema }))
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
    organizer: z.strictObject({ name: localizedSchema, address }),
    starts: moment,
    ends: moment,
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
    number: phone.meta({ description: 'As the network shows it / 表示される番号' }),
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

// -------------------------------------------------------------------------------------------------- scenario

const optionParts = {
  id,
  label: localizedSchema,
  explanation: localizedSchema.meta({
    description: 'Why it is worth that; shown afterwards / なぜそう言えるか。終わったあとに示す',
  }),
  next: id.exactOptional().meta({
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
    id,
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
  id,
  title: localizedSchema,
  situation: localizedSchema,
  timeline: timelineSchema.exactOptional().meta({
    description: 'Decisions against the clock, before the steps / 手順の前に、時間を追って判断する場面',
  }),
  steps: z
    .array(
      z.strictObject({
        id,
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

export const drillSchema = z.strictObject(drillParts).meta({
  id: 'Drill',
  description: 'It has happened: decide turn by turn, order the steps, or both / 事後対応ドリル',
});

export const drillFileSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
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

const contactSchema = z
  .strictObject({
    id,
    name: localizedSchema,
    role: localizedSchema,
    address: address.exactOptional(),
    phone: z.string().max(30).exactOptional(),
    site: z
      .string()
      .max(500)
      .exactOptional()
      .meta({ description: 'Official site, as bookmarked / 公式サイト（ブックマーク）' }),
  })
  .meta({ id: 'Contact', description: 'Somebody the recipient knows / 連絡先' });

export const scenarioSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    format: z.literal(1),
    id,
    title: localizedSchema,
    story: localizedSchema.meta({ description: 'Who the player is today / プレイヤーの立場' }),
    clock: moment.meta({ description: 'Now, in the inbox / 受信トレイの現在時刻' }),
    recipient: z.strictObject({
      name: localizedSchema,
      address,
      organization: localizedSchema,
      server: z.string().max(253),
      mailbox: z.enum(mailboxKinds).exactOptional().meta({
        description:
          'Whose it is, so where a message can be checked: work (if absent), or private with family and papers at hand in place of a company / 受信トレイの種類。work(省略時)=会社、private=個人。確かめる場所が変わる',
      }),
    }),
    companyRules: z.array(localizedSchema).max(12),
    directory: z.array(contactSchema).max(30),
    notices: z
      .array(z.strictObject({ id, posted: moment, title: localizedSchema, text: localizedSchema }))
      .max(20)
      .exactOptional(),
    messages: z.array(messageSchema).min(1).max(60),
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

export type Localized = z.infer<typeof localizedSchema>;
export type Run = z.infer<typeof runSchema>;
export type Line = z.infer<typeof lineSchema>;
export type LocalizedLine = z.infer<typeof localizedLineSchema>;
export type LeafBlock = z.infer<typeof leafBlockSchema>;
export type Block = z.infer<typeof blockSchema>;
export type PageBlock = Extract<Block, { kind: PageBlockKind }>;
export type Delivery = z.infer<typeof deliverySchema>;
export type Anchor = z.infer<typeof anchorSchema>;
export type Weight = z.infer<typeof weight>;
export type Clue = z.infer<typeof clueSchema>;
export type Decoy = z.infer<typeof decoySchema>;
export type Reassurance = z.infer<typeof reassuranceSchema>;
export type Premise = z.infer<typeof premiseSchema>;
export type Difference = z.infer<typeof differenceSchema>;
export type PhishSolution = z.infer<typeof phishSolution>;
export type Solution = z.infer<typeof solutionSchema>;
export type Truth = Solution['truth'];
export type Mailbox = z.infer<typeof mailboxSchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type Page = z.infer<typeof pageSchema>;
export type Verify = z.infer<typeof verifySchema>;
export type Message = z.infer<typeof messageSchema>;
export type Mail = Extract<Message, { channel: 'mail' }>;
/** What may be drawn before the answer: a message without its solution. */
export type SealedMessage = Sealed<Message>;
type Sealed<Any> = Any extends Message ? Omit<Any, 'solution'> : never;
/** A sealed message of one channel. */
export type SealedOf<Channel extends Message['channel']> = Extract<SealedMessage, { channel: Channel }>;
export type SealedMail = SealedOf<'mail'>;
export type Contact = z.infer<typeof contactSchema>;
export type Drill = z.infer<typeof drillSchema>;
export type DrillFile = z.infer<typeof drillFileSchema>;
export type Timeline = z.infer<typeof timelineSchema>;
export type Turn = z.infer<typeof turnSchema>;
export type Option = z.infer<typeof optionSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
