import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import type { Message, SealedMessage } from '../../../src/core/scenario/format/message.ts';
import { aMessage, aScenario, both } from '../../fixtures/builders.ts';
import {
  aSealedChat,
  aSealedInvitation,
  aSealedLetter,
  aSealedSms,
  aSealedVoice,
  genuineSolution,
  lureSolution,
  otherChannels,
} from '../../fixtures/channels.ts';
import { play, speak, stops, stretches } from '../../fixtures/screen.tsx';

const lure = (message: SealedMessage): Message => ({ ...message, solution: lureSolution });
const playOne = (message: Message) =>
  play(aScenario({ clock: '2026-04-08T13:00:00+09:00', messages: [message] }), { open: message.id });

async function opened(message: Message): Promise<ReturnType<typeof playOne>> {
  // The view suspends until its sentences are loaded, so the whole render is awaited.
  const drawn = await act(() => Promise.resolve(playOne(message)));
  await within(screen.getByRole('article')).findByText('アカウントの確認が必要です。');
  // On a busy machine the search of the list comes later than the message.
  await screen.findByRole('searchbox');
  return drawn;
}

const region = (container: ParentNode, key: string): HTMLElement => {
  const [found] = stretches(container, key);
  if (found === undefined) throw new Error(`${key} is not drawn`);
  return found;
};

describe('a message of another channel', () => {
  it.each(otherChannels)(
    'has each of its regions within reach of the keyboard: $channel',
    async (message) => {
      const { container } = await opened(lure(message));
      expect(new Set(stops(container))).toEqual(new Set(layOut(message).regions.map(({ key }) => key)));
    },
  );

  it.each(otherChannels)('looks the same whether it is a lure or genuine: $channel', async (message) => {
    const html: string[] = [];
    for (const solution of [lureSolution, genuineSolution]) {
      const { container, unmount } = await opened({ ...message, solution });
      html.push(container.innerHTML.replace(/_r_\w+_/g, 'id'));
      unmount();
    }
    expect(html[0]).toBe(html[1]);
  });

  it.each(otherChannels)('can be read and flagged by keyboard: $channel', async (message) => {
    const { container, user, game } = await opened(lure(message));
    const all = [...container.querySelectorAll<HTMLElement>('.region[role="button"]')];
    expect(all.filter(({ tabIndex }) => tabIndex === 0)).toEqual([all[0]]);
    act(() => all[0]?.focus());
    await user.keyboard('{ArrowRight}');
    expect(all[1]).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(all[1]).toHaveAttribute('aria-pressed', 'true');
    expect(game.store.getState().moves.filter(({ kind }) => kind === 'flag')).toMatchObject([
      { kind: 'flag', message: message.id, region: all[1]?.dataset['region'] },
    ]);
  });

  it.each(otherChannels)('has neither header details nor an original: $channel', async (message) => {
    await opened(lure(message));
    expect(screen.queryByText('詳細を表示')).toBeNull();
    expect(screen.queryByText('原文を表示')).toBeNull();
  });

  it.each([
    ['sms', 'このSMSは', '返信'],
    ['chat', 'この投稿は', '返信'],
    ['invitation', 'この招待は', '出欠を返す'],
    ['voice', 'この伝言は', 'かけ直す'],
    ['letter', 'この手紙は', '返事を送る'],
  ])('is judged and answered in the words of its channel: %s', async (channel, verdict, reply) => {
    const message = otherChannels.find((other) => other.channel === channel) ?? aSealedSms;
    await opened(lure(message));
    const group = screen.getByRole('radiogroup', { name: verdict });
    expect(within(group).getByRole('radio', { name: '本物、たぶん' })).toBeVisible();
    expect(screen.getByRole('radio', { name: reply })).toBeInTheDocument();
  });

  it('has its channel in the list', () => {
    const { container } = play(aScenario({ messages: [aMessage(), ...otherChannels.map(lure)] }));
    const marks = [...container.querySelectorAll('.row-channel')].map(({ textContent }) => textContent);
    expect(marks.toSorted()).toEqual(['SMS', 'チャット', '招待', '留守番電話', '郵便'].toSorted());
  });
});

