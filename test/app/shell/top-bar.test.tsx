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
      settings={{ theme: 'auto', lightMail: false }}
      skin={undefined}
      tools={undefined}
      onSkin={(skin) => done.push(skin)}
      onSettings={() => done.push('settings')}
      onHome={() => done.push('home')}
      onLanguage={() => done.push('language')}
      onChange={(change) => done.push(JSON.stringify(change))}
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

  it('tells the progress in words', () => {
    drawBar({ progress: { done: 2, count: 5, marks: ['right', 'wrong', 'open', 'new', 'new'] } });
    expect(screen.getByRole('img', { name: '5通中2通に回答済み' })).toBeInTheDocument();
  });

  it('leads home by its name, but not from the start page itself', () => {
    const { unmount } = drawBar({ home: '#/' });
    expect(screen.getByRole('link', { name: /見極め/ })).toHaveAttribute('href', '#/');
    unmount();
    drawBar();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('the menu of the bar', () => {
  const open = async (overrides: Partial<Props> = {}) => {
    const drawn = drawBar(overrides);
    await drawn.user.click(screen.getByRole('button', { name: 'メニュー', expanded: false }));
    return { ...drawn, menu: within(await screen.findByRole('menu', { name: 'メニュー' })) };
  };

  it.each(['auto', 'light', 'dark'] as const)(
    'offers three kinds of colours, %s among them',
    async (theme) => {
      const { user, done, menu } = await open({ settings: { theme, lightMail: false } });
      const colours = within(menu.getByRole('group', { name: '配色' }));
      const names = { auto: '端末', light: '明るい', dark: '暗い' };
      expect(colours.getByRole('menuitemradio', { checked: true })).toHaveTextContent(names[theme]);
      await user.click(colours.getByRole('menuitemradio', { name: '暗い' }));
      expect(done).toEqual(['{"theme":"dark"}']);
      expect(screen.getByRole('menu')).toBeInTheDocument();
    },
  );

  it('switches the sound on and off, and says which it is', async () => {
    const off = await open();
    await off.user.click(off.menu.getByRole('menuitemcheckbox', { name: '音を鳴らす', checked: false }));
    expect(off.done).toEqual(['{"sound":true}']);
    off.unmount();
    const on = await open({ settings: { theme: 'auto', lightMail: false, sound: true } });
    await on.user.click(on.menu.getByRole('menuitemcheckbox', { name: '音を鳴らす', checked: true }));
    expect(on.done).toEqual(['{"sound":false}']);
  });

  it('offers white paper for mail on a dark page only', async () => {
    const dark = await open({ settings: { theme: 'dark', lightMail: false } });
    const paper = dark.menu.getByRole('menuitemcheckbox', { name: 'メールを白い紙で読む', checked: false });
    await dark.user.click(paper);
    expect(dark.done).toEqual(['{"lightMail":true}']);
    dark.unmount();
    const { menu } = await open({ settings: { theme: 'light', lightMail: false } });
    expect(menu.queryByRole('menuitemcheckbox', { name: 'メールを白い紙で読む' })).toBeNull();
  });

  it('opens what belongs to the round on screen, and closes itself before', async () => {
    const tools = { onReference: () => done.push('reference'), onKeys: () => done.push('keys') };
    const { user, done, menu } = await open({ tools });
    await user.click(menu.getByRole('menuitem', { name: '連絡先・きまり' }));
    expect(done).toEqual(['reference']);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(screen.getByRole('button', { name: 'メニュー', expanded: false })).toHaveFocus();
  });

  it('leads to the settings and home, but not from themselves', async () => {
    const { user, done, menu, unmount } = await open();
    await user.click(menu.getByRole('menuitem', { name: '設定' }));
    await user.click(screen.getByRole('button', { name: 'メニュー' }));
    await user.click(await screen.findByRole('menuitem', { name: 'ホーム' }));
    expect(done).toEqual(['settings', 'home']);
    unmount();
    const bare = await open({ onSettings: undefined, onHome: undefined });
    expect(bare.menu.queryByRole('menuitem')).toBeNull();
  });

  it('is worked by keys alone: arrows, ends, first letters, Escape', async () => {
    const { user } = drawBar({ skin: 'desktop' });
    const button = screen.getByRole('button', { name: 'メニュー' });
    button.focus();
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByRole('menuitemradio', { name: 'パソコン' })).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('menuitem', { name: 'ホーム' })).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('menuitemradio', { name: 'スマホ' })).toHaveFocus();
    await user.keyboard('{End}{Home}');
    expect(screen.getByRole('menuitemradio', { name: 'パソコン' })).toHaveFocus();
    await user.keyboard('設');
    expect(screen.getByRole('menuitem', { name: '設定' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(button).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(await screen.findByRole('menuitem', { name: 'ホーム' })).toHaveFocus();
    await user.tab();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('closes when something else is pressed', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'EN' }));
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
