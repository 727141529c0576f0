/** A message that is still being written → one that can be laid out, and what of it was not said. */
import { type Message, messageSchema, type SealedMessage } from '../scenario/format/message.ts';
import type { Scenario } from '../scenario/format/scenario.ts';
import { type Field, type Language, languages } from '../scenario/format/vocabulary.ts';

/** A message that can be looked at, and the fields that its author left open. */
export interface Partial {
  readonly message: SealedMessage;
  readonly unsaid: ReadonlySet<Field>;
}

/**
 * Fills the gaps of a message: a text in one language stands for both, and a delivery that is not known proves nothing.
 * Undefined where the value cannot be made a message of the format.
 */
export function drawable(
  value: unknown,
  recipient: Scenario['recipient'],
  clock: string,
): Partial | undefined {
  if (!isObject(value)) return undefined;
  const { solution: _, ...sealed } = value;
  const filled = isObject(sealed) ? withDefaults(sealed, recipient, clock) : {};
  const outcome = messageSchema.safeParse(inBoth({ ...filled, solution: anySolution }));
  if (!outcome.success) return undefined;
  const { solution: __, ...message } = outcome.data;
  return { message, unsaid: new Set(unsaidIn(value)) };
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only its form matters: it is taken off again. */
const anySolution = {
  truth: 'legitimate',
  archetype: 'draft',
  best: { action: 'keep', reason: { ja: '―', en: '–' } },
  decoys: [],
  reassurances: [{ id: 'draft', anchor: { slot: 'greeting' }, explanation: { ja: '―', en: '–' } }],
  lesson: { ja: '―', en: '–' },
  source: { text: { ja: '―', en: '–' } },
} as const satisfies Message['solution'];

/** What an author writes last. */
function withDefaults(value: Fields, { address }: Scenario['recipient'], clock: string): Fields {
  const common = { channel: 'mail', sent: clock, body: [{ kind: 'rule' }], ...value };
  if (common.channel !== 'mail') return common;
  const from = isObject(value['from']) ? value['from'] : {};
  return {
    to: [{ address }],
    subject: { ja: '―', en: '–' },
    ...common,
    from: { address: 'unknown@example.com', ...from },
    delivery: deliveryWithDefaults(value['delivery']),
    ...(Array.isArray(value['attachments']) && { attachments: value['attachments'].map(named) }),
  };
}

/** A delivery as received is whole; at most its clock is not known. */
function deliveryWithDefaults(delivery: unknown): Fields {
  if (!isObject(delivery)) return neutral;
  return { ...(delivery['route'] === 'received' ? { zone: neutral.zone } : neutral), ...delivery };
}

/** Neither speaks for a mail nor against it. */
const neutral = {
  route: 'direct',
  host: 'mail.example.com',
  ip: '192.0.2.1',
  spf: 'none',
  dmarcPolicy: 'absent',
  charset: 'utf-8',
  zone: '+0900',
};

const named = (file: unknown): unknown =>
  isObject(file) ? { name: { ja: 'file', en: 'file' }, type: 'text', ...file } : file;

function unsaidIn(value: Fields): readonly Field[] {
  const delivery = isObject(value['delivery']) ? value['delivery'] : {};
  const lacks = (name: string): boolean => delivery[name] === undefined;
  if (delivery['route'] === 'received')
    return [
      ...(delivery['spf'] === 'unknown' ? (['spf'] as const) : []),
      ...(delivery['dmarc'] === 'unknown' ? (['dmarc'] as const) : []),
      ...(lacks('messageId') ? (['messageId'] as const) : []),
      ...(lacks('zone') ? (['date'] as const) : []),
    ];
  return [
    ...(lacks('spf') ? (['spf', 'dmarc'] as const) : []),
    ...(lacks('dkim') ? (['dkim'] as const) : []),
    ...(lacks('zone') ? (['date'] as const) : []),
    ...(lacks('host') ? (['messageId', 'received1', 'received2', 'received3'] as const) : []),
    ...(isObject(value['from']) && value['from']['address'] !== undefined
      ? []
      : (['fromAddress', 'fromName'] as const)),
  ];
}

/** In levels: the format is not deeper. */
const deepest = 40;

/** A value with each text of one language standing for both, and a dash for a text that has no words yet. */
function inBoth(value: unknown, depth = 0): unknown {
  if (depth > deepest) return value;
  if (Array.isArray(value)) return value.map((item) => inBoth(item, depth + 1));
  if (!isObject(value)) return value;
  if (isUnwritten(value)) return unwritten;
  const keys = Object.keys(value).filter((key) => value[key] !== '' || !isLanguage(key));
  const only = keys.length === 1 ? languages.find((language) => language === keys[0]) : undefined;
  if (only !== undefined) return { [only]: value[only], [otherThan(only)]: value[only] };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inBoth(member, depth + 1)]));
}

const unwritten = { ja: '―', en: '–' };
const isLanguage = (key: string): boolean => languages.some((language) => language === key);
const isUnwritten = (value: Fields): boolean => {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => isLanguage(key) && value[key] === '');
};

const otherThan = (language: Language): Language => (language === 'ja' ? 'en' : 'ja');
