import type { Rule } from '../rule.ts';

/** No message or notice is later than the time at which the scenario plays. */
export const sentAfterClock: Rule = {
  name: 'sent-after-clock',
  severity: 'warning',
  summary: {
    ja: '現在時刻 `clock` より後に届いたメッセージやお知らせ',
    en: 'A message or notice from later than `clock`',
  },
  scope: 'scenario',
  check: ({ clock, messages, notices = [] }) => {
    const dated = [
      ...messages.map(({ sent }, index) => ({ at: sent, path: ['messages', index, 'sent'] })),
      ...notices.map(({ posted }, index) => ({ at: posted, path: ['notices', index, 'posted'] })),
    ];
    return dated
      .filter(({ at }) => Date.parse(at) > Date.parse(clock))
      .map(({ at, path }) => ({
        path,
        text: {
          ja: `${at} は、このシナリオの現在時刻（"clock" の ${clock}）より後です。前の日時にしてください。`,
          en: `${at} is later than the scenario’s present ("clock", ${clock}). Give it an earlier time.`,
        },
      }));
  },
};
