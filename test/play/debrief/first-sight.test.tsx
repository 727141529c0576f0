import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { CompleteAnswer } from '../../../src/core/engine/answer.ts';
import { assess } from '../../../src/core/engine/assess.ts';
import { debriefOf } from '../../../src/core/engine/debrief/debrief.ts';
import { answersOfPlayer } from '../../../src/core/engine/model-players.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import type { Scenario } from '../../../src/core/scenario/format/scenario.ts';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { FirstSight } from '../../../src/play/debrief/FirstSight.tsx';
import { withoutBreaks } from '../../fixtures/in-pieces.ts';
import { drawOnUse, speak } from '../../fixtures/screen.tsx';
import { shippedScenarios } from '../../fixtures/shipped.ts';

const inboxes = shippedScenarios.map(([path, text]): readonly [string, Scenario] => [path, JSON.parse(text)]);

const never = (): number => 0;

/** A flawless answer, a wrong one without flags, and wrong ones that flag everything in either ink. */
function modelAnswers(message: Message): ReadonlyMap<string, CompleteAnswer> {
  const [flawless] = answersOfPlayer('flawless', message, never);
  if (flawless === undefined) throw new Error('no flawless answer');
  const wrong: CompleteAnswer = {
    ...flawless,
    flags: new Map(),
    verdict: flawless.verdict === 'phish' ? 'legitimate' : 'phish',
  };
  const all = (ink: 'doubt' | 'trust'): CompleteAnswer => ({
    ...wrong,
    flags: new Map(layOut(message).regions.map(({ key }) => [key, ink])),
    looked: new Set(['within'] as const),
  });
  return new Map([
    ['flawless', { ...flawless, looked: new Set(['within'] as const) }],
    ['all missed', wrong],
    ['all doubted', all('doubt')],
    ['all trusted', all('trust')],
  ]);
}

/** Of two addresses one below the other, what differs is read. */
function differencesOnly(drawn: Element): Element {
  for (const address of drawn.querySelectorAll('.evidence dd'))
    address.replaceChildren(...address.querySelectorAll('mark'));
  return drawn;
}

const lengthOf = (text: string, language: Language): number =>
  language === 'ja'
    ? text.replaceAll(/\s/g, '').length
    : text.split(/\s+/).filter((word) => word !== '').length;

const most = { ja: 200, en: 80 } as const satisfies Record<Language, number>;

afterEach(cleanup);

describe.each(inboxes)('the first sight of a debrief in %s', (_, scenario) => {
  it.each(['ja', 'en'] as const)('is short for every answer, in %s', async (language) => {
    await speak(language);
    const tooLong: string[] = [];
    for (const message of scenario.messages) {
      for (const [player, answer] of modelAnswers(message)) {
        const assessment = assess(message, answer);
        const { container, unmount } = await drawOnUse(
          <FirstSight
            message={message}
            scenario={scenario}
            answer={answer}
            assessment={assessment}
            debrief={debriefOf(message, assessment)}
            at={0}
            onStep={() => {}}
            onReveal={() => {}}
          />,
        );
        await screen.findByRole('heading', { level: 2 });
        // Each text is in its own element, so that words of two texts do not join; an address is one word.
        const shown = withoutBreaks(differencesOnly(container));
        const texts = [...shown.querySelectorAll('.first-sight *')]
          .filter(({ childElementCount }) => childElementCount === 0)
          .map(({ textContent }) => textContent);
        const text = texts.join(' ');
        const length = lengthOf(text, language);
        const twice = texts.find(
          (one, index) => one.length > 9 && texts.some((other, at) => at > index && other.includes(one)),
        );
        expect(twice, `${message.id}, ${player}`).toBeUndefined();
        if (length > most[language]) tooLong.push(`${message.id}, ${player}: ${length}: ${text}`);
        unmount();
      }
    }
    expect(tooLong).toEqual([]);
  });
});
