/** The head of an inbox: what the page shows of it before the game has loaded. */
import type { SealedMessage } from '../core/scenario/format/message.ts';
import type { Scenario } from '../core/scenario/format/scenario.ts';
import { channels } from '../core/scenario/format/vocabulary.ts';
import { previewOf, senderOf, threadLength, topicOf } from '../core/scenario/layout/headline.ts';
import { type Language, pick } from '../i18n/language.ts';
import { listGroup, listTime } from '../i18n/moment.ts';
import { sentencesIn } from '../i18n/setup.ts';
import type { HeadRow, InboxHead } from './inbox-head.ts';
import { letterOf, tintOf } from './message/Avatar.tsx';
import { groupsOf } from './message/MessageList.tsx';

/** More rows than that are on no first screen; the game draws the rest. */
const mostRows = 8;

/** In UTF-16 units. The widest list shows no more. */
const longestPreview = { ja: 52, en: 104 } satisfies Record<Language, number>;

/** The head of a scenario with its messages in the order of play. The sentences of the language must be loaded. */
export function headOf(
  scenario: Scenario,
  messages: readonly SealedMessage[],
  language: Language,
): InboxHead {
  const { clock: now, recipient } = scenario;
  const entries = messages
    .slice(0, mostRows)
    .map((message) => ({ message, state: 'new' as const, ink: undefined, clock: now }));
  const name = pick(recipient.name, language);
  const { amount, done, ago, thread } = wordsOf(messages.length, language);
  return {
    format: 1,
    count: messages.length,
    words: {
      title: pick(scenario.title, language),
      story: pick(scenario.story, language),
      name,
      place: `${pick(recipient.organization, language)} · ${listGroup(now, now, language).date}`,
      amount,
      done,
    },
    letter: letterOf(name),
    tint: tintOf(recipient.name.ja),
    groups: groupsOf(entries, language).map(({ heading, entries: group }) => ({
      heading: heading.ago === 'earlier' ? [heading.date] : [ago(heading.ago), heading.date],
      rows: group.map(({ message }): HeadRow => {
        const sender = pick(senderOf(message), language);
        const topic = topicOf(message);
        const mails = threadLength(message);
        return {
          id: message.id,
          channel: channels.indexOf(message.channel),
          sender,
          letter: letterOf(sender),
          tint: tintOf(senderOf(message).ja),
          sent: message.sent,
          time: listTime(message.sent, now, language),
          ...(topic && { topic: pick(topic, language) }),
          preview: previewOf(message, language).slice(0, longestPreview[language]),
          ...(message.attachments && { clip: true }),
          ...(mails > 1 && { thread: { count: mails, words: thread(mails) } }),
        };
      }),
    })),
  };
}

/** The sentences that say how many messages there are, as the screens say them, and the headings of days. */
export function wordsOf(count: number, language: Language) {
  const t = sentencesIn(language);
  return {
    amount: t('game.messages', { count }),
    done: `0 / ${count}`,
    thread: (mails: number) => t('inbox.thread', { count: mails }),
    ago: (day: 'today' | 'yesterday') => t(`inbox.${day}`),
  };
}
