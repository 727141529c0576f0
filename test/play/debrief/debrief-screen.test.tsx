import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Move } from '../../../src/core/engine/answer.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import { aClue, aDecoy, aLegitimateMessage, aMessage, aScenario, both } from '../../fixtures/builders.ts';
import { aRichMessage } from '../../fixtures/rich-message.ts';
import { play, speak, stretches } from '../../fixtures/screen.tsx';

afterEach(() => vi.restoreAllMocks());

const flag = (message: string, region: string): Move => ({ kind: 'flag', message, region, at: 1 });
const judged = (
  message: string,
  verdict: 'phish' | 'legitimate' = 'phish',
  action: 'report' | 'follow' = 'report',
): readonly Move[] => [
  { kind: 'judge', message, verdict, confidence: 0.9, at: 2 },
  { kind: 'act', message, action: { kind: action }, at: 3 },
  { kind: 'submit', message, at: 4 },
];

/** A link that decides, an odd DKIM that is soft, an honest greeting that looks odd, and a myth about the MIME type. */
const lure = (): Message =>
  aMessage({
    facts: [
      { id: 'soft', weight: 'soft', title: { ja: '件名が急がせる', en: 'A hurried subject' } },
      { id: 'odd-link', weight: 'decisive', title: { ja: '別のドメインへのリンク', en: 'A foreign link' } },
    ],
    clues: [
      aClue(),
      aClue({
        id: 'hurry',
        cue: 'urgency',
        fact: 'soft',
        anchor: { field: 'returnPath' },
        explanation: { ja: '戻り先が別の会社です。', en: 'The return path is another company.' },
      }),
    ],
    decoys: [
      aDecoy({ weighs: 'nothing', anchor: { field: 'mime' }, id: 'myth' }),
      aDecoy({
        id: 'greeting',
        cue: 'generic-greeting',
        anchor: { slot: 'greeting' },
        explanation: { ja: '宛名は正しいです。', en: 'The greeting is right.' },
      }),
    ],
  });

const pull = {
  ja: '締め日には、だれでも早く片づけたくなります。',
  en: 'On closing day everybody wants it done.',
};

/** The debrief with everything unfolded. */
async function debrief(...asked: Parameters<typeof firstSight>) {
  const drawn = await firstSight(...asked);
  await drawn.user.click(within(drawn.findings).getByText(/^すべての解説/));
  // What is unfolded may have to load first.
  await within(drawn.findings).findByRole('heading', { name: /^最善の対応/ });
  return drawn;
}

async function firstSight(
  flags: readonly string[],
  message = lure(),
  verdict: 'phish' | 'legitimate' = 'phish',
  trusted: readonly string[] = [],
  action: 'report' | 'follow' = 'report',
) {
  const drawn = play(aScenario({ messages: [message, aLegitimateMessage({ id: 'other' })] }), {
    open: message.id,
    moves: [
      ...flags.map((region) => flag(message.id, region)),
      ...trusted.map((region): Move => ({ kind: 'flag', message: message.id, region, ink: 'trust', at: 1 })),
      ...judged(message.id, verdict, action),
    ],
  });
  const findings = await screen.findByRole('complementary', { name: '振り返り' });
  return { ...drawn, findings };
}

/** The card that explains something, by a word in its heading. */
const card = (findings: HTMLElement, heading: string): HTMLElement => {
  const found = within(findings).getByText(heading, { selector: '.everything h4' }).closest('article');
  if (found === null) throw new Error(`no card of ${heading}`);
  return found;
};

/** The one explanation that is shown at first sight. */
const shownCard = (findings: HTMLElement): HTMLElement => {
  const found = findings.querySelector<HTMLElement>('.first-sight article');
  if (found === null) throw new Error('no explanation');
  return found;
};

