import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { applySettings, firstSettings } from '../../../src/device/settings.ts';
import ja from '../../../src/i18n/ja/common.json';
import { aScenario } from '../../fixtures/builders.ts';
import { play, speak } from '../../fixtures/screen.tsx';

const submit = () => screen.getByRole('button', { name: '回答する' });
const verdicts = () => screen.getByRole('radiogroup', { name: 'このメールは' });
const seal = (name: string) => within(verdicts()).getByRole('radio', { name });
const action = () => screen.getByRole('combobox', { name: 'どう対応しますか' });

describe('the answer', () => {
  it('cannot be given before there is a verdict and an action, and says what is missing', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    expect(submit()).toBeDisabled();
    expect(screen.getByText('判定と対応を選んでください')).toBeInTheDocument();
    await user.click(seal('フィッシング、たぶん'));
    expect(submit()).toBeDisabled();
    expect(screen.getByText('対応を選んでください')).toBeInTheDocument();
    await user.selectOptions(action(), ja.action.report);
    expect(submit()).toBeEnabled();
    expect(screen.queryByText(/選んでください$/, { selector: 'p' })).toBeNull();
  });

  it('says that the verdict is missing where only the action is chosen', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.selectOptions(action(), '削除する');
    expect(submit()).toBeDisabled();
    expect(screen.getByText('判定を選んでください')).toBeInTheDocument();
  });

  it('chooses neither verdict nor action nor a flag for the player', () => {
    play(aScenario(), { open: 'notice' });
    expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
    expect(within(verdicts()).queryAllByRole('radio', { checked: true })).toEqual([]);
    expect(action()).toHaveDisplayValue('選んでください');
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
    'takes verdict and confidence in one press: %s is “%s”',
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

  it('has one stop for Tab, and arrow keys choose', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await act(() => Promise.resolve(seal('フィッシング、確信').focus()));
    await user.keyboard(' {ArrowRight}');
    expect(seal('フィッシング、たぶん')).toBeChecked();
    expect(seal('フィッシング、たぶん')).toHaveFocus();
  });

  it('shows a confidence kept from a slider as the nearest seal of its verdict', () => {
    play(aScenario(), {
      open: 'notice',
      moves: [{ kind: 'judge', message: 'notice', verdict: 'legitimate', confidence: 1, at: 1 }],
    });
    expect(within(verdicts()).getAllByRole('radio', { checked: true })).toEqual([seal('正規のメール、確信')]);
  });

  it('offers every contact of the directory to verify by, and names the chosen one', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.selectOptions(action(), '花森ウェブメールに確かめる');
    expect(game.store.getState().moves.at(-1)).toMatchObject({
      kind: 'act',
      action: { kind: 'verify', contact: 'hanamori' },
    });
    expect(action()).toHaveDisplayValue('花森ウェブメールに確かめる');
  });

  it('stays as it is when the language changes', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(seal('フィッシング、たぶん'));
    await user.selectOptions(action(), '削除する');
    await speak('en');
    expect(screen.getByRole('radio', { name: 'Phishing, likely' })).toBeChecked();
    expect(screen.getByRole('combobox')).toHaveDisplayValue('Delete it');
  });

  it('can be given in a dialog too, as on a phone, and it is the same answer', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByRole('button', { name: '判定する' }));
    const sheet = within(screen.getByRole('dialog', { name: '回答' }));
    await user.click(sheet.getByRole('radio', { name: '正規のメール、たぶん' }));
    await user.selectOptions(sheet.getByRole('combobox'), 'そのまま置いておく');
    await user.click(sheet.getByRole('button', { name: '回答する' }));
    expect(await screen.findByRole('complementary', { name: '振り返り' })).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('ends the flagging once it is given', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.click(seal('フィッシング、たぶん'));
    await user.selectOptions(action(), '削除する');
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

  it('leave a key alone that belongs to a field, a dialog, the browser or an input method', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await act(() => Promise.resolve(action().focus()));
    await user.keyboard('1x');
    await act(() => Promise.resolve(action().blur()));
    await user.keyboard('{Control>}1{/Control}{Alt>}2{/Alt}{Meta>}3{/Meta}{Control>}x{/Control}7');
    fireEvent.keyDown(document.body, { key: '1', isComposing: true });
    fireEvent.keyDown(document.body, { key: '1', repeat: true });
    await user.click(screen.getByRole('button', { name: '判定する' }));
    await user.keyboard('1x');
    expect(judged(game.store.getState().moves)).toEqual([]);
    expect(game.store.getState().inks.size).toBe(0);
  });

  it('are off where the player turned them off, and while a host makes the game wait', async () => {
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

  it('end with the answer', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.keyboard('2');
    await user.selectOptions(action(), '削除する');
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

  it('is what the palette or the X key says, for this message only', async () => {
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

  it('changes the stamp of a part that has the other one', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(greeting());
    await user.click(ink('信頼'));
    await user.click(greeting());
    expect(greeting()).toHaveAccessibleDescription('信頼の印');
    await user.click(greeting());
    expect(greeting()).not.toHaveAccessibleDescription();
  });

  it('that speaks against the verdict is told before the answer, which can still be given', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    const told = (text: string) => screen.queryAllByText(text).map((at) => at.getAttribute('role'));
    const doubtLeft = '本物と判定していますが、「疑い」の印が残っています。';
    const trustLeft = '偽物と判定していますが、「信頼」の印が残っています。';
    await user.click(greeting());
    await user.selectOptions(action(), '削除する');
    expect([...told(doubtLeft), ...told(trustLeft)]).toEqual([]);
    await user.click(seal('正規のメール、やや'));
    expect(told(doubtLeft)).toEqual(['status']);
    await user.click(seal('フィッシング、やや'));
    expect([...told(doubtLeft), ...told(trustLeft)]).toEqual([]);
    await user.click(ink('信頼'));
    await user.click(greeting());
    expect(told(trustLeft)).toEqual(['status']);
    expect(submit()).toBeEnabled();
  });
});
