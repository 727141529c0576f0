import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import { languages } from '../../../src/core/scenario/format/vocabulary.ts';
import { aScenario, both } from '../../fixtures/builders.ts';
import { play, speak, stops } from '../../fixtures/screen.tsx';
import { aWideMessage } from '../../fixtures/wide-message.ts';

const open = () => {
  const message = aWideMessage();
  return play(aScenario({ messages: [message] }), { open: message.id });
};

describe('a message that looks like real HTML mail', () => {
  it.each(languages)('lets every part of its body be flagged in %s', async (language) => {
    const { container } = open();
    await speak(language);
    const expected = layOut(aWideMessage())
      .regions.map(({ key }) => key)
      .filter((key) => /^(?:body|link)\//.test(key));
    expect(expected.length).toBeGreaterThan(1);
    expect(stops(container)).toEqual(expect.arrayContaining(expected));
  });
});

describe('a picture that is a link', () => {
  it('carries one flag, and has the button that inspects a link', async () => {
    const { user } = open();
    const picture = screen.getByRole('button', { name: '花森 年末セール' });
    await user.click(picture);
    expect(picture).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'リンク先を調べる：花森 年末セール' })).toBeInTheDocument();
  });
});

describe('what no mail program draws', () => {
  it('is seen and flagged in the source alone', async () => {
    const message = aWideMessage({
      body: [
        { kind: 'text', text: both('お支払いのお願い') },
        { kind: 'hidden', hiding: 'tiny', text: both('花屋の在庫') },
        { kind: 'pixel', id: 'seen', url: 'https://t.example.net/open' },
      ],
    });
    const { user } = play(aScenario({ messages: [message] }), { open: message.id });
    expect(screen.queryByText('花屋の在庫')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '原文を表示' }));
    const source = await screen.findByRole('group', { name: 'メッセージの原文' });
    const words = within(source).getByRole('button', { name: '花屋の在庫' });
    await user.click(words);
    expect(words).toHaveAttribute('aria-pressed', 'true');
    expect(within(source).getByRole('button', { name: /t\.example\.net\/open/ })).toBeInTheDocument();
  });
});

describe('a picture with places that are links', () => {
  it('has a button for each place, and one that inspects its link', async () => {
    const place = { left: 0, top: 0, width: 50, height: 100 };
    const message = aWideMessage({
      body: [
        {
          kind: 'image',
          id: 'banner',
          asset: 'banner.png',
          alt: both('セールの案内'),
          areas: [
            { link: 'sale', label: both('セールへ'), ...place },
            { link: 'shop', label: both('店へ'), ...place, left: 50 },
          ],
        },
      ],
    });
    const { user } = play(aScenario({ messages: [message] }), { open: message.id });
    expect(screen.getByRole('button', { name: 'セールの案内' })).toBeInTheDocument();
    const shop = screen.getByRole('button', { name: '店へ' });
    await user.click(shop);
    expect(shop).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'セールへ' })).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getByRole('button', { name: 'リンク先を調べる：店へ' })).toBeInTheDocument();
  });
});

describe('a picture on another server', () => {
  it('is a frame with its words and its server, which asks for nothing', () => {
    const { container } = open();
    expect(
      screen.getByRole('button', { name: /半額の商品.*読み込んでいません.*img\.example\.org/ }),
    ).toBeInTheDocument();
    const sources = [...container.querySelectorAll('[src]')].map((image) => image.getAttribute('src') ?? '');
    expect(sources.filter((source) => source.includes('example.org'))).toEqual([]);
  });

  it.each([
    ['one note for a row of them', 'https://img.example.org', 1],
    ['a note each where their servers differ', 'https://cdn.example.net', 2],
  ])('has %s', (_, second, notes) => {
    const icon = (id: string, server: string) =>
      ({ kind: 'remote', id, url: `${server}/${id}.png`, state: 'blocked', alt: both(id) }) as const;
    const row = {
      kind: 'pictures' as const,
      blocks: [icon('one', 'https://img.example.org'), icon('two', second)],
    };
    const message = aWideMessage({ body: [{ kind: 'text', text: both('お知らせ') }, row] });
    play(aScenario({ messages: [message] }), { open: message.id });
    expect(screen.getByRole('button', { name: /^one/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^two/ })).toBeInTheDocument();
    expect(screen.getAllByText(/読み込んでいません/)).toHaveLength(notes);
  });

  it('without words has the word for a picture as its name', () => {
    open();
    expect(screen.getByRole('button', { name: '画像' })).toBeInTheDocument();
  });
});
