import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { qrSymbol } from '../../../src/inbox/message/qr-symbol.ts';
import type { Attachment } from '../../../src/core/scenario/format/attachment.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import { aLegitimateMessage, aMessage, anAttachment, aScenario, both } from '../../fixtures/builders.ts';
import { type Drawn, made, play, speak, stretches } from '../../fixtures/screen.tsx';

const lure = anAttachment({
  id: 'lure',
  name: both('order\u202efdp.exe'),
  type: 'program',
  outcome: { ja: 'プログラムが動きます。', en: 'A program would have started.' },
  firstAid: { ja: '線を抜きます。', en: 'Pull the cable.' },
});
const honest = anAttachment({ id: 'honest' });
const macro = anAttachment({
  id: 'macro',
  name: both('list.docm'),
  type: 'word',
  macro: true,
  preview: { bar: both('Macros are disabled.'), body: [{ kind: 'text', text: both('A list of goods.') }] },
});
const locked = anAttachment({
  id: 'locked',
  name: both('set.zip'),
  type: 'zip',
  locked: true,
  password: { message: 'genuine' },
  holds: [{ name: both('a.pdf   .exe'), type: 'program' }],
});

const playWith = (attachments: readonly Attachment[]) => {
  const message: Message = aMessage({ attachments: [...attachments] });
  const told = aLegitimateMessage({ subject: { ja: 'パスワードのお知らせ', en: 'Your password' } });
  return play(aScenario({ messages: [message, told] }), { open: message.id });
};

async function inspect({ user }: Pick<Drawn, 'user'>, name: string): Promise<HTMLElement> {
  await user.click(screen.getByLabelText(`添付ファイルを調べる：${name}`));
  return screen.findByRole('dialog', { name: '添付ファイルを調べる' });
}

const factsOf = (sheet: HTMLElement) =>
  Object.fromEntries(
    [...sheet.querySelectorAll('dl > div')].map((row) => [
      row.querySelector('dt')?.textContent,
      row.querySelector('dd')?.textContent,
    ]),
  );

describe('the inspector of an attached file', () => {
  it.each([
    ['fernwartung.rdp', '「.rdp」は、開くとプログラムが動く種類です。'],
    ['memo.xyz', '「.xyz」は一般的な拡張子ではないため、名前からは種類が分かりません。'],
    ['memo', '拡張子がないため、名前からは種類が分かりません。'],
  ])('does not call %s unremarkable', async (name, said) => {
    const sheet = await inspect(playWith([anAttachment({ name: both(name), type: 'program' })]), name);
    expect(sheet.textContent).toContain(said);
    expect(sheet.textContent).not.toContain('名前に変わったところはなく');
  });

  it('shows the displayed name, the real name, and the real type of the file', async () => {
    const sheet = await inspect(playWith([lure]), 'order\u202efdp.exe');
    expect(factsOf(sheet)).toEqual({
      メールでの見え方: 'orderexe.pdf',
      拡張子を隠す一覧での見え方: 'orderpdf',
      実際の名前: 'order⟨U+202E⟩fdp.exe',
      本当の拡張子: '.exe',
      中身の種類: 'プログラム、48 KB',
      マクロ: '（なし）',
      パスワード: '（なし）',
      中のファイル: '（なし）',
    });
    expect(sheet).toHaveTextContent('「.pdf」で終わるように見えますが、実際は「.exe」で終わります');
  });

  it('says where the password of a locked file is, and what the file contains', async () => {
    const drawn = playWith([locked]);
    const facts = factsOf(await inspect(drawn, 'set.zip'));
    expect(facts['パスワード']).toBe('かかっている。「パスワードのお知らせ」のメールで知らせている');
    expect(facts['中のファイル']).toBe('a.pdf⟨U+0020 ×3⟩.exe ― プログラム');
    await speak('en');
    expect(await screen.findByText(/the mail “Your password” tells the password/)).toBeInTheDocument();
  });

  it('has the same rows, buttons and lines to flag for every file', async () => {
    const drawn = playWith([lure, honest, macro, locked]);
    const shapes = [];
    for (const { id, name } of [lure, honest, macro, locked]) {
      const sheet = await inspect(drawn, name.ja);
      shapes.push({
        rows: [...sheet.querySelectorAll('dt')].map(({ textContent }) => textContent),
        buttons: [...sheet.querySelectorAll('button')].map(({ textContent }) => textContent),
        regions: [...sheet.querySelectorAll<HTMLElement>('.region')]
          .map(({ dataset }) => (dataset['region'] ?? '').replace(id, 'id'))
          .filter((region) => !/\/\d/.test(region)),
      });
      await drawn.user.keyboard('{Escape}');
    }
    expect(shapes[0]?.regions).toContain('file/id/bar');
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
  });

  it('has lines, a macro bar and words that can be flagged by keyboard', async () => {
    const drawn = playWith([macro]);
    const sheet = await inspect(drawn, 'list.docm');
    expect(sheet.querySelectorAll('.region[tabindex="0"]')).toHaveLength(1);
    sheet.querySelector<HTMLElement>('.region[tabindex="0"]')?.focus();
    await drawn.user.keyboard('{End}{Enter}{ArrowUp}{Enter}');
    expect(made(drawn.game).map((move) => (move.kind === 'flag' ? move.region : move.kind))).toEqual([
      'file/macro/0/0',
      'file/macro/bar',
    ]);
  });

  it('counts the name as one region, in the message and in the inspector', async () => {
    const drawn = playWith([honest]);
    await inspect(drawn, '請求書.pdf');
    const [first] = stretches(drawn.container, 'attachment/honest');
    if (first === undefined) throw new Error('the name is not drawn');
    await drawn.user.click(first);
    for (const stretch of stretches(drawn.container, 'attachment/honest'))
      expect(stretch).toHaveAttribute('aria-pressed', 'true');
  });

  it('says what would have happened and the first aid, in general terms if the author wrote nothing', async () => {
    const drawn = playWith([lure, honest]);
    const { user } = drawn;
    const sheet = within(await inspect(drawn, 'order\u202efdp.exe'));
    await user.click(sheet.getByRole('button', { name: '開いて許可してみる' }));
    expect(sheet.getByRole('status')).toHaveTextContent('プログラムが動きます。');
    expect(sheet.getByRole('status')).toHaveTextContent('線を抜きます。');
    await user.click(sheet.getByRole('button', { name: '戻る' }));
    expect(sheet.queryByRole('status')).toBeNull();
    await user.keyboard('{Escape}');
    const other = within(await inspect(drawn, '請求書.pdf'));
    await user.click(other.getByRole('button', { name: '開いて許可してみる' }));
    expect(other.getByRole('status')).toHaveTextContent('中身しだいで');
  });

  it('returns the focus to its loupe', async () => {
    const drawn = playWith([honest]);
    await inspect(drawn, '請求書.pdf');
    await drawn.user.keyboard('{Escape}');
    expect(screen.getByLabelText('添付ファイルを調べる：請求書.pdf')).toHaveFocus();
  });
});

