/** How a body draws the blocks that stand on pages only; what never shows a page need not load them. */
import { createContext, type ReactNode } from 'react';
import type { LaidLeaf, LaidPageLeaf, LaidWindow } from '../../core/scenario/layout/blocks.ts';

/** A block that stands on pages only. */
export type LaidPageBlock = Extract<LaidLeaf, { kind: 'form' }> | LaidPageLeaf | LaidWindow;

/** Draws such a block, with what lies in it if it is a window; outside of a page there is none. */
export type DrawPageBlock = (block: LaidPageBlock, inside?: ReactNode) => ReactNode;

export const PageBlockContext = createContext<DrawPageBlock>(() => null);
