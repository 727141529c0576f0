/** Keys of the list: J and K open the next and the previous message, ? shows all keys. */
import { useState } from 'react';
import { isForGame, useKeys } from '../../ui/useKeys.ts';

interface KeyHelpState {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

interface Place {
  readonly open: string | undefined;
  /** Where J leads if the open message has left the list, as a reported one has. */
  readonly next: string | undefined;
}

/** Listens for the keys of a list with these rows, and says whether the help is asked for. */
export function useListKeys(
  rows: readonly string[],
  { open, next }: Place,
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
    const after = at < 0 && open !== undefined ? next : rows[at + 1];
    const row = key === 'j' ? after : key === 'k' ? rows[at - 1] : undefined;
    if (row === undefined) return false;
    onOpen(row);
    return true;
  });
  return { isOpen, setOpen };
}
