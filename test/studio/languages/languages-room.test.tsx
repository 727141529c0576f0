import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { drawStudio } from '../studio-screen.tsx';

const openTexts = async () => {
  const studio = await drawStudio();
  await studio.user.click(screen.getByRole('button', { name: '日本語と英語' }));
  await studio.user.click(await screen.findByRole('button', { name: /3月分の経費が未確認です/ }));
  return studio;
};

/** A chosen file; jsdom's own cannot be read. */
const aFile = (name: string, text: string): File =>
  Object.assign(new File([text], name), {
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  });

describe('the two languages', () => {
  it('mark a missing text, copy it across by a key, and are written', async () => {
    const { user, keeps } = await openTexts();
    const english = screen.getByLabelText('件名（English）');
    await user.clear(english);
    expect(screen.getByRole('button', { name: '未訳 1' })).toBeVisible();
    expect(english).toHaveAttribute('placeholder', '英語がありません');
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(screen.getByLabelText('件名（English）')).toHaveValue('【けいひノート】3月分の経費が未確認です');
    await keeps('"en": "【けいひノート】3月分の経費が未確認です"');
  });

  it('say which translation is older than its text, until its author says that it fits', async () => {
    const { user, shelf } = await openTexts();
    await user.type(screen.getByLabelText('件名（日本語）'), '！');
    await user.click(screen.getByRole('button', { name: '原文が変わった 1' }));
    const row = screen.getByRole('group', { name: '件名' });
    expect(within(row).getByText('【けいひノート】3月分の経費が未確認です')).toBeVisible();
    await expect.poll(async () => (await shelf.load('d1'))?.stale).toHaveLength(1);
    await user.click(within(row).getByRole('button', { name: '訳はこのままでよい' }));
    expect(screen.getByRole('button', { name: '原文が変わった 0' })).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('原文が変わったままの訳はありません。');
  });

  it('take the translations of a table in one step, and refuse any other file', async () => {
    const { user, keeps } = await openTexts();
    const input = screen.getByLabelText('訳を読み込む');
    await user.upload(input, aFile('a.csv', 'no,table\n1,2\n'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '「a.csv」は、ここから出した表ではありません。',
    );
    await user.upload(
      input,
      aFile('b.csv', 'place,ja,en\n/messages/0/subject,,Your April expenses\n/no,a,b\n'),
    );
    const dialog = await screen.findByRole('dialog', { name: '読み込んだ訳' });
    expect(within(dialog).getByText('「b.csv」：変わる文 1、同じ 0、この下書きにない場所 1')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: '1件を取り入れる' }));
    expect(screen.getByLabelText('件名（English）')).toHaveValue('Your April expenses');
    await keeps('"en": "Your April expenses"');
  });

  it('have no fault that axe knows', async () => {
    await openTexts();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
});