describe('the debrief', () => {
  it('distinguishes found, missed and false alarm in words, on the card and on the message', async () => {
    const { findings, container } = await debrief(['link/main', 'field/date']);
    expect(card(findings, '別のドメインへのリンク')).toHaveTextContent('的中');
    expect(card(findings, '件名が急がせる')).toHaveTextContent('見逃し');
    expect(card(findings, '問題のない箇所')).toHaveTextContent('空振り');
    expect(stretches(container, 'link/main')[0]).toHaveAccessibleName(/的中\s*1$/);
    expect(stretches(container, 'field/date')[0]).toHaveAccessibleName(/空振り\s*2$/);
  });

  it('distinguishes the outcomes by shape too, so that colour is not needed', async () => {
    const { findings } = await debrief(['link/main', 'field/date']);
    const shapes = ['別のドメインへのリンク', '件名が急がせる', '問題のない箇所'].map(
      (heading) => card(findings, heading).querySelector('.mark')?.className,
    );
    expect(new Set(shapes).size).toBe(3);
  });

  it('explains the deciding clue first and marks it as deciding', async () => {
    const { findings } = await debrief([]);
    const [first] = within(findings).getAllByRole('article');
    expect(first).toHaveTextContent('別のドメインへのリンク');
    expect(first).toHaveTextContent('決め手');
    expect(first).toHaveTextContent('リンク先のドメインが会社のものではありません。');
  });

  it('explains a false alarm without an authored explanation by what such a part can prove', async () => {
    const { findings } = await debrief(['field/date']);
    expect(card(findings, '問題のない箇所')).toHaveTextContent('日時は送信側の時計によるもの');
  });

  it('explains a flagged decoy by its author’s words', async () => {
    const { findings } = await debrief(['slot/greeting']);
    expect(card(findings, '名前のない宛名')).toHaveTextContent('空振り');
    expect(card(findings, '名前のない宛名')).toHaveTextContent('宛名は正しいです。');
  });

  it('explains a myth as deciding nothing, flagged or not', async () => {
    const { findings } = await debrief(['field/mime']);
    expect(card(findings, 'これだけでは真偽が決まらない点')).toHaveTextContent('得点への影響なし');
    expect(card(findings, 'これだけでは真偽が決まらない点')).toHaveTextContent(
      'Message-ID の形はさまざまです。',
    );
  });

  it('says the truth without blame for a missed lure and for suspected genuine mail', async () => {
    const { findings, unmount } = await debrief([], lure(), 'legitimate');
    expect(within(findings).getByRole('heading', { level: 2 })).toHaveTextContent('これは偽物でした。');
    unmount();
    const genuine = await debrief([], aLegitimateMessage(), 'phish');
    expect(within(genuine.findings).getByRole('heading', { level: 2 })).toHaveTextContent(
      '惜しい。本物でした。',
    );
    expect(genuine.findings).toHaveTextContent('会社のドメインから届いています。');
  });

  it('shows both languages side by side, each marked as its own', async () => {
    const { user, findings } = await debrief(['link/main']);
    expect(findings).not.toHaveTextContent('The link leads to another domain.');
    await user.click(screen.getByRole('button', { name: '日英並べて' }));
    const [english] = within(findings).getAllByText('The link leads to another domain.');
    expect(english).toHaveAttribute('lang', 'en');
    expect(findings).toHaveTextContent('リンク先のドメインが会社のものではありません。');
    expect(screen.getByRole('button', { name: '日英並べて' })).toHaveFocus();
  });

  it('moves the focus to its heading once, and not again', async () => {
    const { user, findings } = await firstSight(['link/main']);
    expect(within(findings).getByRole('heading', { level: 2 })).toHaveFocus();
    const [reveal] = within(findings).getAllByRole('button', { name: 'その箇所を見る' });
    if (reveal === undefined) throw new Error('nothing to reveal');
    await user.click(reveal);
    expect(reveal).toHaveFocus();
    await speak('en');
    expect(reveal).toHaveFocus();
  });

  it('keeps score and findings when the language changes', async () => {
    const { findings } = await debrief(['link/main', 'field/date']);
    const score = /\d+/.exec(within(findings).getByText(/^得点 \d/).textContent)?.[0];
    const marks = [...document.querySelectorAll('.region .mark')].map(({ className }) => className);
    await speak('en');
    expect(screen.getByText(/^Score: /)).toHaveTextContent(score ?? 'no score');
    expect([...document.querySelectorAll('.region .mark')].map(({ className }) => className)).toEqual(marks);
  });

  it('shows a part on request, opening its details at the first press', async () => {
    const shown: (string | undefined)[] = [];
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      shown.push(this instanceof HTMLElement ? this.dataset['region'] : undefined);
    });
    const { user, findings } = await debrief([]);
    await user.click(within(card(findings, '件名が急がせる')).getByRole('button'));
    expect(await screen.findByText('Return-Path', { selector: 'dt' })).toBeInTheDocument();
    await vi.waitFor(() => expect(shown).toEqual(['field/returnPath']));
  });

  it('shows a part of a mock page on request, opening the page at the first press', async () => {
    const shown: (string | undefined)[] = [];
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      shown.push(this instanceof HTMLElement ? this.dataset['region'] : undefined);
    });
    const message = aRichMessage([aClue({ anchor: { page: 'sign-in', part: 'address' } })]);
    const { user, findings } = await debrief([], message);
    await user.click(within(card(findings, 'odd-link')).getByRole('button'));
    expect(await screen.findByRole('dialog', { name: '模擬ブラウザー' })).toBeInTheDocument();
    await vi.waitFor(() => expect(shown).toEqual(['page/sign-in/address']));
  });

  it('leads from a numbered part of the message to its explanation, which gets the focus', async () => {
    const { user, findings, container } = await firstSight(['field/date']);
    const [date] = stretches(container, 'field/date');
    if (date === undefined) throw new Error('no date');
    await user.click(date);
    expect(within(findings).getByRole('button', { name: /^2つ目の解説（.+）$/ })).toHaveAttribute(
      'aria-current',
      'step',
    );
    expect(shownCard(findings)).toHaveTextContent('日時は送信側の時計によるもの');
    expect(shownCard(findings)).toHaveFocus();
  });

  it('answers "and this?" about any part, in the words of its author or in general ones', async () => {
    const { user, findings, container } = await firstSight([]);
    const ask = async (region: string): Promise<void> => {
      const [part] = stretches(container, region);
      if (part === undefined) throw new Error(`no ${region}`);
      await user.click(part);
    };
    await ask('slot/greeting');
    expect(shownCard(findings)).toHaveTextContent('宛名は正しいです。');
    await ask('field/date');
    expect(shownCard(findings)).toHaveTextContent('日時は送信側の時計によるもの');
    await user.click(within(findings).getByRole('button', { name: '解説に戻る' }));
    expect(shownCard(findings)).toHaveTextContent('別のドメインへのリンク');
  });

  it('moves to the next explanation by button and arrow keys; the last one says what to do next time', async () => {
    const { user, findings } = await firstSight(['field/date']);
    expect(findings).not.toHaveTextContent('次からは');
    await user.click(within(findings).getByRole('button', { name: '次の解説' }));
    expect(shownCard(findings)).toHaveTextContent('問題のない箇所');
    expect(findings).toHaveTextContent('次からは');
    expect(within(findings).queryByRole('button', { name: '次の解説' })).toBeNull();
    await user.keyboard('{ArrowLeft}');
    expect(shownCard(findings)).toHaveTextContent('別のドメインへのリンク');
    await user.keyboard('{ArrowLeft}{ArrowRight}{ArrowRight}');
    expect(shownCard(findings)).toHaveTextContent('問題のない箇所');
  });

  it('says in words how verdict, action and clues went, and no number', async () => {
    const { findings } = await firstSight(['link/main']);
    expect(findings).toHaveTextContent(/「偽物・確信」と判定し、窓口に報告しました。/);
    expect(findings).toHaveTextContent(/判定\s*◎\s*的中/);
    expect(findings).toHaveTextContent(/対応\s*◎\s*最善/);
    expect(findings).toHaveTextContent(/手がかり\s*○\s*1\/2/);
  });

  it('shows what came of following a lure before the outcome, and what to do now', async () => {
    const message = aRichMessage();
    const { findings, unmount } = await firstSight([], message, 'legitimate', [], 'follow');
    const scene = within(findings).getByRole('region', { name: 'その後に起きること' });
    expect(scene).toHaveTextContent('求めに応じました。');
    const heading = within(findings).getByRole('heading', { level: 2 });
    expect(scene.compareDocumentPosition(heading)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(within(scene).getByRole('heading', { name: '直後の10分ですること' })).toBeVisible();
    unmount();
    const reported = await firstSight([], message, 'legitimate');
    expect(within(reported.findings).queryByRole('region', { name: 'その後に起きること' })).toBeNull();
  });

  it.each([
    { anchor: { page: 'sign-in', part: 'address' }, region: 'page/sign-in/address' },
    { anchor: { attachment: 'invoice', part: 'macro' }, region: 'file/invoice/macro' },
  ] as const)(
    'closes the dialog in which a mark is chosen ($region), and gives its card the focus',
    async (place) => {
      const message = aRichMessage([aClue({ anchor: place.anchor })]);
      const { user, findings, container } = await debrief([], message);
      await user.click(within(card(findings, 'odd-link')).getByRole('button'));
      const dialog = await screen.findByRole('dialog');
      const [mark] = stretches(dialog, place.region);
      if (mark === undefined) throw new Error('no mark');
      await user.click(mark);
      expect(screen.queryByRole('dialog')).toBeNull();
      expect(container.querySelector('dialog')).toBeNull();
      expect(shownCard(findings)).toHaveFocus();
      expect(shownCard(findings)).toHaveTextContent('odd-link');
    },
  );

  it('opens with the deciding part, highlighted in the message, and numbers neutral parts only on request', async () => {
    const { user, findings, container } = await firstSight([]);
    expect(shownCard(findings)).toHaveTextContent('決め手');
    expect(stretches(container, 'link/main')[0]).toHaveClass('lit');
    expect(container.querySelectorAll('.region.lit')).toHaveLength(1);
    expect(container.querySelector('.region:is(.passed, .neutral)')).toBeNull();
    await user.click(within(findings).getByText(/^すべての解説/));
    expect(container.querySelector('.region:is(.passed, .neutral) .mark')).not.toBeNull();
  });

  it('explains a trusted clue, also to screen readers on the message', async () => {
    const { findings, container } = await firstSight([], lure(), 'legitimate', ['link/main']);
    expect(shownCard(findings)).toHaveTextContent('誤って信頼');
    expect(stretches(container, 'link/main')[0]).toHaveAccessibleName(/誤って信頼\s*\d$/);
  });

  it('leads to the next message, and after the last one to the result', async () => {
    const { user, game } = await debrief([]);
    await user.click(screen.getByRole('button', { name: '次のメッセージへ' }));
    expect(game.store.getState().open).toBe('other');
  });

  it('names the best action and its reason', async () => {
    const message = aMessage({ best: { action: 'delete', reason: both('決まりです。') } });
    const { findings } = await debrief([], message);
    expect(within(findings).getByText('最善の対応：削除する')).toBeInTheDocument();
    expect(findings).toHaveTextContent('決まりです。');
  });

  it.each(['phish', 'legitimate'] as const)(
    'says why people follow this lure after what to do, to who judged it %s',
    async (verdict) => {
      const { findings } = await debrief([], aMessage({ id: 'pulling', pull }), verdict);
      const heading = await within(findings).findByRole('heading', { name: 'なぜ引っかかりやすいのか' });
      const best = within(findings).getByRole('heading', { name: /^最善の対応/ });
      expect(best.compareDocumentPosition(heading)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
      expect(findings).toHaveTextContent(pull.ja);
      await speak('en');
      expect(within(findings).getByRole('heading', { name: 'Why people fall for it' })).toBeInTheDocument();
      expect(findings).toHaveTextContent(pull.en);
    },
  );

  it('leaves the heading out if the author wrote no reason', async () => {
    const { findings } = await debrief([]);
    expect(await within(findings).findByText(/^報告してくださったおかげで/)).toBeInTheDocument();
    expect(within(findings).queryByRole('heading', { name: 'なぜ引っかかりやすいのか' })).toBeNull();
  });

  it('does not say why people follow it before the answer', () => {
    play(aScenario({ messages: [aMessage({ id: 'pulling', pull })] }), { open: 'pulling' });
    expect(screen.getByRole('article')).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent(pull.ja);
  });
});
