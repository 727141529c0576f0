import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aMessage, aScenario } from '../fixtures/builders.ts';
import { aRichMessage } from '../fixtures/rich-message.ts';
import { made, play, speak, stops, stretches } from '../fixtures/screen.tsx';

const greeting = { name: '山田 葵 様' };
const pressed = (): readonly (string | null)[] =>
  screen.getAllByRole('button', { pressed: true }).map(({ textContent }) => textContent);

/** The regions that Tab can stop at. */
const tabStops = (container: HTMLElement): readonly HTMLElement[] => [
  ...container.querySelectorAll<HTMLElement>('.region[tabindex="0"]'),
];

describe('a part of a message', () => {
  it('is flagged by one click and unflagged by another', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    const part = screen.getByRole('button', greeting);
    await user.click(part);
    expect(part).toHaveAttribute('aria-pressed', 'true');
    expect(part).toHaveAccessibleDescription('疑いの印');
    expect(part.querySelector('.ink-seal')).toHaveClass('doubt');
    await user.click(part);
    expect(part).toHaveAttribute('aria-pressed', 'false');
    expect(part).not.toHaveAccessibleDescription();
    expect(part.querySelector('.ink-seal')).toBeNull();
    expect(made(game).map(({ kind }) => kind)).toEqual(['flag', 'unflag']);
  });

  it.each([
    ['Enter', '{Enter}'],
    ['Space', ' '],
  ])('is flagged and unflagged by %s', async (_, key) => {
    const { user } = play(aScenario(), { open: 'notice' });
    const part = screen.getByRole('button', greeting);
    act(() => part.focus());
    await user.keyboard(key);
    expect(part).toHaveAttribute('aria-pressed', 'true');
    expect(part).toHaveFocus();
    await user.keyboard(key);
    expect(part).toHaveAttribute('aria-pressed', 'false');
  });

  it('keeps its name when it is flagged, so that the seal is not read out as text of the mail', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByRole('button', greeting));
    expect(screen.getByRole('button', greeting)).toHaveAttribute('aria-pressed', 'true');
  });

  it('shows one seal even if its text is split into several elements', async () => {
    const message = aMessage({
      body: [
        {
          kind: 'text',
          text: {
            ja: ['本日中に', { text: '必ず', bold: true }, 'お手続きください。'],
            en: ['Please do so ', { text: 'without fail', bold: true }, ' today.'],
          },
        },
      ],
      links: [],
    });
    const { user, container } = play(aScenario({ messages: [message] }), { open: 'notice' });
    await user.click(screen.getByText('必ず'));
    const parts = stretches(container, 'body/0/0');
    expect(parts).toHaveLength(3);
    for (const part of parts) expect(part).toHaveClass('flagged');
    expect(container.querySelectorAll('.stamp .ink-seal.doubt')).toHaveLength(1);
    expect(stops(container).filter((region) => region === 'body/0/0')).toHaveLength(1);
  });

  it('can be flagged if its slot is missing, by the name of the slot', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByRole('button', { name: '署名' }));
    expect(made(game)).toMatchObject([{ kind: 'flag', region: 'slot/signature' }]);
  });

  it('keeps its flag when the language changes and changes back', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByRole('button', greeting));
    await user.click(screen.getByRole('button', { name: '手続きのページを開く' }));
    const before = pressed();
    await speak('en');
    expect(pressed()).toEqual(['Dear Aoi Yamada', 'Open the page']);
    await speak('ja');
    expect(pressed()).toEqual(before);
  });

  it('stays flagged while another message is read', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByRole('button', greeting));
    // The parts beside the message load meanwhile, so each render is awaited.
    await act(() => Promise.resolve(game.openMessage('genuine')));
    expect(screen.getByRole('button', greeting)).toHaveAttribute('aria-pressed', 'false');
    await act(() => Promise.resolve(game.openMessage('notice')));
    expect(screen.getByRole('button', greeting)).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('the keyboard', () => {
  it('moves through every part in reading order with the arrow keys, and back', async () => {
    const { user, container } = play(aScenario({ messages: [aRichMessage()] }), { open: 'notice' });
    const order = stops(container);
    act(() => tabStops(container)[0]?.focus());
    const walked = [focusedRegion()];
    while (walked.length < order.length) {
      await user.keyboard(walked.length % 2 === 0 ? '{ArrowRight}' : '{ArrowDown}');
      walked.push(focusedRegion());
    }
    expect(walked).toEqual(order);
    await user.keyboard('{ArrowRight}');
    expect(focusedRegion()).toBe(order.at(-1));
    await user.keyboard('{ArrowLeft}{ArrowUp}');
    expect(focusedRegion()).toBe(order.at(-3));
  });

  it('goes to the first and last part with Home and End', async () => {
    const { user, container } = play(aScenario(), { open: 'notice' });
    act(() => tabStops(container)[0]?.focus());
    await user.keyboard('{End}');
    expect(focusedRegion()).toBe('slot/signature');
    await user.keyboard('{Home}');
    expect(focusedRegion()).toBe('field/subject');
  });

  it('ignores the keys that belong to an input method', () => {
    const { container } = play(aScenario(), { open: 'notice' });
    const [first] = tabStops(container);
    if (first === undefined) throw new Error('no part');
    act(() => first.focus());
    fireEvent.keyDown(first, { key: 'ArrowDown', isComposing: true });
    expect(first).toHaveFocus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(first).not.toHaveFocus();
  });

  it('has one Tab stop for the parts of a message, at the last position', async () => {
    const { user, container } = play(aScenario(), { open: 'notice' });
    expect(tabStops(container)).toHaveLength(1);
    act(() => tabStops(container)[0]?.focus());
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    const [stop, ...more] = tabStops(container);
    expect(more).toEqual([]);
    expect(stop).toHaveFocus();
    await user.tab();
    expect(focusedRegion()).toBeUndefined();
    await user.tab({ shift: true });
    expect(stop).toHaveFocus();
  });

  it('still has one Tab stop after the details that contained it are hidden', async () => {
    const { user, container } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByText('詳細を表示'));
    await screen.findByText('Message-ID', { selector: 'dt' });
    act(() => stretches(container, 'field/mime')[0]?.focus());
    await user.click(screen.getByText('詳細を隠す'));
    expect(tabStops(container)).toHaveLength(1);
  });

  it('keeps the Tab stop at the place where a field was flagged', async () => {
    const { user, container } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByText('詳細を表示'));
    await screen.findByText('Message-ID', { selector: 'dt' });
    const inDetails = stretches(container, 'field/subject')[1];
    act(() => inDetails?.focus());
    await user.keyboard('{Enter}');
    expect(inDetails).toHaveFocus();
    expect(tabStops(container)).toEqual([inDetails]);
  });

  it('ignores shortcuts of the browser', async () => {
    const { user, container } = play(aScenario(), { open: 'notice' });
    act(() => tabStops(container)[0]?.focus());
    const taken: boolean[] = [];
    addEventListener('keydown', (event) => taken.push(event.defaultPrevented));
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}{Control>}{End}{/Control}{Meta>}{ArrowDown}{/Meta}');
    expect(focusedRegion()).toBe('field/subject');
    expect(taken).not.toContain(true);
  });
});

function focusedRegion(): string | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset['region'] : undefined;
}
