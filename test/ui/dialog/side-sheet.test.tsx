import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { SideSheet } from '../../../src/ui/dialog/SideSheet.tsx';
import { draw } from '../../fixtures/screen.tsx';

function Opener() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      {open && (
        <SideSheet title="Check" closeLabel="close" narrow={false} onClose={() => setOpen(false)}>
          <p>inside</p>
        </SideSheet>
      )}
    </>
  );
}

/** A window whose width crosses the limit of every media query when told to. */
function aWindow() {
  const lists = new Set<MediaQueryList>();
  let isWide = true;
  vi.stubGlobal('matchMedia', (media: string) => {
    const list: MediaQueryList = Object.assign(new EventTarget(), {
      media,
      matches: isWide,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
    lists.add(list);
    return list;
  });
  return {
    becomeNarrow: () => {
      isWide = false;
      for (const list of lists) list.dispatchEvent(new Event('change'));
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

it('becomes a modal dialog when the window gets too narrow for it, and still returns the focus', async () => {
  const { becomeNarrow } = aWindow();
  const { user } = draw(<Opener />);
  const opener = screen.getByRole('button', { name: 'open' });
  await user.click(opener);
  expect(screen.getByRole('dialog', { name: 'Check' }).tagName).toBe('SECTION');
  act(becomeNarrow);
  expect(screen.getByRole('dialog', { name: 'Check' })).toHaveAttribute('open');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(opener).toHaveFocus();
});
