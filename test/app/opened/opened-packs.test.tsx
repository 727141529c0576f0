import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import OpenedPacks from '../../../src/app/opened/OpenedPacks.tsx';
import '../../../src/packs/open-pack-file.ts';
import { type Memory, openMemory } from '../../../src/device/memory.ts';
import { both } from '../../fixtures/builders.ts';
import { aPackFile } from '../../fixtures/a-pack-file.ts';
import { drawOnUse, speak } from '../../fixtures/screen.tsx';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

/** jsdom's files cannot be read as bytes. */
const fileOf = (bytes: Uint8Array, name = 'harbour.mikiwame'): File =>
  Object.assign(new File([bytes.slice()], name), {
    arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
  });

const aMemory = (): Promise<Memory> => openMemory(() => undefined);

/** Draws the section and opens files with it. */
async function drawn(memory: Memory) {
  const { user, unmount } = await drawOnUse(<OpenedPacks memory={memory} />);
  return {
    user,
    unmount,
    choose: async (file: File) => user.upload(await screen.findByLabelText('教材ファイルを開く'), file),
  };
}

describe('a pack file on the start page', () => {
  it('is listed with its inboxes, marked as not shipped, and stays on the device', async () => {
    const { choose, unmount } = await drawn(await aMemory());
    await choose(fileOf(aPackFile()));
    expect(await screen.findByText('「港の教材」を開きました。次からもこの端末で遊べます。')).toBeVisible();
    unmount();
    await drawn(await aMemory());
    expect(await screen.findByRole('heading', { name: '港の教材' })).toBeVisible();
    expect(screen.getByText('付属の教材ではありません')).toBeVisible();
    expect(screen.getByRole('link', { name: 'ある朝' })).toHaveAttribute(
      'href',
      '#/play/opened-harbour/a-morning',
    );
    await speak('en');
    expect(await screen.findByText('Not part of the game')).toBeVisible();
  });

  it('is opened when it is dropped anywhere on the page', async () => {
    await drawn(await aMemory());
    const dataTransfer = { types: ['Files'], files: [fileOf(aPackFile())] };
    fireEvent.dragOver(document.body, { dataTransfer });
    expect(await screen.findByText('ここで離すと開きます。')).toBeVisible();
    expect(fireEvent.drop(document.body, { dataTransfer })).toBe(false);
    expect(await screen.findByRole('heading', { name: '港の教材' })).toBeVisible();
  });

  it('is removed by its button, and comes back with undo', async () => {
    const { choose, user } = await drawn(await aMemory());
    await choose(fileOf(aPackFile()));
    await user.click(await screen.findByRole('button', { name: '「港の教材」を取り除く' }));
    expect(await screen.findByText(/この端末から取り除きました/)).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('heading', { name: '港の教材' })).toBeNull());
    await user.click(screen.getByRole('button', { name: '元に戻す' }));
    expect(await screen.findByRole('heading', { name: '港の教材' })).toBeVisible();
  });

  it('replaces an earlier file of the same pack only when the player says so', async () => {
    const { choose, user } = await drawn(await aMemory());
    await choose(fileOf(aPackFile()));
    await screen.findByRole('heading', { name: '港の教材' });
    await choose(fileOf(aPackFile()));
    expect(await screen.findByText('「港の教材」の同じファイルは、すでに開いてあります。')).toBeVisible();
    const newer = fileOf(aPackFile({ pack: { title: both('港の教材 改訂版') } }));
    await choose(newer);
    await user.click(await screen.findByRole('button', { name: '前のままにする' }));
    expect(screen.getByRole('heading', { name: '港の教材' })).toBeVisible();
    await choose(newer);
    await user.click(await screen.findByRole('button', { name: '置き換える' }));
    expect(await screen.findByRole('heading', { name: '港の教材 改訂版' })).toBeVisible();
    expect(screen.queryByRole('heading', { name: '港の教材' })).toBeNull();
  });

  it('is refused with the reasons if it is no pack file, and nothing is kept', async () => {
    const { choose } = await drawn(await aMemory());
    await choose(fileOf(new TextEncoder().encode('no zip'), 'letter.zip'));
    expect(await screen.findByText('「letter.zip」は開けませんでした。')).toBeVisible();
    expect(screen.getByText(/zip として読めません/)).toBeVisible();
    expect(screen.queryAllByRole('heading', { level: 3 })).toEqual([]);
  });

  it('says which parts cannot be played, with file and line, as text', async () => {
    const { choose } = await drawn(await aMemory());
    const scenarios = ['a-morning.json', 'broken.json'];
    await choose(
      fileOf(aPackFile({ pack: { scenarios }, files: { 'scenarios/broken.json': '{"<img src=x>": 1}' } })),
    );
    const problems = within(
      (await screen.findByText('次のところは遊べません。作った人に知らせてください。')).parentElement ??
        document.body,
    );
    expect(problems.getAllByText('scenarios/broken.json:1').length).toBeGreaterThan(0);
    expect(document.querySelector('.opened img')).toBeNull();
  });

  it('is played until the page closes if the browser stores nothing, and that is said', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    const { choose } = await drawn(await aMemory());
    await choose(fileOf(aPackFile()));
    expect(
      await screen.findByText(/ブラウザーが保存を許していないため、このページを閉じるまで遊べます/),
    ).toBeVisible();
    expect(await screen.findByRole('heading', { name: '港の教材' })).toBeVisible();
  });

  it('is played until the page closes if there is no room, and rounds are still kept', async () => {
    const memory = await aMemory();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { choose } = await drawn(memory);
    await choose(fileOf(aPackFile()));
    expect(await screen.findByText(/端末の空きが足りないため、このページを閉じるまで遊べます/)).toBeVisible();
    put.mockRestore();
    expect(memory.loss).toBeUndefined();
    expect(await memory.device.write((open) => open.put('settings', 'dark', 'theme'))).toBe(true);
  });
});
