import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import ja from '../../../src/i18n/ja/common.json';
import { aScenario } from '../../fixtures/builders.ts';
import { play, speak } from '../../fixtures/screen.tsx';

const submit = () => screen.getByRole('button', { name: '回答する' });
const verdict = (name: string) => within(screen.getByRole('group', { name: 'このメールは' })).getByText(name);
const action = () => screen.getByRole('combobox', { name: 'どう対応しますか' });

describe('the answer', () => {
  it('cannot be given before there is a verdict and an action, and says what is missing', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    expect(submit()).toBeDisabled();
    expect(screen.getByText('判定と対応を選んでください')).toBeInTheDocument();
    await user.click(verdict('フィッシング'));
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
    expect(action()).toHaveDisplayValue('選んでください');
  });

  it('shows the chosen verdict as pressed and lets it be changed', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(verdict('フィッシング'));
    expect(verdict('フィッシング')).toHaveAttribute('aria-pressed', 'true');
    await user.click(verdict('正規のメール'));
    expect(verdict('フィッシング')).toHaveAttribute('aria-pressed', 'false');
    expect(verdict('正規のメール')).toHaveAttribute('aria-pressed', 'true');
  });

  it('takes a confidence from 50 to 100 % once there is a verdict, and says it in words', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    const slider = screen.getByRole('slider', { name: /確信度/ });
    expect(slider).toBeDisabled();
    expect(slider).toHaveAttribute('min', '50');
    expect(slider).toHaveAttribute('max', '100');
    await user.click(verdict('フィッシング'));
    fireEvent.change(slider, { target: { value: '90' } });
    expect(slider).toHaveAttribute('aria-valuetext', '90パーセント');
    expect(game.store.getState().moves.at(-1)).toMatchObject({ verdict: 'phish', confidence: 0.9 });
  });

  it('keeps the confidence when the verdict changes', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.click(verdict('フィッシング'));
    fireEvent.change(screen.getByRole('slider'), { target: { value: '60' } });
    await user.click(verdict('正規のメール'));
    expect(game.store.getState().moves.at(-1)).toMatchObject({ verdict: 'legitimate', confidence: 0.6 });
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
    await user.click(verdict('フィッシング'));
    fireEvent.change(screen.getByRole('slider'), { target: { value: '85' } });
    await user.selectOptions(action(), '削除する');
    await speak('en');
    expect(screen.getByRole('button', { name: 'Phishing', pressed: true })).toBeInTheDocument();
    expect(screen.getByRole('slider')).toHaveValue('85');
    expect(screen.getByRole('combobox')).toHaveDisplayValue('Delete it');
  });

  it('can be given in a dialog too, as on a phone, and it is the same answer', async () => {
    const { user } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByRole('button', { name: '判定する' }));
    const sheet = within(screen.getByRole('dialog', { name: '回答' }));
    await user.click(sheet.getByRole('button', { name: '正規のメール' }));
    await user.selectOptions(sheet.getByRole('combobox'), 'そのまま置いておく');
    await user.click(sheet.getByRole('button', { name: '回答する' }));
    expect(await screen.findByRole('complementary', { name: '振り返り' })).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('ends the flagging once it is given', async () => {
    const { user, game } = play(aScenario(), { open: 'notice' });
    await user.click(verdict('フィッシング'));
    await user.selectOptions(action(), '削除する');
    await user.click(submit());
    await screen.findByRole('complementary', { name: '振り返り' });
    const before = game.store.getState().moves;
    await user.click(screen.getByRole('button', { name: '山田 葵 様' }));
    expect(game.store.getState().moves).toBe(before);
  });
});
