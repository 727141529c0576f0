import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Game } from '../../src/play/store.ts';
import { inPieces } from '../fixtures/in-pieces.ts';
import { aMessage, aScenario } from '../fixtures/builders.ts';
import { aRichMessage } from '../fixtures/rich-message.ts';
import { play, speak, stretches } from '../fixtures/screen.tsx';

const lens = { name: 'リンク先を調べる' };
const loupe = { name: 'リンク先を調べる：手続きのページを開く' };

/** Only the moves that set and remove flags. */
const flagsIn = (game: Game) =>
  game.store.getState().moves.filter(({ kind }) => kind === 'flag' || kind === 'unflag');

describe('a link', () => {
  it('opens the lens from its loupe, with the parts of the address and its owner, without leaving the page', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByRole('button', loupe));
    const dialog = within(await screen.findByRole('dialog', lens));
    expect(dialog.getByText('登録ドメイン').nextElementSibling).toHaveTextContent('example');
    expect(dialog.getByText(inPieces('example.net'), { selector: 'strong' })).toBeInTheDocument();
    expect(dialog.queryByRole('link')).toBeNull();
    expect(location.href).toBe('http://localhost:3000/');
  });

  it('is no real link anywhere in a message', () => {
    const { container } = play(aScenario({ messages: [aRichMessage()] }), { open: 'notice' });
    expect(container.querySelector('[href]')).toBeNull();
  });

  it('is flagged by a click on it, and its loupe does not flag', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByRole('button', loupe));
    await user.click(within(await screen.findByRole('dialog', lens)).getByRole('button', { name: '閉じる' }));
    expect(flagsIn(game)).toEqual([]);
    await user.click(screen.getByText('手続きのページを開く'));
    expect(flagsIn(game)).toMatchObject([{ kind: 'flag', region: 'link/main' }]);
  });

  it('shows its target while it is pointed at, and no longer', async () => {
    const { user, container } = play(aScenario(), { open: 'notice' });
    const bar = container.querySelector('.status-bar');
    await user.hover(screen.getByText('手続きのページを開く'));
    expect(bar).toHaveTextContent('https://login.example.net/check');
    await user.hover(screen.getByText('山田 葵 様'));
    expect(bar).toBeEmptyDOMElement();
  });

  it('shows its target while the keyboard is on it', async () => {
    const { user, container } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByText('手続きのページを開く'));
    expect(container.querySelector('.status-bar')).toHaveTextContent('https://login.example.net/check');
  });

  it('names the whole link on its loupe, even if the link has several styles', () => {
    const message = aMessage({
      body: [
        {
          kind: 'text',
          text: {
            ja: [
              { text: '手続きの', link: 'main' },
              { text: 'ページ', link: 'main', bold: true },
            ],
            en: [
              { text: 'The ', link: 'main' },
              { text: 'page', link: 'main', bold: true },
            ],
          },
        },
      ],
    });
    play(aScenario({ messages: [message] }), { open: 'notice' });
    expect(screen.getByRole('button', { name: 'リンク先を調べる：手続きのページ' })).toBeInTheDocument();
  });

  it('has a loupe at each of two places in one line', () => {
    const twice = (before: string, between: string, after: string) => [
      { text: before, link: 'main' },
      between,
      { text: after, link: 'main' },
    ];
    const message = aMessage({
      body: [
        {
          kind: 'text',
          text: { ja: twice('申込書', 'と', '手引き'), en: twice('the form', ' and ', 'the guide') },
        },
      ],
    });
    play(aScenario({ messages: [message] }), { open: 'notice' });
    expect(screen.getByRole('button', { name: 'リンク先を調べる：申込書' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'リンク先を調べる：手引き' })).toBeInTheDocument();
  });

  it('opens a mock page only from the lens', async () => {
    const { user } = play(aScenario({ messages: [aRichMessage()] }), { open: 'notice' });
    await user.click(screen.getByRole('button', { name: 'リンク先を調べる：花森の案内' }));
    const plain = within(await screen.findByRole('dialog', lens));
    expect(plain.queryByRole('button', { name: '開いてみる（模擬ページ）' })).toBeNull();
    await user.click(plain.getByRole('button', { name: '閉じる' }));
    await user.click(screen.getByRole('button', { name: 'リンク先を調べる：確認する' }));
    await user.click(await screen.findByRole('button', { name: '開いてみる（模擬ページ）' }));
    expect(await screen.findByRole('dialog', { name: '模擬ブラウザー' })).toHaveTextContent('花森 ログイン');
    expect(screen.queryByRole('dialog', lens)).toBeNull();
  });

  it('is explained in the language of the screen', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByRole('button', loupe));
    await screen.findByRole('dialog', lens);
    await speak('en');
    expect(screen.getByRole('dialog', { name: 'Inspect the link' })).toHaveTextContent('Registered domain');
  });
});

describe('a finger held on a link', () => {
  afterEach(() => vi.useRealTimers());

  const hold = (link: HTMLElement, milliseconds: number): void => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    fireEvent(link, touch('pointerdown'));
    vi.advanceTimersByTime(milliseconds);
    fireEvent(link, touch('pointerup'));
    fireEvent.click(link, { detail: 1 });
    vi.useRealTimers();
  };

  it('opens the lens and sets no flag when it is lifted', async () => {
    const { game } = play(aScenario(), { open: 'notice' });
    hold(screen.getByText('手続きのページを開く'), 600);
    expect(await screen.findByRole('dialog', lens)).toBeInTheDocument();
    expect(flagsIn(game)).toEqual([]);
  });

  it('does not suppress a later key press if no click followed the hold', async () => {
    const { game } = play(aScenario(), { open: 'notice' });
    const link = screen.getByText('手続きのページを開く');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    fireEvent(link, touch('pointerdown'));
    vi.advanceTimersByTime(600);
    vi.useRealTimers();
    await screen.findByRole('dialog', lens);
    // A click by keyboard has a count of 0.
    fireEvent.click(link, { detail: 0 });
    expect(flagsIn(game)).toMatchObject([{ kind: 'flag', region: 'link/main' }]);
  });

  it('flags like any tap when it is lifted soon', () => {
    const { container } = play(aScenario(), { open: 'notice' });
    hold(screen.getByText('手続きのページを開く'), 100);
    expect(screen.queryByRole('dialog', lens)).toBeNull();
    expect(stretches(container, 'link/main')[0]).toHaveAttribute('aria-pressed', 'true');
  });
});

/** jsdom knows no PointerEvent with a pointerType of its own. */
function touch(type: string): Event {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'pointerType', { value: 'touch' });
  return event;
}
