import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Dialog } from '../../../src/ui/dialog/Dialog.tsx';
import { draw } from '../../fixtures/screen.tsx';

function Opener() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      {open && (
        <Dialog title="A title" closeLabel="close" onClose={() => setOpen(false)}>
          <p>inside</p>
        </Dialog>
      )}
    </>
  );
}

describe('a dialog', () => {
  it('is modal, has its title as its name, and gets the focus', async () => {
    const { user } = draw(<Opener />);
    await user.click(screen.getByRole('button', { name: 'open' }));
    const dialog = screen.getByRole('dialog', { name: 'A title' });
    expect(dialog).toHaveAttribute('open');
    expect(dialog).toContainElement(
      document.activeElement instanceof HTMLElement ? document.activeElement : null,
    );
  });

  it.each([
    ['its button', async (user: ReturnType<typeof draw>['user']) => user.click(screen.getByText('close'))],
    ['Escape', async (user: ReturnType<typeof draw>['user']) => user.keyboard('{Escape}')],
  ])('closes by %s and returns the focus', async (_, closeIt) => {
    const { user } = draw(<Opener />);
    const opener = screen.getByRole('button', { name: 'open' });
    await user.click(opener);
    await closeIt(user);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(opener).toHaveFocus();
  });
});
