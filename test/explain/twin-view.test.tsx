import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/core/engine/answer.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import type { Difference } from '../../src/core/scenario/format/solution.ts';
import { aLegitimateMessage, aMessage, aScenario, aSealedMessage } from '../fixtures/builders.ts';
import { aPageMessage } from '../fixtures/page-message.ts';
import { aRichSealedMessage } from '../fixtures/rich-message.ts';
import { drawOnUse, speak, stretches } from '../fixtures/screen.tsx';
import DebriefScreen from '../../src/play/debrief/DebriefScreen.tsx';
import { inboxRound } from '../../src/core/round/played-message.ts';
import { createGame } from '../../src/play/store.ts';
import { answerTo } from '../../src/core/engine/answer.ts';

const differences: readonly Difference[] = [
  {
    here: { field: 'fromAddress' },
    there: { field: 'fromAddress' },
    text: { ja: '差出人が違います。', en: 'The senders differ.' },
  },
  {
    here: { slot: 'greeting' },
    there: { slot: 'greeting' },
    text: { ja: '宛名が違います。', en: 'The greetings differ.' },
  },
  {
    here: { page: 'sign-in', part: 'certificate' },
    there: { field: 'dkim' },
    text: { ja: '証しが違います。', en: 'What vouches for them differs.' },
  },
];

const genuineBody = aSealedMessage({ id: 'genuine' });

function aPair({ listedBy = 'lure' }: { readonly listedBy?: 'lure' | 'nobody' } = {}): Scenario {
  const rich = aRichSealedMessage();
  const lure = aMessage({
    ...rich,
    body: rich.body.filter((block) => !('slot' in block && block.slot === 'greeting')),
    from: { address: 'ikeda@example2.co.jp' },
    twin: 'genuine',
  });
  const listed: Message = {
    ...lure,
    solution: { ...lure.solution, ...(listedBy === 'lure' && { differences: [...differences] }) },
  };
  return aScenario({ messages: [listed, aLegitimateMessage({ ...genuineBody, twin: 'notice' })] });
}

const answered = (message: string): readonly Move[] => [
  { kind: 'judge', message, verdict: 'phish', confidence: 0.8, at: 1 },
  { kind: 'act', message, action: { kind: 'report' }, at: 2 },
  { kind: 'submit', message, at: 3 },
];

/** Draws the debrief of one message after these have been answered. */
async function debrief(scenario: Scenario, about: string, answers: readonly string[]) {
  const moves = answers.flatMap((message) => answered(message));
  const game = createGame(
    inboxRound(scenario, { pack: { id: 'test' }, assets: 'content/packs/test/assets/' }),
    {
      moves,
      now: () => 4,
    },
  );
  const played = game.messages.find(({ message }) => message.id === about);
  const answer = answerTo(about, moves);
  if (played === undefined || !answer.submitted) throw new Error(`no answer to ${about}`);
  const drawn = await drawOnUse(
    <DebriefScreen
      game={game}
      played={played}
      answer={answer}
      last={false}
      isFresh={false}
      onNext={() => {}}
      onBack={() => {}}
      onView={() => {}}
    />,
  );
  await drawn.user.click(await screen.findByText(/^すべての解説/));
  return drawn;
}

const openers = /見比べる/;

/** Opens the comparison and returns it. */
async function compare(drawn: Awaited<ReturnType<typeof debrief>>, opener: string) {
  await drawn.user.click(screen.getByRole('button', { name: opener }));
  const dialog = await screen.findByRole('dialog');
  return {
    dialog,
    lure: await within(dialog).findByRole('region', { name: 'フィッシング' }),
    genuine: within(dialog).getByRole('region', { name: '正規のメール' }),
    choices: within(within(dialog).getByRole('region', { name: '違い' })).queryAllByRole('button'),
  };
}

describe('the debrief', () => {
  it('does not offer the twin before it has been answered, so that it gives nothing away', async () => {
    await debrief(aPair(), 'notice', ['notice']);
    expect(screen.queryByRole('button', { name: openers })).toBeNull();
  });

  it('offers the twin once both have been answered', async () => {
    await debrief(aPair(), 'notice', ['notice', 'genuine']);
    expect(screen.getByRole('button', { name: '対の正規メールと見比べる' })).toBeVisible();
  });

  it('offers the lure from the genuine message', async () => {
    await debrief(aPair(), 'genuine', ['notice', 'genuine']);
    expect(screen.getByRole('button', { name: '対のフィッシングメールと見比べる' })).toBeVisible();
  });

  it('offers nothing if a message has no twin', async () => {
    await debrief(aScenario(), 'notice', ['notice', 'genuine']);
    expect(screen.queryByRole('button', { name: openers })).toBeNull();
  });
});

