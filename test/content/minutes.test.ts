import { describe, expect, it } from 'vitest';
import { minutesEach, minutesFor } from '../../src/core/round/minutes.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import type { Language } from '../../src/core/scenario/format/vocabulary.ts';
import { linesOf } from '../../src/core/scenario/layout/blocks.ts';
import { titleOf } from '../../src/core/scenario/layout/headline.ts';
import { layOut } from '../../src/core/scenario/layout/regions.ts';
import { shippedScenarios } from '../fixtures/shipped.ts';

const inboxes = shippedScenarios.map(([, text]): Scenario => JSON.parse(text));

/** Words a minute in English (Brysbaert 2019), characters in Japanese. */
const speed = { en: 238, ja: 500 } as const satisfies Record<Language, number>;
/** The most that a debrief says at first sight. */
const debrief = { en: 80, ja: 200 } as const satisfies Record<Language, number>;
/** Opening it, two stamps, a look at a link and closing it, a tool, a seal, the answer and going on, at two seconds each. */
const clicking = (9 * 2) / 60;
/** Seconds to decide. */
const thinking = 20 / 60;

const amountOf = (text: string, language: Language): number =>
  language === 'en' ? text.split(/\s+/).length : text.length;

const readOf = (message: Message, language: Language): number =>
  amountOf(titleOf(message)[language], language) +
  linesOf(layOut(message).body).reduce((sum, { plain }) => sum + amountOf(plain[language], language), 0);

/** Minutes for some messages of an inbox, its story read once. */
function minutesOf({ story }: Scenario, messages: readonly Message[], language: Language): number {
  const read = messages.reduce((sum, message) => sum + readOf(message, language) + debrief[language], 0);
  const words = read + amountOf(story[language], language);
  return words / speed[language] + messages.length * (clicking + thinking);
}

describe.each(['en', 'ja'] as const)('the minutes that screens promise, in %s', (language) => {
  it('follow from the words and clicks of the shipped messages', () => {
    const all = inboxes.reduce((sum, inbox) => sum + minutesOf(inbox, inbox.messages, language), 0);
    const each = all / inboxes.flatMap(({ messages }) => messages).length;
    expect(Math.abs(each - minutesEach)).toBeLessThan(0.25);
  });

  it('are six to eight for the first five messages, as measured and as promised', () => {
    const first = inboxes.find(({ id }) => id === 'first-five');
    if (first === undefined) throw new Error('it is not shipped');
    expect(first.messages).toHaveLength(5);
    expect(minutesFor(5)).toBeGreaterThanOrEqual(6);
    expect(minutesFor(5)).toBeLessThanOrEqual(8);
    const measured = minutesOf(first, first.messages, language);
    expect(measured).toBeGreaterThanOrEqual(6);
    expect(measured).toBeLessThanOrEqual(8);
    expect(Math.abs(measured - minutesFor(5))).toBeLessThan(1);
  });
});