describe('a QR code in a message', () => {
  const message = aMessage({
    links: [
      { id: 'main', url: 'https://login.example.net/check' },
      { id: 'code', url: 'https://mfa.example.net/renew' },
    ],
    body: [
      ...aMessage().body,
      { kind: 'qr', link: 'code', alt: { ja: '更新用のコード', en: 'Code to renew' }, size: 120 },
    ],
  });

  it('does not show its target until it is opened in the lens', async () => {
    // Its modules load during the render, so the render is awaited.
    const { user, container } = await act(() =>
      Promise.resolve(play(aScenario({ messages: [message] }), { open: message.id })),
    );
    await waitFor(() => expect(container.querySelector('.qr-symbol path')).not.toBeNull());
    await user.hover(screen.getByRole('img', { name: '更新用のコード' }));
    expect(container.innerHTML).not.toContain('mfa.example.net');
    await user.click(screen.getByRole('button', { name: '読み取る：更新用のコード' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('https://mfa.example.net/renew');
  });

  it('is flagged like its link, and keeps its size while its modules load', async () => {
    const { user, container, game } = play(aScenario({ messages: [message] }), { open: message.id });
    expect(screen.getByRole('img', { name: '更新用のコード' })).toHaveStyle({
      width: '120px',
      height: '120px',
    });
    await user.click(screen.getByRole('img', { name: '更新用のコード' }));
    expect(stretches(container, 'link/code')[0]).toHaveAttribute('aria-pressed', 'true');
    expect(made(game)).toMatchObject([{ kind: 'flag', region: 'link/code' }]);
  });

  it('is drawn for any text that fits, in UTF-8, with a quiet zone', () => {
    const symbol = qrSymbol('https://example.com/');
    // Version 2 has 25 modules; 4 are free on each side.
    expect(symbol?.side).toBe(33);
    expect(symbol?.path).toContain('M4 4h1v1h-1z');
    expect(symbol?.path).not.toMatch(/M[0-3] |M\d+ [0-3]h/);
    expect(qrSymbol('あ'.repeat(777))?.side).toBe(185);
    expect(qrSymbol('あ'.repeat(778))).toBeUndefined();
    for (const odd of ['', '\u202e\u0000', '\ud800', '😀'.repeat(500)]) expect(qrSymbol(odd)).toBeDefined();
  });
});
