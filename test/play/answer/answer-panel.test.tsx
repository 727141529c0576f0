import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { applySettings, firstSettings } from '../../../src/device/settings.ts';
import { aScenario } from '../../fixtures/builders.ts';
import { play, speak } from '../../fixtures/screen.tsx';

const submit = () => screen.getByRole('button', { name: '判を押す' });
const verdicts = () => screen.getByRole('radiogroup', { name: 'このメールは' });
const seal = (name: string) => within(verdicts()).getByRole('radio', { name });
const tools = () => screen.getByRole('radiogroup', { name: 'どう対応しますか' });
const tool = (name: string) => within(tools()).getByRole('radio', { name });

describe('the answer', () => {
  it('cannot be given without a verdict and an action: it says what is missing and moves the focus there', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    const said = () =>
      within(screen.getByRole('group', { name: '回答' }))
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join('');
    expect(said()).toBe('');
    await user.click(submit());
    expect(said()).toBe('判定と対応を選んでください');
    expect(tool('報告')).toHaveFocus();
    await user.click(tool('報告'));
    expect(said()).toBe('判定を選んでください');
    await user.click(submit());
    expect(seal('フィッシング、確信')).toHaveFocus();
    expect(game.store.getState().moves.some(({ kind }) => kind === 'submit')).toBe(false);
    await user.click(seal('フィッシング、たぶん'));
    expect(said()).toBe('');
    await user.click(submit());
    expect(game.store.getState().moves.at(-1)).toMatchObject({ kind: 'submit', message: 'notice' });
  });

  it('says that the action is missing if only the verdict is chosen', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(seal('正規のメール、やや'));
    await user.click(submit());
    expect(screen.getByText('対応を選んでください')).toHaveRole('status');
    expect(tool('報告')).toHaveFocus();
  });

  it('chooses neither verdict nor action nor a flag for the player', () => {
    play(aScenario(), { open: 'notice' });
    expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
    expect(within(verdicts()).queryAllByRole('radio', { checked: true })).toEqual([]);
    expect(within(tools()).queryAllByRole('radio', { checked: true })).toEqual([]);
  });

  it('shows the chosen seal and lets it be changed', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(seal('フィッシング、たぶん'));
    expect(seal('フィッシング、たぶん')).toBeChecked();
    await user.click(seal('正規のメール、確信'));
    expect(seal('フィッシング、たぶん')).not.toBeChecked();
    expect(seal('正規のメール、確信')).toBeChecked();
  });

  const row = [
    ['1', 'フィッシング、確信', 'phish', 0.95],
    ['2', 'フィッシング、たぶん', 'phish', 0.75],
    ['3', 'フィッシング、やや', 'phish', 0.55],
    ['4', '正規のメール、やや', 'legitimate', 0.55],
    ['5', '正規のメール、たぶん', 'legitimate', 0.75],
    ['6', '正規のメール、確信', 'legitimate', 0.95],
  ] as const;

  it('names six seals in their order', () => {
    play(aScenario(), { open: 'notice' });
    const names = within(verdicts()).getAllByRole('radio');
    for (const [at, [, name]] of row.entries()) expect(names[at]).toHaveAccessibleName(name);
    expect(names).toHaveLength(row.length);
  });

  it.each(row)(
    'sets verdict and confidence with one press: %s is “%s”',
    async (key, name, verdict, confidence) => {
      const { user, game } = play(aScenario(), { open: 'notice' });
      const judged = { kind: 'judge', message: 'notice', verdict, confidence };
      await user.click(seal(name));
      expect(game.store.getState().moves.at(-1)).toMatchObject(judged);
      await user.click(seal(key === '6' ? 'フィッシング、確信' : '正規のメール、確信'));
      await user.keyboard(key);
      expect(game.store.getState().moves.at(-1)).toMatchObject(judged);
      expect(seal(name)).toBeChecked();
    },
  );

  it('has one Tab stop, and arrow keys choose', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await act(() => Promise.resolve(seal('フィッシング、確信').focus()));
    await user.keyboard(' {ArrowRight}');
    expect(seal('フィッシング、たぶん')).toBeChecked();
    expect(seal('フィッシング、たぶん')).toHaveFocus();
  });

  it('shows a stored confidence from a slider as the nearest seal of its verdict', () => {
    play(aScenario(), {
      open: 'notice',
      moves: [{ kind: 'judge', message: 'notice', verdict: 'legitimate', confidence: 1, at: 1 }],
    });
    expect(within(verdicts()).getAllByRole('radio', { checked: true })).toEqual([seal('正規のメール、確信')]);
  });

  it('has every tool of the mail client as an action; arrow keys move without choosing', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await act(() => Promise.resolve(tool('報告').focus()));
    await user.keyboard('{ArrowLeft}{ArrowRight}{ArrowRight}');
    expect(tool('返信')).toHaveFocus();
    expect(within(tools()).queryAllByRole('radio', { checked: true })).toEqual([]);
    await user.keyboard(' ');
    expect(tool('返信')).toBeChecked();
    for (const [name, kind] of [
      ['報告', 'report'],
      ['削除', 'delete'],
      ['応じる', 'follow'],
      ['自分の入り口で', 'own-way'],
      ['そのまま', 'keep'],
    ] as const) {
      await user.click(tool(name));
      expect(game.store.getState().moves.at(-1)).toMatchObject({ kind: 'act', action: { kind } });
      expect(within(tools()).getAllByRole('radio', { checked: true })).toEqual([tool(name)]);
    }
  });

  it('is set to a check by choosing a contact among the places to check', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.click(tool('確かめる'));
    const places = within(await screen.findByRole('dialog', { name: 'このメールを確かめる' }));
    expect(within(tools()).queryAllByRole('radio', { checked: true })).toEqual([]);
    await user.click(places.getByRole('button', { name: /花森ウェブメール/ }));
    await user.click(places.getByRole('button', { name: '対応はこれにする' }));
    expect(game.store.getState().moves.at(-1)).toMatchObject({
      kind: 'act',
      action: { kind: 'verify', contact: 'hanamori' },
    });
    expect(tool('確かめる花森ウェブメールに確かめる')).toBeChecked();
  });

  it('stays as it is when the language changes', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(seal('フィッシング、たぶん'));
    await user.click(tool('削除'));
    await speak('en');
    expect(screen.getByRole('radio', { name: 'Phishing, likely' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Delete' })).toBeChecked();
  });

  it('unfolds in a low frame and folds again', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    const toggle = () => screen.getByRole('button', { expanded: false, name: '判定する' });
    await user.click(toggle());
    await user.click(screen.getByRole('button', { expanded: true, name: '判定欄をたたむ' }));
    expect(toggle()).toBeInTheDocument();
  });

  it('stops the flagging when it is given', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.click(seal('フィッシング、たぶん'));
    await user.click(tool('削除'));
    await user.click(submit());
    await screen.findByRole('complementary', { name: '振り返り' });
    const before = game.store.getState().moves;
    await user.click(screen.getByRole('button', { name: '山田 葵 様' }));
    expect(game.store.getState().moves).toBe(before);
  });
});

