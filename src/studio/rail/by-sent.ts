/** The order of an inbox. */
import { memberOf } from '../../core/draft/json.ts';
import type { DraftMessage } from '../../core/draft/read-file.ts';

/** When a message was sent, ISO 8601; undefined while it does not say so. */
export function sentOf(message: Pick<DraftMessage, 'value'> | undefined): string | undefined {
  const sent = memberOf(message?.value, 'sent');
  return typeof sent === 'string' && !Number.isNaN(Date.parse(sent)) ? sent : undefined;
}

/** The indices of messages, the newest first; those without a time are the last ones, in the order of the file. */
export function bySent(messages: readonly Pick<DraftMessage, 'value'>[]): readonly number[] {
  const times = messages.map((message) => Date.parse(sentOf(message) ?? ''));
  const timeAt = (index: number): number => {
    const time = times[index];
    return time === undefined || Number.isNaN(time) ? -Infinity : time;
  };
  return messages
    .map((_, index) => index)
    .toSorted((one, other) => (timeAt(one) === timeAt(other) ? one - other : timeAt(other) - timeAt(one)));
}
