/** What a channel shows must be possible. */
import { threadOf } from '../../scenario/layout/regions.ts';
import type { Rule } from '../rule.ts';

/** A thread lists its messages from the oldest, and all of them are older than the message itself. */
export const threadOrder: Rule = {
  name: 'thread-order',
  severity: 'error',
  summary: { ja: '古い順に並んでいないスレッド', en: 'A thread that does not run from the oldest' },
  scope: 'message',
  check: (message, path) => {
    const entries = threadOf(message);
    return entries.flatMap(({ sent }, index) => {
      const after = entries[index + 1]?.sent ?? message.sent;
      if (Date.parse(sent) <= Date.parse(after)) return [];
      return [
        {
          path: [...path, 'thread', index, 'sent'],
          text: {
            ja: 'スレッドの時刻が次の投稿（最後はこのメッセージ）より後になっています。古い順に並べてください。',
            en: 'This is later than the message after it in the thread (the last one: than the message itself). List them oldest first.',
          },
        },
      ];
    });
  },
};

/** A meeting ends after it starts. */
export const meetingEnds: Rule = {
  name: 'meeting-ends',
  severity: 'error',
  summary: { ja: '始まりより後に終わらない会議', en: 'A meeting that does not end after it starts' },
  scope: 'message',
  check: (message, path) => {
    if (message.channel !== 'invitation' || Date.parse(message.starts) < Date.parse(message.ends)) return [];
    return [
      {
        path: [...path, 'ends'],
        text: {
          ja: '会議の終わり（"ends"）が始まり（"starts"）より後になっていません。',
          en: 'The meeting must end ("ends") after it starts ("starts").',
        },
      },
    ];
  },
};