describe('the keys of the answer', () => {
  const judged = (moves: readonly { readonly kind: string }[]) =>
    moves.filter(({ kind }) => kind === 'judge');

  it('ignore a key that belongs to a field, a dialog, the browser or an input method', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    const field = document.body.appendChild(document.createElement('textarea'));
    field.focus();
    await user.keyboard('1xr');
    field.remove();
    await user.keyboard('{Control>}1{/Control}{Alt>}2{/Alt}{Meta>}3{/Meta}{Control>}x{/Control}7');
    fireEvent.keyDown(document.body, { key: '1', isComposing: true });
    fireEvent.keyDown(document.body, { key: '1', repeat: true });
    await user.click(tool('確かめる'));
    await screen.findByRole('dialog');
    await user.keyboard('1x');
    expect(judged(game.store.getState().moves)).toEqual([]);
    expect(game.store.getState().inks.size).toBe(0);
  });

  it('are off if the player turned them off, and while a host pauses the game', async () => {
    const { user, game, container } = play(aScenario(), { open: 'notice' });
    applySettings({ ...firstSettings, keys: false });
    await user.keyboard('1x');
    applySettings(firstSettings);
    container.setAttribute('inert', '');
    await user.keyboard('1x');
    expect(judged(game.store.getState().moves)).toEqual([]);
    expect(game.store.getState().inks.size).toBe(0);
    container.removeAttribute('inert');
    await user.keyboard('1');
    expect(judged(game.store.getState().moves)).toHaveLength(1);
  });

  it('work while a part of the message or a seal has the focus', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await act(() => Promise.resolve(screen.getByRole('button', { name: '山田 葵 様' }).focus()));
    await user.keyboard('6');
    expect(seal('正規のメール、確信')).toBeChecked();
    await act(() => Promise.resolve(seal('正規のメール、確信').focus()));
    await user.keyboard('2');
    expect(seal('フィッシング、たぶん')).toBeChecked();
  });

  it('choose a tool by its letter and give the answer by Enter, with Ctrl even on a part of the message', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    for (const [key, kind] of [
      ['r', 'report'],
      ['D', 'delete'],
      ['a', 'reply'],
      ['f', 'follow'],
      ['o', 'own-way'],
      ['e', 'keep'],
    ] as const) {
      await user.keyboard(key);
      expect(game.store.getState().moves.at(-1)).toMatchObject({ kind: 'act', action: { kind } });
    }
    await user.keyboard('2');
    const part = screen.getByRole('button', { name: '山田 葵 様' });
    await act(() => Promise.resolve(part.focus()));
    await user.keyboard('{Enter}');
    expect(part).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(game.store.getState().moves.at(-1)).toMatchObject({ kind: 'submit' });
  });

  it('give the answer by Enter alone where nothing has the focus', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.keyboard('2r{Enter}');
    expect(game.store.getState().moves.at(-1)).toMatchObject({ kind: 'submit' });
  });

  it('stop working when the answer is given', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.keyboard('2');
    await user.click(tool('削除'));
    await user.click(submit());
    await screen.findByRole('complementary', { name: '振り返り' });
    const before = game.store.getState();
    await user.keyboard('6x');
    expect(game.store.getState()).toBe(before);
  });
});

