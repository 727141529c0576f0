import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aScenario } from '../fixtures/builders.ts';
import { made, play } from '../fixtures/screen.tsx';

const greeting = { name: '山田 葵 様' };
const part = (): HTMLElement => screen.getByRole('button', greeting);

/** The events of a mouse that is pressed at one place and released at another, with a selection between. */
function drag(element: HTMLElement, { from, to }: { readonly from: number; readonly to: number }): void {
  fireEvent.pointerDown(element, { clientX: from, clientY: 10 });
  getSelection()?.setBaseAndExtent(element, 0, element, 1);
  fireEvent.click(element, { detail: 1, clientX: to, clientY: 10 });
}

describe('selecting text of a message', () => {
  it('flags nothing by dragging within a part', () => {
    const { game } = play(aScenario(), { open: 'notice' });
    drag(part(), { from: 5, to: 205 });
    expect(made(game)).toEqual([]);
    expect(getSelection()?.toString()).not.toBe('');
  });

  it('flags nothing by dragging if the browser selected nothing, like Chromium before the first letter', () => {
    const { game } = play(aScenario(), { open: 'notice' });
    fireEvent.pointerDown(part(), { clientX: 5, clientY: 10 });
    fireEvent.click(part(), { detail: 1, clientX: 205, clientY: 10 });
    expect(made(game)).toEqual([]);
  });

  it('ignores a double click and a triple click', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.dblClick(part());
    expect(part()).toHaveAttribute('aria-pressed', 'false');
    await user.tripleClick(part());
    expect(part()).toHaveAttribute('aria-pressed', 'false');
    expect(made(game).filter(({ kind }) => kind === 'flag')).toHaveLength(2);
  });

  it('keeps an existing flag through a double click', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    act(() => part().focus());
    await user.keyboard('{Enter}');
    await user.dblClick(part());
    expect(part()).toHaveAttribute('aria-pressed', 'true');
  });

  it('flags nothing by a click with Shift, which extends a selection', () => {
    const { game } = play(aScenario(), { open: 'notice' });
    fireEvent.click(part(), { detail: 1, shiftKey: true });
    expect(made(game)).toEqual([]);
  });

  it('flags nothing by a tap on selected text', () => {
    const { game } = play(aScenario(), { open: 'notice' });
    getSelection()?.setBaseAndExtent(part(), 0, part(), 1);
    fireEvent.pointerDown(part(), { pointerType: 'touch', clientX: 20, clientY: 10 });
    fireEvent.click(part(), { detail: 1, clientX: 20, clientY: 10 });
    expect(made(game)).toEqual([]);
  });

  it('leaves Shift with an arrow key to the browser, which selects by it', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    act(() => part().focus());
    await user.keyboard('{Shift>}{ArrowRight}{ArrowDown}{End}{/Shift}');
    expect(part()).toHaveFocus();
  });
});

describe('an ordinary press', () => {
  it('flags, however unsteady the hand', async () => {
    play(aScenario(), { open: 'notice' });
    drag(part(), { from: 20, to: 23 });
    await waitFor(() => expect(part()).toHaveAttribute('aria-pressed', 'true'));
    expect(getSelection()?.isCollapsed).toBe(true);
  });

  it('flags if the mouse moved further but selected nothing', async () => {
    play(aScenario(), { open: 'notice' });
    fireEvent.pointerDown(part(), { clientX: 20, clientY: 10 });
    fireEvent.click(part(), { detail: 1, clientX: 26, clientY: 13 });
    await waitFor(() => expect(part()).toHaveAttribute('aria-pressed', 'true'));
  });

  it('of a mouse flags text that was selected before', async () => {
    play(aScenario(), { open: 'notice' });
    getSelection()?.setBaseAndExtent(part(), 0, part(), 1);
    fireEvent.pointerDown(part(), { pointerType: 'mouse', clientX: 20, clientY: 10 });
    fireEvent.click(part(), { detail: 1, clientX: 20, clientY: 10 });
    await waitFor(() => expect(part()).toHaveAttribute('aria-pressed', 'true'));
  });

  it('flags while text elsewhere is selected', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    const other = screen.getByRole('button', { name: '署名' });
    getSelection()?.setBaseAndExtent(other, 0, other, 1);
    await user.click(part());
    await waitFor(() => expect(part()).toHaveAttribute('aria-pressed', 'true'));
  });

  it('of assistive technology flags even selected text', async () => {
    play(aScenario(), { open: 'notice' });
    getSelection()?.selectAllChildren(document.body);
    fireEvent.click(part());
    await waitFor(() => expect(part()).toHaveAttribute('aria-pressed', 'true'));
  });

  it.each([
    ['Enter', { key: 'Enter', code: 'Enter' }],
    ['the space bar', { key: ' ', code: 'Space' }],
    ['the space bar while a Japanese input method is on', { key: '\u3000', code: 'Space' }],
  ])('of %s flags once, however long the key is held', (_, key) => {
    const { game } = play(aScenario(), { open: 'notice' });
    fireEvent.keyDown(part(), key);
    fireEvent.keyDown(part(), { ...key, repeat: true });
    fireEvent.keyDown(part(), { ...key, repeat: true });
    expect(made(game).map(({ kind }) => kind)).toEqual(['flag']);
  });

  it.each(['ctrlKey', 'altKey', 'metaKey'])('of a key with %s is ignored', (modifier) => {
    const { game } = play(aScenario(), { open: 'notice' });
    expect(fireEvent.keyDown(part(), { key: ' ', code: 'Space', [modifier]: true })).toBe(true);
    expect(made(game)).toEqual([]);
  });
});
