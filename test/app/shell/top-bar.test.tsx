import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { TopBar } from '../../../src/app/shell/TopBar.tsx';
import { draw } from '../../fixtures/screen.tsx';

type Props = Parameters<typeof TopBar>[0];

function drawBar(overrides: Partial<Props> = {}) {
  const done: string[] = [];
  const drawn = draw(
    <TopBar
      progress={undefined}
      language="ja"
      theme="auto"
      sound={false}
      skin={undefined}
      onSkin={(skin) => done.push(skin)}
      onSettings={() => done.push('settings')}
      onHome={() => done.push('home')}
      onLanguage={() => done.push('language')}
      onTheme={(theme) => done.push(theme)}
      onSound={(sound) => done.push(sound ? 'sound' : 'silence')}
      {...overrides}
    />,
  );
  return { ...drawn, done };
}

describe('the bar', () => {
  it('offers both languages in their own words, the one in use pressed', () => {
    drawBar();
    const languages = within(screen.getByRole('group', { name: '言語' }));
    expect(languages.getByRole('button', { name: '日本語', pressed: true })).toHaveAttribute('lang', 'ja');
    expect(languages.getByRole('button', { name: 'EN', pressed: false })).toHaveAttribute('lang', 'en');
  });

  it('changes the language only when the other one is pressed', async () => {
    const { user, done } = drawBar();
    await user.click(screen.getByRole('button', { name: '日本語' }));
    expect(done).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'EN' }));
    expect(done).toEqual(['language']);
  });

  it.each([
    ['auto', '端末に合わせる', 'light'],
    ['light', '明るい', 'dark'],
    ['dark', '暗い', 'auto'],
  ] as const)('says that the colours are %s and changes to the next', async (theme, name, next) => {
    const { user, done } = drawBar({ theme });
    await user.click(screen.getByRole('button', { name: `配色：${name}` }));
    expect(done).toEqual([next]);
  });

  it('switches the sound on and off, and says which it is', async () => {
    const off = drawBar();
    await off.user.click(screen.getByRole('button', { name: '効果音', pressed: false }));
    expect(off.done).toEqual(['sound']);
    off.unmount();
    const on = drawBar({ sound: true });
    await on.user.click(screen.getByRole('button', { name: '効果音', pressed: true }));
    expect(on.done).toEqual(['silence']);
  });

  it('tells the progress in words', () => {
    drawBar({ progress: { done: 2, count: 5, marks: ['right', 'wrong', 'open', 'new', 'new'] } });
    expect(screen.getByRole('img', { name: '5通中2通に回答済み' })).toBeInTheDocument();
  });

  it('leads to the settings, but not from themselves', async () => {
    const { user, done, unmount } = drawBar();
    await user.click(screen.getByRole('button', { name: '設定' }));
    expect(done).toEqual(['settings']);
    unmount();
    drawBar({ onSettings: undefined });
    expect(screen.queryByRole('button', { name: '設定' })).toBeNull();
  });

  it('offers to leave only a screen that can be left', async () => {
    const { user, done, unmount } = drawBar();
    await user.click(screen.getByRole('button', { name: 'ホーム' }));
    expect(done).toEqual(['home']);
    unmount();
    drawBar({ onHome: undefined });
    expect(screen.queryByRole('button', { name: 'ホーム' })).toBeNull();
  });
});
