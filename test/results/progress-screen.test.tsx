import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { PracticeParameters } from '../../src/core/record/advice.ts';
import { progressOf } from '../../src/core/record/progress.ts';
import type { RoundRecord } from '../../src/core/record/round-record.ts';
import type { PracticeCards } from '../../src/core/record/practice.ts';
import { stampBook } from '../../src/core/record/stamp-book.ts';
import ProgressScreen from '../../src/results/ProgressScreen.tsx';
import { aMessageRecord, aRecord, verdicts } from '../core/record/builders.ts';
import { drawOnUse, speak } from '../fixtures/screen.tsx';

/** A day after the rounds. */
const now = 1_795_086_700_000;

async function open(records: readonly RoundRecord[], cards: PracticeCards = {}) {
  const practised: PracticeParameters[] = [];
  const certificates: string[] = [];
  let begun = 0;
  let group = 0;
  const drawn = await drawOnUse(
    <ProgressScreen
      records={records}
      progress={progressOf(records)}
      stamps={stampBook(records, cards, now)}
      onPractise={(parameters) => practised.push(parameters)}
      onBegin={() => (begun += 1)}
      onGroup={() => (group += 1)}
      onCertificate={(record) => certificates.push(record)}
    />,
  );
  await screen.findByRole('heading', { level: 1 });
  const detail = screen.queryByText('くわしく見る');
  if (detail !== null) await drawn.user.click(detail);
  return { ...drawn, practised, certificates, begun: () => begun, group: () => group };
}

const trusting = aRecord({ messages: verdicts(4, 10, 0, 10) });
const alarmist = aRecord({ messages: verdicts(10, 10, 6, 10) });
const region = (name: string) => {
  const section = screen.getByRole('heading', { level: 2, name }).closest('section');
  if (section === null) throw new Error(`${name} stands in no section`);
  return within(section);
};

describe('the progress of a player', () => {
  it('invites to a first round', async () => {
    const { user, begun } = await open([]);
    expect(screen.queryAllByRole('img')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'ラウンドを始める' }));
    expect(begun()).toBe(1);
  });

  it('summarises the rounds first, and shows the charts as details', async () => {
    const now = Date.now();
    const rounds = Array.from({ length: 10 }, (_, at) =>
      aRecord({ id: `round-${at}`, mode: 'daily', score: 40 + at, endedAt: now - (9 - at) * 1_000 }),
    );
    await open(rounds);
    expect(region('印の暦').getByText(/この5週間で[12]日、10ラウンドを終えました。/)).toBeVisible();
    const list = region('終えたラウンド');
    const shown = list.getAllByRole('listitem');
    expect(shown[7]).toBeVisible();
    expect(shown[8]).not.toBeVisible();
    expect(shown[0]).toHaveTextContent(/今日の一局1通中1通49点$/);
    expect(list.getByText('それより前のラウンド（2件）')).toBeVisible();
  });

  it('gives opposite advice for opposite habits, even if both were right equally often', async () => {
    const first = await open([trusting]);
    expect(region('次にすること').getByText('応じる前に、もう一度だけ疑ってみる')).toBeVisible();
    expect(region('見抜く力と用心深さ').getByText(/信じるほうへ傾きがち/)).toBeVisible();
    first.unmount();
    await open([alarmist]);
    expect(region('次にすること').getByText('安心材料も探してから判定する')).toBeVisible();
    expect(region('見抜く力と用心深さ').getByText(/疑うほうへ傾きがち/)).toBeVisible();
  });

  it('starts a round about the advice above the button', async () => {
    const first = await open([trusting]);
    await first.user.click(screen.getByRole('button', { name: 'これを練習する' }));
    expect(first.practised).toEqual([[['mode', 'practice']]]);
    first.unmount();
    const texts = verdicts(0, 8, 0, 0).map((message) => ({ ...message, channel: 'sms' }));
    const { user, practised } = await open([aRecord({ messages: [...verdicts(20, 20, 0, 30), ...texts] })]);
    await user.click(screen.getByText('ほかにも'));
    await user.click(screen.getByRole('button', { name: 'これを練習する: 「SMS」で届くものを練習する' }));
    expect(practised).toEqual([
      [
        ['mode', 'practice'],
        ['channels', 'sms'],
      ],
    ]);
  });

  it('draws eye and caution with a description and their numbers in a table', async () => {
    await open([trusting]);
    const picture = screen.getByRole('img', { name: '見抜く力と用心深さの図' });
    expect(picture).toHaveAccessibleDescription(/見抜く力 1\.5（−0\.1〜3\.0）、判断の偏り 1\.0/);
    const table = screen.getByRole('table', { name: '見抜く力と用心深さの図', hidden: true });
    expect(within(table).getByRole('row', { name: /d′.*1\.5/, hidden: true })).toBeInTheDocument();
  });

  it('says what is needed if there is not enough for a chart', async () => {
    await open([aRecord({ messages: verdicts(3, 5, 0, 2) })]);
    expect(
      screen.getByText(/見抜く力と用心深さはあと9通ほど、確信度の正確さはあと23通ほど判定すると/),
    ).toBeVisible();
    expect(screen.queryByRole('heading', { name: '見抜く力と用心深さ' })).toBeNull();
    expect(screen.queryByRole('heading', { name: '確信度の正確さ' })).toBeNull();
    expect(screen.queryAllByRole('img')).toEqual([]);
  });

  it('shows each chart as soon as there is enough for it, and says what the other needs', async () => {
    await open([trusting]);
    expect(screen.getByRole('img', { name: '見抜く力と用心深さの図' })).toBeVisible();
    expect(screen.getByText('あと10通ほど判定すると、確信度の正確さの図がここに現れます。')).toBeVisible();
  });

  it('gives for each technique its interval, missed lures and wrong suspicions', async () => {
    const texts = [...verdicts(1, 2, 1, 1)].map((message) => ({ ...message, channel: 'sms' }));
    await open([aRecord({ messages: [...verdicts(2, 2, 0, 2), ...texts] })]);
    const table = screen.getByRole('table', { name: '届き方ごとに的中した判定の割合', hidden: true });
    expect(
      within(table).getByRole('row', { name: 'SMS 3通中1通 6%〜79% 1 1', hidden: true }),
    ).toBeInTheDocument();
  });

  it('draws the curve of confidence, the families, the channels and the trend', async () => {
    const facts = [
      { fact: 'a', cue: 'urgency', found: true },
      { fact: 'b', cue: 'threat', found: false },
    ] as const;
    await open([
      aRecord({ id: 'a', endedAt: 1, score: 40, messages: verdicts(15, 20, 2, 20) }),
      aRecord({
        id: 'b',
        endedAt: 2,
        score: 70,
        messages: [aMessageRecord({ facts, channel: 'sms' }), aMessageRecord({ channel: 'fax' })],
      }),
    ]);
    expect(screen.getByRole('img', { name: '確信度と的中率の図' })).toHaveAccessibleDescription(/判定42件/);
    expect(
      screen.getByRole('img', { name: '着眼点ごとに見つけた手がかりの割合' }),
    ).toHaveAccessibleDescription('文面の言い回し 2件中1件');
    expect(screen.getByRole('img', { name: '届き方ごとに的中した判定の割合' })).toHaveAccessibleDescription(
      /メール 40件中33件 \/ SMS 1件中1件 \/ Fax 1件中1件/,
    );
    expect(screen.getByRole('img', { name: 'ラウンドごとの得点' })).toHaveAccessibleDescription(
      '2ラウンドの得点。最初は40点、最近は70点。',
    );
  });

  it('names nobody, ranks nobody and blames nobody, in either language', async () => {
    const { container } = await open([trusting, { ...alarmist, id: 'other' }]);
    expect(container.textContent).not.toMatch(/順位|ランキング|失敗|悪い|ダメ/);
    await speak('en');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your progress');
    expect(container.textContent).not.toMatch(/rank|leader|fail|bad |worst/i);
  });

  it('offers a certificate of the latest round', async () => {
    const { user, certificates } = await open([
      { ...trusting, id: 'late', endedAt: 2 },
      { ...trusting, id: 'early', endedAt: 1 },
    ]);
    await user.click(screen.getByRole('button', { name: '直近のラウンドの受講証を作る' }));
    expect(certificates).toEqual(['late']);
  });

  it('offers no certificate if the latest round did not reach its pass mark', async () => {
    const first = await open([{ ...trusting, passMark: 90, score: 89.99 }]);
    expect(screen.queryByRole('button', { name: /証を作る/ })).toBeNull();
    first.unmount();
    await open([{ ...trusting, passMark: 90, score: 90 }]);
    expect(screen.getByRole('button', { name: '直近のラウンドの合格証を作る' })).toBeVisible();
  });

  it('leads a trainer to the page for groups', async () => {
    const { user, group } = await open([]);
    await user.click(screen.getByRole('button', { name: /みんなの成績/ }));
    expect(group()).toBe(1);
  });
});