describe('the ink of a stamp', () => {
  const greeting = () => screen.getByRole('button', { name: '山田 葵 様' });
  const palette = () =>
    within(screen.getByRole('group', { name: '回答' })).getByRole('radiogroup', { name: '押す印' });
  const ink = (name: string) => within(palette()).getByRole('radio', { name });

  it('is doubt at first and then follows the verdict', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    expect(ink('疑い')).toBeChecked();
    await user.click(greeting());
    expect(greeting()).toHaveAccessibleDescription('疑いの印');
    await user.click(greeting());
    await user.click(seal('正規のメール、やや'));
    expect(ink('信頼')).toBeChecked();
    await user.click(greeting());
    expect(greeting()).toHaveAccessibleDescription('信頼の印');
    expect(greeting()).toHaveClass('flagged', 'trust');
    expect(greeting().querySelector('.ink-seal')).toHaveClass('trust');
    await speak('en');
    expect(screen.getByRole('button', { name: 'Dear Aoi Yamada' })).toHaveAccessibleDescription(
      'Trust stamp',
    );
  });

  it('is set by the palette or the X key, for this message only', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.click(ink('信頼'));
    await user.click(greeting());
    await user.click(seal('フィッシング、確信'));
    expect(ink('信頼')).toBeChecked();
    await act(() => Promise.resolve(game.openMessage('genuine')));
    expect(ink('疑い')).toBeChecked();
    await user.keyboard('x');
    expect(ink('信頼')).toBeChecked();
    await user.keyboard('X');
    expect(ink('疑い')).toBeChecked();
    await act(() => Promise.resolve(game.openMessage('notice')));
    expect(ink('信頼')).toBeChecked();
    expect(greeting()).toHaveAccessibleDescription('信頼の印');
  });

  it('replaces the stamp of a part that has the other ink', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(greeting());
    await user.click(ink('信頼'));
    await user.click(greeting());
    expect(greeting()).toHaveAccessibleDescription('信頼の印');
    await user.click(greeting());
    expect(greeting()).not.toHaveAccessibleDescription();
  });

  it('that contradicts the verdict is reported before the answer, which can still be given', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    const told = (text: string) => screen.queryAllByText(text).map((at) => at.getAttribute('role'));
    const doubtLeft = '本物と判定していますが、「疑い」の印が残っています。';
    const trustLeft = '偽物と判定していますが、「信頼」の印が残っています。';
    await user.click(greeting());
    await user.click(tool('削除'));
    expect([...told(doubtLeft), ...told(trustLeft)]).toEqual([]);
    await user.click(seal('正規のメール、やや'));
    expect(told(doubtLeft)).toEqual(['status']);
    await user.click(seal('フィッシング、やや'));
    expect([...told(doubtLeft), ...told(trustLeft)]).toEqual([]);
    await user.click(ink('信頼'));
    await user.click(greeting());
    expect(told(trustLeft)).toEqual(['status']);
    await user.click(submit());
    expect(await screen.findByRole('complementary', { name: '振り返り' })).toBeInTheDocument();
  });
});
