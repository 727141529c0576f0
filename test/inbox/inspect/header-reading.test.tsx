import { screen, within } from '@testing-library/react';
import { Suspense } from 'react';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import { mailFields } from '../../../src/core/scenario/format/vocabulary.ts';
import {
  aDelivery,
  aLegitimateMessage,
  aMessage,
  aScenario,
  aSealedMessage,
} from '../../fixtures/builders.ts';
import HeaderDetails from '../../../src/inbox/inspect/HeaderDetails.tsx';
import { draw, made, play, speak, stops } from '../../fixtures/screen.tsx';

const toggle = /^読み方 /;

async function openDetails(message: Message = aMessage()) {
  const drawn = play(aScenario({ messages: [message] }), { open: message.id });
  await drawn.user.click(screen.getByRole('button', { name: '詳細を表示' }));
  await screen.findByRole('button', { name: '読み方 SPF' });
  return drawn;
}

describe('the reading of a header', () => {
  it('is folded until it is opened, and can be folded again', async () => {
    const { user } = await openDetails();
    const spf = screen.getByRole('button', { name: '読み方 SPF' });
    expect(spf).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('このメールでは')).toBeNull();
    await user.click(spf);
    expect(spf).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('このメールでは').nextElementSibling).toHaveTextContent(
      'SPFは example1.co.jp についてpassです。192.0.2.25 からの送信を許しています。',
    );
    await user.click(spf);
    expect(screen.queryByText('このメールでは')).toBeNull();
  });

  it('follows the language of the screen while it is open', async () => {
    const { user } = await openDetails();
    await user.click(screen.getByRole('button', { name: '読み方 DKIM' }));
    await speak('en');
    expect(screen.getByRole('button', { name: 'How to read this DKIM' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    expect(screen.getByText('In this message').nextElementSibling).toHaveTextContent(
      'DKIM passes for example1.co.jp, which signed it.',
    );
  });

  it('opens and closes for all header fields at once', async () => {
    const { user } = await openDetails();
    await user.click(screen.getByRole('button', { name: '読み方をすべて開く' }));
    expect(screen.getAllByText('ここからは言えないこと')).toHaveLength(mailFields.length);
    await user.click(screen.getByRole('button', { name: '読み方をすべて閉じる' }));
    expect(screen.queryByText('ここからは言えないこと')).toBeNull();
  });

  it('is offered for the same header fields in guilty and innocent messages', async () => {
    const guilty = aMessage({
      replyTo: { address: 'desk@example2.co.jp' },
      delivery: aDelivery({ spf: 'fail', dmarcPolicy: 'absent', envelope: '', route: 'bounce' }),
    });
    const offered = async (message: Message) => {
      const drawn = await openDetails(message);
      const names = screen.getAllByRole('button', { name: toggle }).map(({ textContent }) => textContent);
      drawn.unmount();
      return names;
    };
    const names = await offered(guilty);
    expect(names).toHaveLength(mailFields.length);
    expect(await offered(aLegitimateMessage())).toEqual(names);
  });

  it('flags nothing and is no part of the message', async () => {
    const { user, game, container } = await openDetails();
    const before = stops(container);
    await user.click(screen.getByRole('button', { name: '読み方をすべて開く' }));
    await user.click(screen.getByText('メールの題名です。送り手が自由に書けます。'));
    expect(made(game)).toEqual([]);
    expect(stops(container)).toEqual(before);
  });

  it('is not offered without coaching', async () => {
    const { recipient } = aScenario();
    draw(
      <Suspense>
        <HeaderDetails message={aSealedMessage()} recipient={recipient} coaching={false} />
      </Suspense>,
    );
    expect(await screen.findByText('Message-ID', { selector: 'dt' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: toggle })).toBeNull();
    expect(screen.queryByRole('button', { name: '読み方をすべて開く' })).toBeNull();
  });
});

describe('the card of mail programs', () => {
  const title = '自分のメールソフトではどこ？';
  const openCard = async (): Promise<HTMLElement> => {
    const { user } = await openDetails();
    await user.click(screen.getByRole('button', { name: title }));
    return screen.findByRole('dialog', { name: title });
  };

  it('says where each program keeps the headers, in the words of its menus in both languages', async () => {
    const card = within(await openCard());
    const row = card.getByRole('row', { name: /^Gmail/ });
    expect(row).toHaveTextContent('その他（⋮） → メッセージのソースを表示');
    expect(row).toHaveTextContent('More (⋮) → Show original');
    expect(card.getAllByRole('row')).toHaveLength(9);
    await speak('en');
    expect(screen.getByRole('row', { name: /^Classic Outlook/ })).toHaveTextContent(
      'File → Properties → Internet headers',
    );
  });

  it('warns to trust only the results our own server wrote (RFC 8601, 7.1)', async () => {
    expect(await openCard()).toHaveTextContent('最初に書かれた名前が自社の受信サーバーなら');
  });
});
