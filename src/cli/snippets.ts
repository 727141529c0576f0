/** What an editor offers to insert: whole pieces of a scenario with places to fill (VS Code, `defaultSnippets`). */

/** A piece to insert. `${1:words}` is a place to fill, in this order. */
export interface Snippet {
  readonly label: string;
  readonly description: string;
  readonly body: unknown;
}

const text = (place: number, ja: string, en: string) => ({
  ja: `\${${place}:${ja}}`,
  en: `\${${place + 1}:${en}}`,
});
const id = (place: number, name: string): string => `\${${place}:${name}}`;

const declared = {
  route: 'direct',
  host: 'mail.example1.co.jp',
  ip: '192.0.2.10',
  spf: 'pass',
  dkim: { domain: 'example1.co.jp', selector: 's1', result: 'pass' },
  dmarcPolicy: 'reject',
  charset: 'utf-8',
  zone: '+0900',
} as const;
const { dkim: _, ...unsigned } = declared;

const deliveries: readonly Snippet[] = [
  {
    label: 'own domain',
    description: 'From the sender’s own domain, passes all / 自分のドメインから。すべて合格',
    body: declared,
  },
  {
    label: 'look-alike domain',
    description: 'From a domain of its own that passes SPF / まぎらわしい自前のドメイン。SPFは合格',
    body: { ...unsigned, host: 'mail.example.net', dmarcPolicy: 'absent' },
  },
  {
    label: 'forged sender',
    description: 'The From address is forged, SPF fails / 差出人の偽装。SPFは不合格',
    body: { ...unsigned, host: 'host7.example.net', ip: '198.51.100.7', spf: 'fail', dmarcPolicy: 'none' },
  },
  {
    label: 'mailing service',
    description: 'Sent by a service for its customer / 配信サービス経由',
    body: { ...declared, route: 'service', host: 'out.example.net', envelope: 'bounce@mail.example.net' },
  },
];

const blocks: readonly Snippet[] = [
  { label: 'text', description: 'A paragraph / 段落', body: { kind: 'text', text: text(1, '文', 'Text') } },
  {
    label: 'text with a link',
    description: 'A paragraph that holds a link / リンクのある段落',
    body: {
      kind: 'text',
      text: {
        ja: ['${1:手続きは}', { text: '${2:こちら}', link: id(3, 'link') }],
        en: ['${4:Go to }', { text: '${5:your account}', link: id(3, 'link') }],
      },
    },
  },
  {
    label: 'button',
    description: 'A button that leads to a link / リンクになるボタン',
    body: { kind: 'button', label: text(1, '確認する', 'Confirm'), link: id(3, 'link') },
  },
  {
    label: 'list',
    description: 'A list / 箇条書き',
    body: { kind: 'list', items: [text(1, '一つ目', 'First'), text(3, '二つ目', 'Second')] },
  },
  {
    label: 'table',
    description: 'A table of names and values / 項目と値の表',
    body: {
      kind: 'table',
      heading: 'column',
      rows: [[text(1, '金額', 'Amount'), text(3, '4,500 円', '4,500 yen')]],
    },
  },
  {
    label: 'greeting',
    description: 'The greeting / 宛名',
    body: { kind: 'text', slot: 'greeting', text: text(1, 'お客様', 'Dear customer') },
  },
  {
    label: 'signature',
    description: 'The signature / 署名',
    body: { kind: 'text', slot: 'signature', text: text(1, '窓口', 'The desk') },
  },
];

const clue = {
  id: id(1, 'clue'),
  cue: '${2:link-target}',
  fact: id(3, 'fact'),
  anchor: { link: id(4, 'link') },
  explanation: text(5, 'リンク先が違います。', 'The link leads elsewhere.'),
};
const fact = {
  id: id(1, 'fact'),
  weight: '${2:strong}',
  title: text(3, '分かること', 'What there is to find out'),
};

const messages: readonly Snippet[] = [
  {
    label: 'genuine mail',
    description: 'A genuine mail, complete / 正規のメールひとそろい',
    body: {
      id: id(1, 'message'),
      channel: 'mail',
      from: { name: text(2, '窓口', 'The desk'), address: '${4:desk@example1.co.jp}' },
      to: [{ address: '${5:you@example5.co.jp}' }],
      subject: text(6, '件名', 'Subject'),
      sent: '2026-04-08T10:15:00+09:00',
      delivery: declared,
      body: [{ kind: 'text', text: text(8, '本文', 'Text') }],
      solution: {
        truth: 'legitimate',
        archetype: '${10:notice}',
        best: { action: 'keep', reason: text(11, '返事は要りません。', 'It needs no answer.') },
        decoys: [],
        reassurances: [
          {
            id: 'sender',
            anchor: { field: 'fromAddress' },
            explanation: text(13, '公式のドメインです。', 'The domain is theirs.'),
          },
        ],
        lesson: text(15, '学ぶこと', 'What to learn'),
        source: { text: text(17, '創作です。', 'Invented.') },
      },
    },
  },
];

/** The pieces by the field in which they are offered. Of a list, they are its items. */
export const snippets: Readonly<Record<string, readonly Snippet[]>> = {
  delivery: deliveries,
  body: blocks,
  blocks,
  messages,
  clues: [{ label: 'clue', description: 'A sign, its place and its explanation / 手がかり', body: clue }],
  facts: [{ label: 'fact', description: 'What there is to find out / 事実', body: fact }],
};
