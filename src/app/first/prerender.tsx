/**
 * Run by the build: draws the frames of the first screens to HTML, with a name in braces wherever a text of an inbox belongs, and writes
 * the head of each inbox.
 */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Block } from '../../core/scenario/format/block.ts';
import type { Message } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import { type Channel, channels } from '../../core/scenario/format/vocabulary.ts';
import { inboxRound } from '../../core/round/played-message.ts';
import { firstSettings } from '../../device/settings.ts';
import type { Language } from '../../i18n/language.ts';
import { listGroup } from '../../i18n/moment.ts';
import { changeLanguage, fetchSentences, startLanguage, useLanguage } from '../../i18n/setup.ts';
import { headOf as headWith, wordsOf } from '../../inbox/head-of.ts';
import type { InboxHead } from '../../inbox/inbox-head.ts';
import { createGame } from '../../play/store.ts';
import { InboxScreen } from '../../play/InboxScreen.tsx';
import { TopBar } from '../shell/TopBar.tsx';
import { Hero, HeroMail } from '../start/Hero.tsx';

/** Speaks a language from now on: the frames and heads are in it. */
export async function speak(language: Language): Promise<void> {
  await startLanguage(language);
  await changeLanguage(language);
  await Promise.all([fetchSentences('hero'), HeroMail.fetchAhead()]);
}

/** The frame of an inbox, in which every row stands for one channel, in the order of `channels`. */
export function inboxFrame(language: Language): string {
  const count = channels.length;
  const words = wordsOf(count, language);
  const day = listGroup(clock, clock, language).date;
  return drawn(<Inbox language={language} />)
    .replaceAll(
      /<button type="button" class="row new" aria-current="false">(.*?)<\/button>/gs,
      '<a class="row new" href="#">$1</a>',
    )
    .replace(
      /<button type="button" class="button main">(.*?)<\/button>/,
      '<a class="button main" href="#">$1</a>',
    )
    .replace('<header class="top-bar"', '<header class="top-bar" inert=""')
    .replace('<nav class="folders"', '<nav class="folders" inert=""')
    .replace(`translate="no">${count}<`, 'translate="no">{count}<')
    .replace(`>${words.done}<`, '>{done}<')
    .replace(`>${words.amount}<`, '>{amount}<')
    .replace(` · ${day}<`, '<');
}

/** The first screen of the start page; its button leads to `href`. */
export function startFrame(language: Language, href: string): string {
  return drawn(<Start language={language} />)
    .replace(
      /<button type="button" class="button main big" disabled="">(.*?)<\/button>/,
      `<a class="button main big" href="${href}">$1</a>`,
    )
    .replace('<header class="top-bar"', '<header class="top-bar" inert=""')
    .replace('<div class="hero-desk', '<div inert="" class="hero-desk');
}

/** The head of a scenario in the language that is spoken. */
export function headOf(scenario: Scenario, language: Language): InboxHead {
  const { messages } = inboxRound(scenario, { pack: { id: '' }, assets: '' });
  return headWith(
    scenario,
    messages.map(({ sealed }) => sealed),
    language,
  );
}

/** Any moment; the heads bring theirs. */
const clock = '2026-11-24T10:30:00+09:00';

const drawn = (screen: ReactNode): string => renderToStaticMarkup(screen);

const nowhere = (): void => undefined;

function Inbox({ language }: { readonly language: Language }) {
  const round = inboxRound(placeholder, { pack: { id: 'pack' }, assets: '' });
  const game = createGame(round, { now: () => 0 });
  const marks = channels.map(() => 'new' as const);
  return (
    <>
      <Bar language={language} progress={{ done: 0, count: marks.length, marks }} home="#/" />
      <InboxScreen
        game={game}
        skin="phone"
        onLeave={nowhere}
        onAgain={nowhere}
        onPractise={nowhere}
        onProgress={nowhere}
        onCertificate={nowhere}
      />
    </>
  );
}

function Start({ language }: { readonly language: Language }) {
  const { t } = useLanguage();
  return (
    <>
      <Bar language={language} progress={undefined} trainers="#/plan" />
      <main className="sheet start">
        <Hero onward={undefined} onGo={nowhere} />
        <p className="waiting">{t('app.loading')}</p>
      </main>
    </>
  );
}

type BarProps = Pick<Parameters<typeof TopBar>[0], 'language' | 'progress' | 'home' | 'trainers'>;

const Bar = (props: BarProps) => (
  <TopBar
    {...props}
    settings={firstSettings}
    skin={undefined}
    tools={undefined}
    onSkin={nowhere}
    onChange={nowhere}
    onSettings={nowhere}
    onHome={nowhere}
    onLanguage={nowhere}
  />
);

const alike = (text: string): Localized => ({ ja: text, en: text });

const delivery = {
  route: 'direct',
  host: 'mail.example.co.jp',
  ip: '192.0.2.1',
  spf: 'none',
  dmarcPolicy: 'none',
  charset: 'utf-8',
  zone: '+0900',
} as const;

const quote: Block = { kind: 'quote', attribution: alike(' '), blocks: [{ kind: 'text', text: alike('') }] };

/** An inbox with one message of each channel, whose texts name their places. */
const placeholder: Scenario = {
  format: 1,
  id: 'scenario',
  title: alike('{title}'),
  story: alike('{story}'),
  clock,
  recipient: {
    name: alike('{name}'),
    address: 'name@example.co.jp',
    organization: alike('{place}'),
    server: 'mx.example.co.jp',
  },
  companyRules: [],
  directory: [],
  messages: channels.map(messageOf),
  source: { text: alike('') },
  author: '',
  licence: '',
};

function messageOf(channel: Channel): Message {
  const sender = alike('{sender}');
  const mailbox = { name: sender, address: 'sender@example.co.jp' };
  const shared: Pick<Message, 'id' | 'sent' | 'body' | 'solution' | 'attachments'> = {
    id: channel,
    sent: clock,
    attachments: [],
    body: [{ kind: 'text', text: alike('{preview}') }],
    solution: {
      truth: 'legitimate',
      archetype: '',
      reassurances: [],
      decoys: [],
      best: { action: 'keep', reason: alike('') },
      lesson: alike(''),
      source: { text: alike('') },
    },
  };
  const topic = alike('{topic}');
  switch (channel) {
    case 'mail':
      // With an earlier mail, so that the frame has the place of the count.
      return {
        ...shared,
        body: [...shared.body, quote],
        channel,
        from: mailbox,
        to: [mailbox],
        subject: topic,
        delivery,
      };
    case 'sms':
      return { ...shared, channel, sender };
    case 'chat':
      return {
        ...shared,
        channel,
        workspace: topic,
        room: topic,
        author: { name: sender, account: '', membership: 'member' },
      };
    case 'invitation':
      return {
        ...shared,
        channel,
        subject: topic,
        organizer: mailbox,
        starts: clock,
        ends: clock,
        place: topic,
        attendees: [mailbox],
      };
    case 'voice':
      return { ...shared, channel, caller: sender, number: '', seconds: 1 };
    case 'letter':
      return { ...shared, channel, returnAddress: sender, addressee: topic, postage: topic };
  }
}
