import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { lazy, Suspense, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileOf } from '../../../src/device/backup-file.ts';
import { type Memory, openMemory } from '../../../src/device/memory.ts';
import { applySettings, firstSettings, type Settings } from '../../../src/device/settings.ts';
import { changeLanguage } from '../../../src/i18n/setup.ts';
import { aMessageRecord, april, aRecord, day } from '../../core/record/builders.ts';
import { draw } from '../../fixtures/screen.tsx';

/** As the app loads it. */
const SettingsScreen = lazy(() => import('../../../src/app/settings/SettingsScreen.tsx'));

/** A device that stores nothing, so everything must work in memory. */
const connection = (): Promise<Memory> => openMemory(() => undefined);

const finished = (at: number) =>
  aRecord({
    endedAt: at,
    messages: [aMessageRecord({ facts: [{ fact: 'hurry', cue: 'urgency', found: true }] })],
  });

function textOf(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.readAsText(blob);
  });
}

const downloads: { readonly name: string; readonly blob: Blob }[] = [];

beforeEach(() => {
  document.head.innerHTML = `
    <meta name="theme-color" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" />`;
  vi.stubGlobal('indexedDB', undefined);
  let blob = new Blob();
  URL.createObjectURL = (given) => {
    if (given instanceof Blob) blob = given;
    return 'blob:test';
  };
  URL.revokeObjectURL = () => undefined;
  // jsdom has none.
  Blob.prototype.text = function (this: Blob) {
    return textOf(this);
  };
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push({ name: this.download, blob });
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  downloads.length = 0;
  applySettings(firstSettings);
});

/** The colours for the browser's own bars, of which index.html has one for each scheme. */
const barColours = (): readonly string[] =>
  [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].map(({ content }) => content);

async function drawSettings(memory: Memory) {
  const left: string[] = [];
  function Place() {
    const [settings, setSettings] = useState<Settings>(firstSettings);
    applySettings(settings);
    return (
      <SettingsScreen
        settings={settings}
        memory={memory}
        onChange={(change) => {
          setSettings((before) => ({ ...before, ...change }));
          void memory.keepSettings(change);
        }}
        onLanguage={(language) => void changeLanguage(language)}
        onReplaced={setSettings}
        onLeave={() => left.push('left')}
      />
    );
  }
  const drawn = draw(
    <Suspense fallback="…">
      <Place />
    </Suspense>,
  );
  await screen.findByRole('heading', { name: '設定' });
  await screen.findByRole('heading', { name: '次の練習' });
  return { ...drawn, left };
}

const choose = (group: string, choice: string) =>
  within(screen.getByRole('group', { name: group })).getByRole('button', { name: choice });

const theFile = (text: string, name = 'kept.json') => new File([text], name, { type: 'application/json' });

describe('the settings', () => {
  it('lead to the diagnosis if the game is in a frame, where its address cannot be typed', async () => {
    vi.stubGlobal('parent', {});
    await drawSettings(await connection());
    expect(screen.getByRole('link', { name: /診断/ })).toHaveAttribute('href', '#/diagnosis');
  });

  it('do not offer the diagnosis if the game is not in a frame', async () => {
    await drawSettings(await connection());
    expect(screen.queryByRole('link', { name: /診断/ })).not.toBeInTheDocument();
  });

  it('change the page at once and are kept', async () => {
    const memory = await connection();
    const { user } = await drawSettings(memory);
    const { dataset, style } = document.documentElement;
    await user.click(choose('配色', '暗い'));
    expect(dataset['theme']).toBe('dark');
    expect(barColours()).toEqual(['#1a1e25', '#1a1e25']);
    await user.click(choose('メールを白い紙で読む', '使う'));
    expect(dataset['mail']).toBe('light');
    await user.click(choose('文字の大きさ', '130%'));
    expect(style.fontSize).toBe('130%');
    await user.click(choose('動き', '少なくする'));
    expect(dataset['motion']).toBe('less');
    await user.click(choose('受信トレイの表示', 'スマホ'));
    await user.click(choose('ヒント', '使わない'));
    expect(choose('ヒント', '使わない')).toHaveAttribute('aria-pressed', 'true');
    await user.click(choose('キー1つの操作', '使わない'));
    expect(dataset['keys']).toBe('off');
    await user.click(choose('音', '鳴らす'));
    expect(await memory.settings()).toEqual({
      theme: 'dark',
      textSize: 130,
      motion: 'less',
      skin: 'phone',
      hints: false,
      keys: false,
      sound: true,
      lightMail: true,
    });
    await user.click(choose('メールを白い紙で読む', '使わない'));
    expect(dataset['mail']).toBeUndefined();
    await user.click(choose('配色', '端末に合わせる'));
    await user.click(choose('文字の大きさ', '標準'));
    await user.click(choose('動き', '端末に合わせる'));
    await user.click(choose('キー1つの操作', '使う'));
    expect([dataset['theme'], style.fontSize, dataset['motion'], dataset['keys']]).toEqual([
      undefined,
      '',
      undefined,
      undefined,
    ]);
    expect(barColours()).toEqual(['#fffdf8', '#1a1e25']);
  });

  it('leave sound off until it is chosen, and say if the device cannot play any', async () => {
    const memory = await connection();
    const { user } = await drawSettings(memory);
    expect((await memory.settings()).sound).toBeUndefined();
    expect(choose('音', '鳴らさない')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText(/小さな音が鳴ります/)).toBeVisible();
    await user.click(choose('音', '鳴らす'));
    expect(await screen.findByText(/音を鳴らせないようです/)).toBeVisible();
    expect((await memory.settings()).sound).toBe(true);
  });

  it('exist in both languages, without accessibility faults', async () => {
    const { user, container } = await drawSettings(await connection());
    const faults = async () =>
      (await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations.map(
        ({ id }) => id,
      );
    expect(await faults()).toEqual([]);
    await user.click(choose('言語', 'English'));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeInTheDocument();
    expect(await faults()).toEqual([]);
  });

  it('lead back', async () => {
    const { user, left } = await drawSettings(await connection());
    await user.click(screen.getByRole('button', { name: '戻る' }));
    expect(left).toEqual(['left']);
  });
});

describe('the next practice', () => {
  it('waits for a first round', async () => {
    await drawSettings(await connection());
    expect(await screen.findByText(/ラウンドを一つ終えると/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'カレンダーに入れる' })).toBeNull();
  });

  it('is named by its day and goes into a calendar', async () => {
    const memory = await connection();
    const now = Date.now();
    await memory.keepRecord(finished(now));
    const { due = 0 } = (await memory.practice()).cards.language ?? {};
    const { user } = await drawSettings(memory);
    const date = new Intl.DateTimeFormat('ja', { dateStyle: 'full' }).format(due);
    expect(await screen.findByText(new RegExp(date))).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'カレンダーに入れる' }));
    const [file] = downloads;
    expect(file?.name).toBe('mikiwame-practice.ics');
    const text = await file?.blob.text();
    const local = new Date(due);
    const digits = [local.getFullYear(), local.getMonth() + 1, local.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('');
    expect(text).toContain(`DTSTART;VALUE=DATE:${digits}`);
    expect(await screen.findByText(/カレンダー用のファイルを保存しました/)).toBeInTheDocument();
  });

  it('is today once it is due', async () => {
    const memory = await connection();
    await memory.keepRecord(finished(april));
    await drawSettings(memory);
    expect(await screen.findByText(/今日が練習日です/)).toBeInTheDocument();
  });
});

