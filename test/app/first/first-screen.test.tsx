import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { inboxScreen } from '../../../src/app/first/first-screen.ts';
import type { InboxHead } from '../../../src/inbox/inbox-head.ts';
import { headOf, inboxFrame, speak, startFrame } from '../../../src/app/first/prerender.tsx';
import { Hero } from '../../../src/app/start/Hero.tsx';
import { inboxRound } from '../../../src/core/round/played-message.ts';
import type { Scenario } from '../../../src/core/scenario/format/scenario.ts';
import { languages } from '../../../src/core/scenario/format/vocabulary.ts';
import { firstSettings } from '../../../src/device/settings.ts';
import { createGame } from '../../../src/play/store.ts';
import { InboxScreen } from '../../../src/play/InboxScreen.tsx';
import { aMessage, aScenario, both } from '../../fixtures/builders.ts';

const content = join(import.meta.dirname, '../../../content/packs');
const shipped = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((file) => /[\\/]scenarios[\\/]/.test(file))
  .map((file): Scenario => {
    const scenario: Scenario = JSON.parse(readFileSync(join(content, file), 'utf8'));
    return scenario;
  });

const nowhere = (): void => undefined;
const href = '#/play/a-pack/a-morning';

/** The first screen as the script draws it. */
function first(frame: string, head: InboxHead, settings = firstSettings): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = frame;
  const place = document.createElement('div');
  place.append(inboxScreen(document.importNode(template.content, true), head, href, settings));
  return place;
}

/** The same screen as the game draws it. */
function game(scenario: Scenario, skin = firstSettings.skin): HTMLElement {
  const round = inboxRound(scenario, { pack: { id: 'a-pack' }, assets: '' });
  const { container, unmount } = render(
    <InboxScreen
      game={createGame(round, { now: () => 0 })}
      skin={skin}
      onLeave={nowhere}
      onAgain={nowhere}
      onPractise={nowhere}
      onProgress={nowhere}
      onCertificate={nowhere}
    />,
  );
  const copy = document.createElement('div');
  copy.innerHTML = container.innerHTML;
  unmount();
  return copy;
}

/** What takes room or is read: each element that lays out, with its classes and its own words. */
const laidOut = (screen: ParentNode): readonly string[] =>
  [...screen.querySelectorAll('.stage, .stage *, .phone-hint')].map((element) =>
    [
      element.matches('.row, .button.main') ? 'control' : element.localName,
      element.getAttribute('class') ?? '',
      // Only the beginning of a preview is in sight.
      [...element.childNodes].map((node) => (node instanceof Text ? node.data.slice(0, 52) : '')).join('|'),
      element.getAttribute('datetime') ?? '',
    ].join(' '),
  );

describe.each(languages)('the first screen in %s', (language) => {
  beforeEach(async () => speak(language));

  it.each(shipped)('of $id is laid out as the game lays it out', (scenario) => {
    const drawn = first(inboxFrame(language), headOf(scenario, language));
    const played = game(scenario);
    const rows = drawn.querySelectorAll('.row').length;
    for (const item of [...played.querySelectorAll('.rows > li')].slice(rows)) item.remove();
    for (const list of played.querySelectorAll('.rows:empty')) {
      list.previousElementSibling?.remove();
      list.remove();
    }
    expect(laidOut(drawn)).toEqual(laidOut(played));
  });

  it('is the phone where the player chose it', () => {
    const drawn = first(inboxFrame(language), headOf(aScenario(), language), {
      ...firstSettings,
      skin: 'phone',
    });
    expect(laidOut(drawn)).toEqual(laidOut(game(aScenario(), 'phone')));
  });

  it('shows as many envelopes as there are messages', () => {
    const drawn = first(inboxFrame(language), headOf(aScenario(), language));
    expect(drawn.querySelectorAll('.progress-mark')).toHaveLength(2);
    expect(drawn.querySelector('.progress span')?.textContent).toBe('0 / 2');
  });

  it('leads to each message by an address', () => {
    const drawn = first(inboxFrame(language), headOf(aScenario(), language));
    const addresses = [...drawn.querySelectorAll('.client a')].map((row) => row.getAttribute('href'));
    expect(addresses).toEqual([`${href}/notice`, `${href}/genuine`, `${href}/notice`]);
  });

  it('keeps hostile texts texts', () => {
    const hostile = '<img src=x onerror=alert(1)>{title}&amp;<a href="javascript:alert(1)">x</a>';
    const scenario = aScenario({ title: both(hostile), messages: [aMessage({ subject: both(hostile) })] });
    const drawn = first(inboxFrame(language), headOf(scenario, language));
    expect(drawn.querySelector('h1')?.textContent).toBe(hostile);
    expect(drawn.querySelector('.row-subject')?.textContent).toBe(hostile);
    expect(drawn.querySelectorAll('img, script, [href^="javascript"]')).toHaveLength(0);
  });

  it('of the start page is laid out as the game lays it out', () => {
    const template = document.createElement('template');
    template.innerHTML = startFrame(language, href);
    const drawn = template.content.querySelector('.hero');
    const { container } = render(<Hero onward={undefined} onGo={nowhere} />);
    const words = (part: Element | null): string | undefined => part?.textContent ?? undefined;
    expect(words(drawn)).toBe(words(container.querySelector('.hero')));
    expect(drawn?.querySelector('.hero-go a')?.getAttribute('href')).toBe(href);
  });
});

describe('the head of an inbox', () => {
  it('holds nothing that the list does not show', () => {
    const scenario = aScenario({ messages: [aMessage()] });
    const text = JSON.stringify(headOf(scenario, 'en'));
    for (const hidden of ['phish', 'example.net', 'Check that', 'odd-link', 'report'])
      expect(text).not.toContain(hidden);
  });

  it('stops after the rows of a first screen', () => {
    const messages = Array.from({ length: 40 }, (_, at) => aMessage({ id: `m-${at}` }));
    const head = headOf(aScenario({ messages }), 'en');
    expect(head.count).toBe(40);
    expect(head.groups.flatMap(({ rows }) => rows)).toHaveLength(8);
  });
});
