import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { messageKeyOf, resultCodeOf, scenarioKeyOf } from '../../src/core/record/result-code.ts';
import { roundCodeOf } from '../../src/core/record/round-code.ts';
import type { MessageRecord } from '../../src/core/record/round-record.ts';
import { type Catalogue, catalogueKey } from '../../src/results/CohortView.tsx';
import { LoadFailure } from '../../src/loading/load-once.ts';
import GroupScreen from '../../src/results/GroupScreen.tsx';
import { aMessageRecord, aRecord } from '../core/record/builders.ts';
import { drawOnUse } from '../fixtures/screen.tsx';

const keysOf = (message: string) =>
  catalogueKey({
    scenarioKey: scenarioKeyOf('pack', 'scenario'),
    messageKey: messageKeyOf('pack', 'scenario', message),
  });
const both = (text: string) => ({ ja: text, en: text });
const catalogue: Catalogue = new Map([
  [keysOf('easy'), { subject: both('社内報のお知らせ'), facts: [] }],
  [keysOf('hard'), { subject: both('請求書の件'), facts: [both('振込先が変わっている')] }],
]);
const easy = aMessageRecord({ message: 'easy', truth: 'legitimate', verdict: 'legitimate', action: 'keep' });
const hard = (right: boolean): MessageRecord =>
  aMessageRecord({
    message: 'hard',
    verdict: right ? 'phish' : 'legitimate',
    facts: [{ fact: 'bank', cue: 'changed-bank-details', found: right }],
  });
const codeOf = (score: number, right: boolean) =>
  resultCodeOf(aRecord({ score, passMark: 60, messages: [easy, hard(right)] }));

/** jsdom has files, but not their `arrayBuffer`. */
const fileOf = (name: string, text: string): File =>
  Object.assign(new File([text], name, { type: 'text/plain' }), {
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  });

const savedText = (blob: Blob): Promise<unknown> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result));
    reader.readAsText(blob);
  });

async function open() {
  const drawn = await drawOnUse(<GroupScreen look={() => Promise.resolve(catalogue)} />);
  await screen.findByRole('heading', { level: 1 });
  const paste = (text: string) =>
    fireEvent.change(screen.getByLabelText(/^結果コード/), { target: { value: text } });
  return { ...drawn, paste };
}

afterEach(() => vi.restoreAllMocks());