describe('each channel', () => {
  it('SMS: shows earlier messages from the same name, each bubble flaggable', async () => {
    const { container, user } = await opened(lure(aSealedSms));
    expect(screen.getByRole('heading', { name: 'HANAMORI' })).toBeVisible();
    const thread = screen.getByRole('list', { name: 'これまでのやり取り' });
    expect(within(thread).getAllByRole('listitem')).toHaveLength(2);
    const code = within(thread).getByRole('button', { name: '認証コード 123456' });
    await user.click(code);
    expect(code).toHaveAttribute('aria-pressed', 'true');
    await speak('en');
    expect(region(container, 'thread/code')).toHaveTextContent('Code 123456');
    expect(region(container, 'thread/code')).toHaveAttribute('aria-pressed', 'true');
  });

  it('chat: shows the account and the mark of the chat beside the name', async () => {
    const { container } = await opened(
      lure({ ...aSealedChat, author: { ...aSealedChat.author, membership: 'guest' } }),
    );
    expect(region(container, 'field/author')).toHaveTextContent('高橋 直美');
    expect(region(container, 'field/account')).toHaveTextContent('takahashi@example5.co.jp');
    expect(region(container, 'field/membership')).toHaveTextContent('ゲスト');
    expect(screen.getByRole('list', { name: 'これまでのやり取り' })).toHaveTextContent('（あなた）');
  });

  it('invitation: shows who invites from where, when, and whom else', async () => {
    const { container } = await opened(lure(aSealedInvitation));
    expect(region(container, 'field/organizerAddress')).toHaveTextContent('chen@cloudleaf.example');
    expect(region(container, 'field/when')).toHaveTextContent('2026年4月9日(木) 14:00 – 14:30');
    expect(region(container, 'field/attendees')).toHaveTextContent('山田 葵 <yamada@example5.co.jp>');
  });

  it('voice: shows number, length and transcript, and that an unknown number is unknown', async () => {
    const { container } = await opened(lure(aSealedVoice));
    expect(region(container, 'field/caller')).toHaveTextContent('（電話帳に登録なし）');
    expect(region(container, 'field/length')).toHaveTextContent('1:05');
    expect(screen.getByText('文字起こし（自動）')).toBeVisible();
    expect(container.querySelector('audio')).toBeNull();
  });

  it('letter: shows the envelope, and a QR code that opens in the lens', async () => {
    const { container, user } = await opened(
      lure({
        ...aSealedLetter,
        body: [...aSealedLetter.body, { kind: 'qr', link: 'main', alt: both('the code') }],
      }),
    );
    expect(region(container, 'field/postmark')).toHaveTextContent('（なし）');
    expect(region(container, 'field/returnAddress')).toHaveTextContent('ひかり電力');
    await user.click(screen.getByRole('button', { name: '読み取る：the code' }));
    expect(await screen.findByRole('dialog', { name: 'リンク先を調べる' })).toHaveTextContent(
      'login.example.net',
    );
  });
});

describe('the debrief of another channel', () => {
  it('says what an innocent field can prove', async () => {
    const answered = [
      { kind: 'flag', message: 'call', region: 'field/number', at: 1 },
      { kind: 'judge', message: 'call', verdict: 'phish', confidence: 0.8, at: 2 },
      { kind: 'act', message: 'call', action: { kind: 'reply' }, at: 3 },
      { kind: 'submit', message: 'call', at: 4 },
    ] as const;
    const scenario = aScenario({ messages: [lure(aSealedVoice)] });
    const { user } = play(scenario, { open: 'call', moves: answered });
    await user.click(await screen.findByText(/^すべての解説/));
    expect(await screen.findByText(/電話番号の表示は偽れます/)).toBeInTheDocument();
    expect(screen.getByText('かけ直す', { selector: '.soft' })).toBeInTheDocument();
  });
});
