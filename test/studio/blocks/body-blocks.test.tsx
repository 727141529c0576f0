import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { drawStudio } from '../studio-screen.tsx';

/** A chosen file; jsdom's own cannot be read. */
const aFile = (name: string, text: string): File =>
  Object.assign(new File([text], name, { type: 'image/svg+xml' }), {
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  });

const openBlocks = async () => {
  const studio = await drawStudio();
  await studio.user.click(screen.getByRole('tab', { name: 'メール' }));
  return { ...studio, body: screen.getByRole('region', { name: '本文' }) };
};

describe('the blocks of a body', () => {
  it('move by the keyboard, and the focus goes along', async () => {
    const { user } = await openBlocks();
    const first = screen.getByLabelText('1番の文1（日本語）');
    expect(first).toHaveValue('ご利用者様');
    await user.click(first);
    await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(screen.getByLabelText('2番の文1（日本語）')).toHaveValue('ご利用者様');
    expect(screen.getByLabelText('2番の文1（日本語）')).toHaveFocus();
    await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    expect(screen.getByLabelText('1番の文1（日本語）')).toHaveValue('ご利用者様');
    expect(screen.getByLabelText('1番の文1（日本語）')).toHaveFocus();
  });

  it('can be emptied, and the text that is missing can be written again', async () => {
    const { user, keeps } = await openBlocks();
    const words = screen.getByLabelText('1番の文1（English）');
    await user.clear(words);
    expect(words).toHaveValue('');
    await user.type(words, 'To all');
    await keeps('"en": "To all"');
  });

  it('hold others: a panel takes a paragraph, which can be written and removed', async () => {
    const { user, body } = await openBlocks();
    await user.click(within(body).getByRole('button', { name: '＋ 囲み' }));
    await user.click(within(body).getByRole('button', { name: '5番の中に足す' }));
    await user.click(
      within(within(body).getByRole('group', { name: '5番の中に足す' })).getByRole('button', {
        name: '＋ 段落',
      }),
    );
    const inner = within(body).getByLabelText('5.2番の文1（日本語）');
    await user.clear(inner);
    await user.type(inner, '囲みの中');
    expect(within(body).getByLabelText('5.2番の文1（日本語）')).toHaveValue('囲みの中');
    await user.click(within(body).getByRole('button', { name: '5.2番を消す' }));
    expect(within(body).queryByLabelText('5.2番の文1（日本語）')).toBeNull();
  });

  it('have words that become a link', async () => {
    const { user, keeps } = await openBlocks();
    const words = screen.getByLabelText<HTMLTextAreaElement>('4番の文1（日本語）');
    await user.click(words);
    words.setSelectionRange(0, 2);
    fireEvent.select(words);
    const tools = await screen.findByRole('group', { name: '選んだことば' });
    await user.selectOptions(
      within(tools).getByRole('combobox'),
      'https://app.keihi-note.example.example.net/signin',
    );
    expect(screen.getByLabelText('4番の文1（日本語）')).toHaveValue('けい');
    await keeps('"text": "けい"');
  });

  it('take a picture from a file, and refuse one that is none', async () => {
    const { user, body, keeps, shelf } = await openBlocks();
    const input = within(body).getByLabelText('＋ 画像');
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>';
    await user.upload(input, aFile('Our Logo.svg', svg));
    expect(await within(body).findByText('画像')).toBeVisible();
    await keeps('"asset": "our-logo.svg"');
    const kept = await shelf.load('d1');
    expect([...(kept?.pictures.keys() ?? [])]).toEqual(['packs/my-pack/assets/our-logo.svg']);
    await user.upload(input, aFile('bad.svg', '<svg><script/></svg>'));
    expect(await within(body).findByRole('alert')).toHaveTextContent('「bad.svg」は使えません。');
  });
});
