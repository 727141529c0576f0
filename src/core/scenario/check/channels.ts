/** What a channel shows must be able to be: a thread grows downwards, a meeting ends after it began. */
import type { Path } from '../read/locate.ts';
import type { Flaw } from '../read/problem.ts';
import { threadOf } from '../layout/regions.ts';
import type { Message } from '../format/message.ts';
import type { Scenario } from '../format/scenario.ts';
import type { Localized } from '../format/text.ts';

/** A flaw for every thread that is not older than its message or out of order, and for a meeting that ends before it starts. */
export function channelFlaws(scenario: Scenario): readonly Flaw[] {
  return scenario.messages.flatMap((message, index) => [
    ...threadFlaws(message, ['messages', index]),
    ...meetingFlaws(message, ['messages', index, 'ends']),
  ]);
}

function threadFlaws(message: Message, path: Path): readonly Flaw[] {
  const entries = threadOf(message);
  return entries.flatMap(({ sent }, index): readonly Flaw[] => {
    const after = entries[index + 1]?.sent ?? message.sent;
    return Date.parse(sent) <= Date.parse(after)
      ? []
      : [flaw('thread-order', [...path, 'thread', index, 'sent'], threadOrder)];
  });
}

function meetingFlaws(message: Message, path: Path): readonly Flaw[] {
  if (message.channel !== 'invitation' || Date.parse(message.starts) < Date.parse(message.ends)) return [];
  return [flaw('meeting-ends', path, meetingEnds)];
}

const threadOrder: Localized = {
  ja: 'スレッドの時刻が次の投稿（最後はこのメッセージ）より後になっています。古い順に並べてください。',
  en: 'This is later than the message after it in the thread (the last one: than the message itself). List them oldest first.',
};
const meetingEnds: Localized = {
  ja: '会議の終わり（"ends"）が始まり（"starts"）より後になっていません。',
  en: 'The meeting must end ("ends") after it starts ("starts").',
};

function flaw(rule: string, path: Path, text: Localized): Flaw {
  return { rule, severity: 'error', path, text };
}
