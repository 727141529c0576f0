import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import type { Anchor } from '../../../src/core/scenario/format/anchor.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import { aClue, aLegitimateMessage, aScenario } from '../../fixtures/builders.ts';
import { aRichMessage, aRichSealedMessage } from '../../fixtures/rich-message.ts';
import { type Drawn, play, speak, stops, stretches } from '../../fixtures/screen.tsx';

const anchors: readonly Anchor[] = [
  { field: 'subject' },
  { field: 'dkim' },
  { link: 'main' },
  { attachment: 'tool' },
  { attachment: 'invoice', part: 'bar' },
  { image: 'logo' },
  { slot: 'greeting' },
  { quote: { ja: '左の段です。', en: 'The left column.' } },
  { page: 'sign-in', part: 'address' },
  { page: 'sign-in', formField: 'word' },
];

/** Opens all that can be opened, without answering: details, original, lens, page and the inspector of a file. */
async function openEverything({ user }: Pick<Drawn, 'user'>): Promise<void> {
  // What loads later is there in all of them.
  await screen.findByRole('searchbox');
  await user.click(screen.getByText('詳細を表示'));
  await user.click(screen.getByText('原文を表示'));
  await screen.findByText('Message-ID', { selector: 'dt' });
  await screen.findByLabelText('メッセージの原文');
  await user.click(screen.getByLabelText('リンク先を調べる：確認する'));
  await user.click(await screen.findByText('開いてみる（模擬ページ）'));
  await screen.findByText('模擬ブラウザー');
  await user.click(screen.getByText('証明書を見る'));
  await user.click(screen.getByLabelText('添付ファイルを調べる：請求書.pdf'));
  await screen.findByText('添付ファイルを調べる');
}

async function drawnHtml(message: Message): Promise<string> {
  const drawn = play(aScenario({ messages: [message] }), { open: message.id });
  await openEverything(drawn);
  const html = drawn.container.innerHTML;
  drawn.unmount();
  // React numbers the ids it makes; they say nothing of the message.
  return html.replace(/_r_\w+_/g, 'id');
}

describe('before the answer', () => {
  it.each(anchors)('draws a message the same with a clue on %o as on another part', async (anchor) => {
    const elsewhere = aClue({ anchor: { field: 'mime' } });
    expect(await drawnHtml(aRichMessage([aClue({ anchor })]))).toBe(
      await drawnHtml(aRichMessage([elsewhere])),
    );
  });

  it('draws a phishing message the same as a genuine one of the same looks', async () => {
    const lure = aRichMessage();
    const twin = aLegitimateMessage({ ...aRichSealedMessage(), id: lure.id });
    expect(await drawnHtml(twin)).toBe(await drawnHtml(lure));
  });

  it('gives every region the same element, class, role and tab behaviour', async () => {
    const drawn = play(aScenario({ messages: [aRichMessage()] }), { open: 'notice' });
    await openEverything(drawn);
    const looks = [...drawn.container.querySelectorAll('.region[role="button"]')].map((region) => {
      const names = region
        .getAttributeNames()
        .filter((name) => name !== 'data-region' && name !== 'tabindex');
      const values = names.map((name) => `${name}=${region.getAttribute(name)}`);
      return `${region.tagName} ${values.toSorted().join(' ')}`;
    });
    expect(new Set(looks)).toEqual(new Set(['SPAN aria-pressed=false class=region role=button']));
  });

  it.each(['ja', 'en'] as const)('lets every region of the message be reached in %s', async (language) => {
    const message = aRichMessage();
    const drawn = play(aScenario({ messages: [message] }), { open: message.id });
    await openEverything(drawn);
    await speak(language);
    const reached = new Set(stops(drawn.container));
    // One file at a time lies open.
    await drawn.user.click(screen.getByLabelText(/(手順|steps)\.zip$/));
    await waitFor(() => expect(stops(drawn.container)).toContain('file/tool/type'));
    for (const region of stops(drawn.container)) reached.add(region);
    expect([...reached].toSorted()).toEqual(
      layOut(message)
        .regions.map(({ key }) => key)
        .toSorted(),
    );
  });

  it('keeps the solution out of what is drawn', async () => {
    const message = aRichMessage([aClue({ id: 'secret-clue', fact: 'secret-fact' })]);
    const html = await drawnHtml(message);
    expect(html).not.toContain('secret');
    expect(html).not.toContain('リンク先のドメインが会社のものではありません');
  });
});

describe('a header field', () => {
  it('is one region on the sender card, in the details and in the original', async () => {
    const { user, container } = play(aScenario(), { open: 'notice' });
    await user.click(screen.getByText('詳細を表示'));
    await user.click(screen.getByText('原文を表示'));
    const original = await screen.findByLabelText('メッセージの原文');
    await screen.findByText('Message-ID', { selector: 'dt' });
    const [card, ...others] = stretches(container, 'field/fromAddress');
    expect(others.length).toBeGreaterThan(0);
    for (const place of [card, ...others]) expect(place).toHaveAttribute('aria-pressed', 'false');

    const inOriginal = stretches(original, 'field/fromAddress')[0];
    if (inOriginal === undefined) throw new Error('the original does not show the address');
    await user.click(inOriginal);
    for (const place of stretches(container, 'field/fromAddress')) {
      expect(place).toHaveAttribute('aria-pressed', 'true');
    }
    expect(container.querySelectorAll('.stamp .ink-seal.doubt').length).toBe(
      stretches(container, 'field/fromAddress').length,
    );
  });
});