describe('what the device keeps', () => {
  it('can be saved to a file and read from it, settings included, without duplicates', async () => {
    const there = await connection();
    await there.keepRecord(finished(april));
    await there.keepSettings({ theme: 'dark' });
    const { user, unmount } = await drawSettings(there);
    await user.click(await screen.findByRole('button', { name: 'ファイルに保存する' }));
    await screen.findByText('ファイルに保存しました。');
    const text = (await downloads[0]?.blob.text()) ?? '';
    expect(downloads[0]?.name).toMatch(/^mikiwame-\d{4}-\d\d-\d\d\.json$/);
    unmount();

    const here = await connection();
    const second = await drawSettings(here);
    await second.user.upload(screen.getByLabelText('ファイルから読み込む'), theFile(text));
    expect(await screen.findByText(/終えたラウンド1件、途中のラウンド0件です/)).toBeInTheDocument();
    expect(await here.records()).toEqual([finished(april)]);
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await second.user.upload(screen.getByLabelText('ファイルから読み込む'), theFile(text));
    expect(await screen.findByText(/終えたラウンド0件、途中のラウンド0件です/)).toBeInTheDocument();
    expect(await here.records()).toHaveLength(1);
  });

  it('says why a file cannot be used, and changes nothing', async () => {
    const memory = await connection();
    await memory.keepRecord(finished(april));
    const { user } = await drawSettings(memory);
    const input = screen.getByLabelText('ファイルから読み込む');
    await user.upload(input, theFile('not json'));
    expect(await screen.findByText(/ファイルを読み取れません/)).toBeInTheDocument();
    await user.upload(input, theFile('{"kind":"other"}'));
    expect(await screen.findByText(/このゲームで保存したファイルではありません/)).toBeInTheDocument();
    const damaged = JSON.parse(
      [...fileOf({ settings: {}, rounds: [], records: [finished(april + day)], drills: [] })].join(''),
    );
    await user.upload(input, theFile(JSON.stringify({ ...damaged, records: [7] })));
    expect(await screen.findByText(/読み取れない1件は除きました/)).toBeInTheDocument();
    expect(await memory.records()).toEqual([finished(april)]);
  });

  it('stays as it is when reading is cancelled, and the focus is not lost', async () => {
    const memory = await connection();
    const { user } = await drawSettings(memory);
    const text = [...fileOf({ settings: {}, rounds: [], records: [finished(april)], drills: [] })].join('');
    const slow = theFile(text);
    let arrive: (text: string) => void = () => undefined;
    slow.text = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    await user.upload(screen.getByLabelText('ファイルから読み込む'), slow);
    expect(await screen.findByText('読み込んでいます…')).toHaveRole('status');
    await user.click(screen.getByRole('button', { name: '中止する' }));
    expect(await screen.findByText(/中止しました/)).toHaveFocus();
    expect(screen.queryByRole('button', { name: '中止する' })).toBeNull();
    await act(async () => arrive(text));
    await user.upload(screen.getByLabelText('ファイルから読み込む'), theFile('not json'));
    expect(await screen.findByText(/ファイルを読み取れません/)).toBeInTheDocument();
    expect(await memory.records()).toEqual([]);
  });

  it('is deleted only after a confirmation', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    const memory = await connection();
    await memory.keepRecord(finished(april));
    const { user } = await drawSettings(memory);
    await user.click(choose('配色', '暗い'));
    await user.click(screen.getByRole('button', { name: 'すべて消す…' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'やめる' }));
    expect(await memory.records()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'すべて消す…' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'すべて消す' }));
    expect(await screen.findByText('すべて消しました。')).toBeInTheDocument();
    expect(await memory.records()).toEqual([]);
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBeUndefined());
  });

  it('says so if nothing can be stored', async () => {
    await drawSettings(await connection());
    expect(await screen.findByText(/いまは端末に記録を残せません/)).toBeInTheDocument();
  });
});