describe('a lure beside its twin', () => {
  const both = ['notice', 'genuine'];

  it('shows every difference in words, with the text of both messages', async () => {
    const { choices, dialog } = await compare(
      await debrief(aPair(), 'notice', both),
      '対の正規メールと見比べる',
    );
    expect(choices.map(({ textContent }) => textContent)).toEqual([
      '1差出人アドレス',
      '2宛名',
      '3ページの証明書',
    ]);
    const items = within(dialog)
      .getAllByRole('listitem')
      .filter((item) => within(item).queryByRole('button', { pressed: false }) !== null)
      .filter((item) => item.querySelector('dl') !== null);
    const pairs = items.map((item) =>
      [...item.querySelectorAll('dt, dd')].map(({ textContent }) => textContent),
    );
    expect(pairs).toEqual([
      ['フィッシング', 'ikeda@example2.co.jp', '正規のメール', 'support@example1.co.jp'],
      ['フィッシング', '（なし）', '正規のメール', '山田 葵 様'],
      [
        'フィッシング',
        '証明書：Example CA 発行/対象 login.example.net/発行日 2026-04-07',
        '正規のメール',
        'pass (example1.co.jp)',
      ],
    ]);
    for (const { text } of differences) expect(dialog).toHaveTextContent(text.ja);
  });

  it('names a block of a page by its kind', async () => {
    const device = aMessage({ ...aPageMessage(), id: 'notice', twin: 'genuine' });
    const listed: Message = {
      ...device,
      solution: {
        ...device.solution,
        differences: [
          {
            here: { page: 'device', block: 'code' },
            there: { field: 'fromAddress' },
            text: { ja: 'コードが表示されます。', en: 'A code is shown.' },
          },
        ],
      },
    };
    const pair = aScenario({
      messages: [listed, aLegitimateMessage({ ...genuineBody, twin: 'notice' })],
    });
    const { choices } = await compare(await debrief(pair, 'notice', both), '対の正規メールと見比べる');
    expect(choices.map(({ textContent }) => textContent)).toEqual(['1ページの部品']);
  });

  it('numbers each difference in both messages, including a missing greeting, a page and a header field', async () => {
    const { lure, genuine } = await compare(
      await debrief(aPair(), 'notice', both),
      '対の正規メールと見比べる',
    );
    const numbers = (pane: HTMLElement) =>
      [...pane.querySelectorAll<HTMLElement>('.region')]
        .map(
          (region) => `${region.querySelector('.mark')?.lastChild?.textContent} ${region.dataset['region']}`,
        )
        .toSorted();
    expect(numbers(lure)).toEqual([
      '1 field/fromAddress',
      '2 slot/greeting',
      ...['age', 'certificate', 'issuer', 'names'].map((part) => `3 page/sign-in/${part}`),
    ]);
    expect(numbers(genuine)).toEqual(['1 field/fromAddress', '2 body/0/0', '3 field/dkim']);
  });

  it('shows a chosen difference in both messages, and can undo the choice', async () => {
    const drawn = await debrief(aPair(), 'notice', both);
    const { choices, lure, genuine } = await compare(drawn, '対の正規メールと見比べる');
    const [, greeting] = choices;
    if (greeting === undefined) throw new Error('no second difference');
    await drawn.user.click(greeting);
    expect(greeting).toHaveAttribute('aria-pressed', 'true');
    expect(stretches(lure, 'slot/greeting')[0]).toHaveAttribute('aria-pressed', 'true');
    expect(stretches(genuine, 'body/0/0')[0]).toHaveAttribute('aria-pressed', 'true');
    expect(stretches(genuine, 'body/0/0')[0]).toHaveTextContent('選んだ違い');
    expect(stretches(lure, 'field/fromAddress')[0]).toHaveAttribute('aria-pressed', 'false');
    await drawn.user.click(greeting);
    expect(greeting).toHaveAttribute('aria-pressed', 'false');
    expect(stretches(lure, 'slot/greeting')[0]).toHaveAttribute('aria-pressed', 'false');
  });

  it('lets a difference be chosen at its place in a message', async () => {
    const drawn = await debrief(aPair(), 'notice', both);
    const { choices, lure, genuine } = await compare(drawn, '対の正規メールと見比べる');
    const place = stretches(genuine, 'field/dkim')[0];
    if (place === undefined) throw new Error('no DKIM row');
    await drawn.user.click(place);
    expect(choices[2]).toHaveAttribute('aria-pressed', 'true');
    expect(stretches(lure, 'page/sign-in/certificate')[0]).toHaveAttribute('aria-pressed', 'true');
  });

  it('keeps the lure on its side when opened from the genuine message', async () => {
    const drawn = await debrief(aPair(), 'genuine', both);
    const { lure, genuine, choices } = await compare(drawn, '対のフィッシングメールと見比べる');
    expect(choices).toHaveLength(3);
    expect(lure).toHaveTextContent('ikeda@example2.co.jp');
    expect(genuine).toHaveTextContent('support@example1.co.jp');
    expect(lure.compareDocumentPosition(genuine)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('shows only the two messages if no difference is listed', async () => {
    const drawn = await debrief(aPair({ listedBy: 'nobody' }), 'notice', both);
    const { dialog, choices, lure } = await compare(drawn, '対の正規メールと見比べる');
    expect(choices).toEqual([]);
    expect(dialog).toHaveTextContent('違いの解説は、まだありません');
    expect(lure.querySelector('.region')).toBeNull();
  });

  it('speaks English', async () => {
    const drawn = await debrief(aPair(), 'notice', both);
    await speak('en');
    await drawn.user.click(screen.getByRole('button', { name: 'Compare with its genuine twin' }));
    const dialog = await screen.findByRole('dialog', { name: 'The lure and its genuine twin' });
    expect(dialog).toHaveTextContent('The greetings differ.');
    expect(within(dialog).getByRole('region', { name: 'Genuine' })).toHaveTextContent('Dear Aoi Yamada');
  });
});
