/** Keys of the list: J and K open the next and the previous message, ? shows all keys. */
import { useState } from 'react';
import { isForGame, useKeys } from './useKeys.ts';

interface KeyHelpState {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

/** Listens for the keys of a list with these rows, and says whether the help is asked for. */
export function useListKeys(
  rows: readonly string[],
  open: string | undefined,
  onOpen: (row: string) => void,
): KeyHelpState {
  const [isOpen, setOpen] = useState(false);
  useKeys((event) => {
    if (!isForGame(event)) return false;
    const key = event.key.toLowerCase();
    if (key === '?') {
      setOpen(true);
      return true;
    }
    const at = open === undefined ? -1 : rows.indexOf(open);
    const row = key === 'j' ? rows[at + 1] : key === 'k' ? rows[at - 1] : undefined;
    if (row === undefined) return false;
    onOpen(row);
    return true;
  });
  return { isOpen, setOpen };
}
