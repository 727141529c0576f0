/** Messages and answers for the engine's tests: valid by default, override what matters. */
import fc from 'fast-check';
import type { Source } from '../../../src/core/engine/sources.ts';
import type { Action, CompleteAnswer, Flags } from '../../../src/core/engine/answer.ts';
import type { Anchor } from '../../../src/core/scenario/format/anchor.ts';
import type { Mail, Message } from '../../../src/core/scenario/format/message.ts';
import type {
  Clue,
  Decoy,
  PhishSolution,
  Premise,
  Reassurance,
  Solution,
  Truth,
} from '../../../src/core/scenario/format/solution.ts';
import type { Localized } from '../../../src/core/scenario/format/text.ts';

export const both = (text: string): Localized => ({ ja: text, en: text });

type Fact = PhishSolution['facts'][number];
type LegitimateSolution = Extract<Solution, { truth: 'legitimate' }>;

export const aFact = (over: Partial<Fact> = {}): Fact => ({
  id: 'fact',
  weight: 'decisive',
  title: both('The sender is not who it says'),
  ...over,
});

export const aClue = (over: Partial<Clue> = {}): Clue => ({
  id: 'clue',
  cue: 'sender-address',
  fact: 'fact',
  anchor: { field: 'fromAddress' },
  explanation: both('Look at the address'),
  ...over,
});

export const aDecoy = (over: Partial<Decoy> = {}): Decoy => ({
  id: 'decoy',
  anchor: { field: 'date' },
  explanation: both('Sent at night, as every month'),
  ...over,
});

export const aReassurance = (over: Partial<Reassurance> = {}): Reassurance => ({
  id: 'reassurance',
  anchor: { field: 'dmarc' },
  explanation: both('It passed'),
  ...over,
});

export const aPremise = (over: Partial<Premise> = {}): Premise => ({
  audience: 'office',
  process: 4,
  relevance: 4,
  events: 2,
  consequence: 4,
  exposure: 2,
  ...over,
});

const common = {
  archetype: 'account-notice',
  decoys: [],
  lesson: both('Check the address'),
  source: { text: both('Made up') },
};

export const aPhishSolution = (over: Partial<PhishSolution> = {}): PhishSolution => ({
  truth: 'phish',
  facts: [aFact()],
  clues: [aClue()],
  premise: [aPremise()],
  difficulty: 'very',
  best: { action: 'report', reason: both('It protects others') },
  ...common,
  ...over,
});

export const aLegitimateSolution = (over: Partial<LegitimateSolution> = {}): LegitimateSolution => ({
  truth: 'legitimate',
  reassurances: [aReassurance()],
  best: { action: 'keep', reason: both('Nothing to do') },
  ...common,
  ...over,
});

/** A message with a greeting, four sentences, a button, a signature and an attachment. */
export function aMailWith(solution: Solution = aPhishSolution(), over: Partial<Mail> = {}): Mail {
  return {
    id: 'message',
    channel: 'mail',
    from: { name: both('Support'), address: 'support@example.com' },
    to: [{ address: 'tanaka@example1.co.jp' }],
    subject: both('Your account'),
    sent: '2026-11-24T09:00:00+09:00',
    delivery: {
      route: 'direct',
      host: 'mail.example.com',
      ip: '192.0.2.10',
      spf: 'pass',
      dmarcPolicy: 'none',
      charset: 'utf-8',
      zone: '+0900',
    },
    attachments: [{ id: 'invoice', name: both('invoice.pdf'), type: 'pdf', bytes: 12_000 }],
    body: [
      { kind: 'text', slot: 'greeting', text: { ja: 'お客様各位', en: 'Dear customer' } },
      {
        kind: 'text',
        text: {
          ja: 'パスワードの期限が切れました。24時間以内に更新してください。更新しないと停止します。ご協力に感謝します。',
          en: 'Your password has expired. Renew it within 24 hours. Otherwise it will be suspended. Thank you for your help.',
        },
      },
      { kind: 'button', label: { ja: '更新する', en: 'Renew' }, link: 'renew' },
      { kind: 'text', slot: 'signature', text: { ja: 'サポート係', en: 'The support team' } },
    ],
    links: [{ id: 'renew', url: 'https://renew.example/' }],
    solution,
    ...over,
  };
}