describe('the stamp book', () => {
  const sureFind = aMessageRecord({
    technique: 'qr',
    confidence: 0.95,
    facts: [{ fact: 'code', cue: 'qr-lure', found: true }],
  });
  const records = [aRecord({ messages: [sureFind] })];
  const card = { stability: 1, difficulty: 5, reviewedAt: 1_795_000_300_000, due: now - 1 };
  const pageOf = (name: string) => screen.getByText(name).closest('li');

  it('shows the day of each stamp, and a gap for every other technique', async () => {
    await open(records);
    expect(await screen.findByRole('heading', { level: 2, name: '御朱印帳' })).toBeVisible();
    expect(pageOf('QRコード')).toHaveTextContent('2026年11月18日');
    expect(pageOf('よく似たドメイン')).toHaveTextContent('まだ印がありません');
    expect(screen.getByText('21ページのうち1ページに印')).toBeVisible();
    expect(screen.queryByRole('button', { name: /薄れた手口/ })).toBeNull();
  });

  it('says what has faded, and starts practising it', async () => {
    const { user, practised } = await open(records, { qr: card, 'call-back': card });
    await screen.findByRole('heading', { level: 2, name: '御朱印帳' });
    expect(pageOf('QRコード')).toHaveTextContent('練習の時期です');
    expect(pageOf('電話をかけさせる手口')).not.toHaveTextContent('練習の時期です');
    await user.click(screen.getByRole('button', { name: '薄れた手口を練習する（1件）' }));
    expect(practised).toEqual([[['mode', 'practice']]]);
  });

  it('names every technique in both languages', async () => {
    await open(records);
    const names = async () => {
      await screen.findAllByRole('list');
      return [...document.querySelectorAll('.stamp-name')].map(({ textContent }) => textContent);
    };
    await screen.findByRole('heading', { level: 2, name: '御朱印帳' });
    const japanese = await names();
    await speak('en');
    await screen.findByRole('heading', { level: 2, name: 'Stamp book' });
    const english = await names();
    expect(new Set([...japanese, ...english]).size).toBe(2 * 21);
    await speak('ja');
  });
});
