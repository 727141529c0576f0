import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Advice } from '../../src/core/record/advice.ts';
import { progressOf } from '../../src/core/record/progress.ts';
import type { RoundRecord } from '../../src/core/record/round-record.ts';
import ProgressScreen from '../../src/game/ProgressScreen.tsx';
import { aMessageRecord, aRecord, verdicts } from '../core/record/builders.ts';
import { drawOnUse, speak } from '../fixtures/screen.tsx';

async function open(records: readonly RoundRecord[]) {
  const practised: Advice[] = [];
  const certificates: string[] = [];
  let begun = 0;
  let group = 0;
  const drawn = await drawOnUse(
    <ProgressScreen
      progress={progressOf(records)}
      onPractise={(advice) => practised.push(advice)}
      onBegin={() => (begun += 1)}
      onGroup={() => (group += 1)}
      onCertificate={(record) => certificates.push(record)}
    />,
  );
  await screen.findByRole('heading', { level: 1 });
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
  it('before any round is an invitation', async () => {
    const { user, begun } = await open([]);
    expect(screen.queryAllByRole('img')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'ラウンドを始める' }));
    expect(begun()).toBe(1);
  });

  it('tells opposite habits the opposite, though both were right equally often', async () => {
    const first = await open([trusting]);
    expect(region('次にすること').getByText('応じる前に、もう一度だけ疑ってみる')).toBeVisible();
    expect(region('見抜く力と用心深さ').getByText(/信じるほうへ傾きがち/)).toBeVisible();
    first.unmount();
    await open([alarmist]);
    expect(region('次にすること').getByText('安心材料も探してから判定する')).toBeVisible();
    expect(region('見抜く力と用心深さ').getByText(/疑うほうへ傾きがち/)).toBeVisible();
  });

  it('gives its advice to the button below it', async () => {
    const { user, practised } = await open([trusting]);
    await user.click(screen.getByRole('button', { name: 'これを練習する' }));
    expect(practised).toMatchObject([{ kind: 'trusting', misses: 6 }]);
  });

  it('draws eye and caution with a description and their numbers in a table', async () => {
    await open([trusting]);
    const picture = screen.getByRole('img', { name: '見抜く力と用心深さの図' });
    expect(picture).toHaveAccessibleDescription(/見抜く力 1\.5\(−0\.1〜3\.0\)、判断の偏り 1\.0/);
    const table = screen.getByRole('table', { name: '見抜く力と用心深さの図', hidden: true });
    expect(within(table).getByRole('row', { name: /d′.*1\.5/, hidden: true })).toBeInTheDocument();
  });

  it('says what is wanted where there is not enough for a picture', async () => {
    await open([aRecord({ messages: verdicts(3, 5, 0, 2) })]);
    expect(
      region('見抜く力と用心深さ').getByText(/8通ずつ必要です\(いまはフィッシング5通、正規2通\)/),
    ).toBeVisible();
    expect(
      region('確信度の正確さ').getByText('あと23件の判定で、確信度の正確さを図で示せます。'),
    ).toBeVisible();
    expect(screen.queryAllByRole('img')).toEqual([]);
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
      /メール 40件中33件 \/ SMS 1件中1件 \/ fax 1件中1件/,
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

  it('offers a certificate of the round that ended last', async () => {
    const { user, certificates } = await open([
      { ...trusting, id: 'late', endedAt: 2 },
      { ...trusting, id: 'early', endedAt: 1 },
    ]);
    await user.click(screen.getByRole('button', { name: '直近のラウンドの修了証を作る' }));
    expect(certificates).toEqual(['late']);
  });

  it('leads a trainer to the page for groups', async () => {
    const { user, group } = await open([]);
    await user.click(screen.getByRole('button', { name: /みんなの成績/ }));
    expect(group()).toBe(1);
  });
});