describe('the page for a group', () => {
  it('says how many results were not read, and the limit', async () => {
    const { paste } = await open();
    paste(`${codeOf(40, false)}\n`.repeat(1_003));
    expect(
      screen.getByText('3件の結果は読み取りませんでした。一度に読み取れるのは1,000件までです。'),
    ).toBeVisible();
    paste(`${codeOf(40, false)}\n`.repeat(1_000));
    expect(screen.queryByText(/読み取りませんでした/)).toBeNull();
  });

  it('gives the figures even if the messages cannot be read, and can try again', async () => {
    let isBroken = true;
    const look = () => (isBroken ? Promise.reject(new LoadFailure('offline')) : Promise.resolve(catalogue));
    const { user } = await drawOnUse(<GroupScreen look={look} />);
    fireEvent.change(screen.getByLabelText(/^結果コード/), { target: { value: codeOf(40, false) } });
    expect(await screen.findByText(/読み込めませんでした/)).toBeVisible();
    expect(screen.getByText('1件の結果を読み取りました。')).toBeVisible();
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'もう一度試す' }));
    expect((await screen.findAllByText('請求書の件')).length).toBeGreaterThan(0);
  });

  it('says that a pasted text is too long to be read completely', async () => {
    const { paste } = await open();
    paste(`${codeOf(40, false)}${' '.repeat(1_000_000)}${codeOf(50, false)}`);
    expect(screen.getByText(/最初の1,000,000文字まで/)).toBeVisible();
    expect(screen.getByText('1件の結果を読み取りました。')).toBeVisible();
  });

  it('names a file that exceeds the limit of all files', async () => {
    const { user } = await open();
    const long = (name: string, score: number) => fileOf(name, codeOf(score, false) + ' '.repeat(600_000));
    await user.upload(screen.getByLabelText(/^ファイルから/), [long('one.txt', 40), long('two.txt', 50)]);
    expect(await screen.findByText(/「two.txt」は、ほかのファイルと合わせると長すぎる/)).toBeVisible();
    expect(screen.getByText('1件の結果を読み取りました。')).toBeVisible();
  });

  it('counts pasted results, and says what was hardest', async () => {
    const { paste } = await open();
    paste(`こんにちは。\n${codeOf(40, false)}\n> ${codeOf(80, true)} 以上です。\n${codeOf(50, false)}`);
    expect(screen.getByText('3件の結果を読み取りました。')).toBeVisible();
    await screen.findAllByText('請求書の件');
    const [messages, clues] = screen.getAllByRole('list');
    if (messages === undefined || clues === undefined) throw new Error('there are two lists');
    const [hardest] = within(messages).getAllByRole('listitem');
    expect(hardest).toHaveTextContent('請求書の件');
    expect(hardest).toHaveTextContent('的中 3人中1人（33%）');
    expect(hardest).toHaveTextContent('識別力は10人分から表示します');
    expect(clues).toHaveTextContent('振込先が変わっている3人中1人が発見（33%）');
    expect(screen.getByRole('img', { name: '得点の散らばり' })).toHaveAccessibleDescription(
      '最低40、下位4分の1まで45、中央50、上位4分の1から65、最高80。',
    );
    expect(screen.getByText('3件中1件')).toBeVisible();
  });

  it('names each kind of code it could not read', async () => {
    const { paste } = await open();
    const code = codeOf(40, true);
    paste(
      [code, code.slice(0, -5), code.replace('MR1', 'MR9'), `MR1:${code.slice(6)}`]
        .join('\n')
        .replace(/\n$/, ''),
    );
    expect(screen.getByText('1件の結果を読み取りました。')).toBeVisible();
    expect(screen.getByText(/新しい版のゲームで作られたコードが1件/)).toBeVisible();
    expect(screen.getAllByText(/文字が違っているコードが/)).toHaveLength(1);
  });

  it('counts equal codes once, unless the trainer says that they are from different people', async () => {
    const { user, paste } = await open();
    paste(`${codeOf(40, true)} ${codeOf(40, true)}`);
    expect(screen.getByText('1件の結果を読み取りました。')).toBeVisible();
    await user.click(screen.getByLabelText('同じコードも別の人として数える'));
    expect(screen.getByText('2件の結果を読み取りました。')).toBeVisible();
  });

  it('reads files, and refuses one that is far too large', async () => {
    const { user } = await open();
    await user.upload(screen.getByLabelText('ファイルから読み込む'), [
      fileOf('a.txt', codeOf(40, true)),
      fileOf('b.txt', codeOf(60, true)),
      fileOf('film.txt', 'x'.repeat(1_000_001)),
    ]);
    expect(await screen.findByText('2件の結果を読み取りました。')).toBeVisible();
    expect(screen.getByText(/「film.txt」は大きすぎる/)).toBeVisible();
  });

  it('says if nothing was found in a file or in pasted text', async () => {
    const { user, paste } = await open();
    await user.upload(screen.getByLabelText('ファイルから読み込む'), [fileOf('a.txt', 'こんにちは')]);
    expect(await screen.findByText('「a.txt」に結果コードはありませんでした。')).toBeVisible();
    paste('こんにちは');
    expect(screen.getByText(/この文に結果コードはありません/)).toBeVisible();
  });

  it('shows the key of unknown items, and markup as text', async () => {
    const { paste, container } = await open();
    paste(`<img src=x onerror=alert(1)> ${resultCodeOf(aRecord({ messages: [aMessageRecord()] }))}`);
    expect(await screen.findByText(/この教材にないメッセージ/)).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
  });

  it('saves its table', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) saved.push(blob);
      return 'blob:table';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { user, paste } = await open();
    paste(codeOf(40, true));
    await screen.findAllByText('請求書の件');
    await user.click(screen.getByRole('button', { name: '表をCSVで保存' }));
    const [table] = saved;
    if (table === undefined) throw new Error('nothing was saved');
    expect(await savedText(table)).toContain('社内報のお知らせ,正規のメール,1,1,0,0.00,');
  });

  it('makes a code and a QR code from a link to a round', async () => {
    const { user } = await open();
    const field = screen.getByLabelText('ラウンドのリンク');
    await user.type(field, 'https://training.example/');
    expect(screen.getByText(/ラウンドの指定/)).toBeVisible();
    await user.type(field, '?mode=daily&seed=7#/');
    expect(screen.getByText(roundCodeOf('mode=daily&seed=7') ?? '')).toBeVisible();
    expect(screen.getByRole('img', { name: 'ラウンドのリンクのQRコード' })).toBeVisible();
  });
});