export const sentence = {
  expired: 'body/1/0',
  urgent: 'body/1/1',
  threat: 'body/1/2',
  thanks: 'body/1/3',
} as const;

export const aLure = (over: Partial<PhishSolution> = {}): Message => aMailWith(aPhishSolution(over));

export const aGenuineMail = (over: Partial<LegitimateSolution> = {}): Message =>
  aMailWith(aLegitimateSolution(over));

interface Said {
  /** Flags in the ink of doubt; regions that are trusted go into `trust`. */
  readonly flags?: readonly string[];
  readonly trust?: readonly string[];
  readonly looked?: readonly Source[];
  readonly verdict?: Truth;
  readonly confidence?: number;
  readonly action?: Exclude<Action['kind'], 'verify'>;
}

/** Flags in either ink. */
export const inked = ({
  doubt = [],
  trust = [],
}: {
  readonly doubt?: readonly string[];
  readonly trust?: readonly string[];
}): Flags =>
  new Map([
    ...doubt.map((region) => [region, 'doubt'] as const),
    ...trust.map((region) => [region, 'trust'] as const),
  ]);

export const anAnswer = ({
  flags = [],
  trust = [],
  looked = [],
  verdict = 'phish',
  confidence = 1,
  action = 'report',
}: Said = {}): CompleteAnswer => ({
  flags: inked({ doubt: flags, trust }),
  ...(looked.length > 0 && { looked: new Set(looked) }),
  verdict,
  confidence,
  action: { kind: action },
  submitted: true,
});

// ---------------------------------------------------------------------------------------- any valid message

const anchors: readonly Anchor[] = [
  { field: 'subject' },
  { field: 'fromName' },
  { field: 'fromAddress' },
  { field: 'replyTo' },
  { field: 'dkim' },
  { field: 'received3' },
  { link: 'renew' },
  { attachment: 'invoice' },
  { slot: 'greeting' },
  { slot: 'signature' },
  { slot: 'logo' },
  { quote: { ja: '期限が切れました', en: 'has expired' } },
  { quote: { ja: '24時間以内' } },
  { quote: { en: 'suspended. Thank you' } },
  { quote: { ja: '更新してください。更新しない', en: 'within 24 hours. Otherwise' } },
];

const anchor = fc.constantFrom(...anchors);

const anyDecoys = fc
  .array(fc.record({ anchor, myth: fc.boolean() }), { maxLength: 4 })
  .map((decoys) =>
    decoys.map(({ anchor, myth }, index) =>
      aDecoy({ id: `decoy-${index}`, anchor, ...(myth && { weighs: 'nothing' }) }),
    ),
  );

/** Any lure: up to five facts, each proved by up to three clues, some lying in the same regions as decoys and myths. */
export const anyLure: fc.Arbitrary<Message> = fc
  .record({
    facts: fc.array(
      fc.record({
        weight: fc.constantFrom('decisive' as const, 'strong' as const, 'soft' as const),
        anchors: fc.array(anchor, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    decoys: anyDecoys,
    best: fc.constantFrom('report' as const, 'verify' as const, 'delete' as const),
  })
  .map(({ facts, decoys, best }) =>
    aLure({
      facts: facts.map(({ weight }, index) => aFact({ id: `fact-${index}`, weight })),
      clues: facts.flatMap(({ anchors }, fact) =>
        anchors.map((anchor, index) => aClue({ id: `clue-${fact}-${index}`, fact: `fact-${fact}`, anchor })),
      ),
      decoys,
      best: { action: best, reason: both('Because') },
    }),
  );

/** Any genuine mail, with decoys, myths and reassurances. */
export const anyGenuineMail: fc.Arbitrary<Message> = fc
  .record({ decoys: anyDecoys, reassured: fc.array(anchor, { minLength: 1, maxLength: 3 }) })
  .map(({ decoys, reassured }) =>
    aGenuineMail({
      decoys,
      reassurances: reassured.map((anchor, index) => aReassurance({ id: `reassurance-${index}`, anchor })),
    }),
  );

export const anyMessage = fc.oneof(anyLure, anyGenuineMail);
