/**
 * Keys for answering while a message is open: 1 to 6 choose a seal, a letter a tool, X swaps the ink, Enter gives the
 * answer. The player can turn them off.
 */
import { type Seal, seals } from '../../core/engine/sureness.ts';
import { goesOn, isForGame, useKeys } from '../../ui/useKeys.ts';
import type { Tool } from './ActionBar.tsx';

interface AnswerKeys {
  readonly onSeal: (seal: Seal) => void;
  readonly onSwap: () => void;
  readonly onTool: (tool: Tool) => void;
  readonly onSubmit: () => void;
}

const toolKeys: Readonly<Record<string, Tool>> = {
  r: 'report',
  d: 'delete',
  a: 'reply',
  f: 'follow',
  c: 'verify',
  o: 'own-way',
  e: 'keep',
};

/** Listens for the keys of the answer while it is on screen. */
export function useAnswerKeys({ onSeal, onSwap, onTool, onSubmit }: AnswerKeys): void {
  useKeys((event) => {
    const key = event.key.toLowerCase();
    if (goesOn(event)) {
      onSubmit();
      return true;
    }
    if (!isForGame(event)) return false;
    const seal = /^[1-6]$/.test(key) ? seals[Number(key) - 1] : undefined;
    const tool = toolKeys[key];
    if (seal !== undefined) onSeal(seal);
    else if (tool !== undefined) onTool(tool);
    else if (key === 'x') onSwap();
    else return false;
    return true;
  });
}
