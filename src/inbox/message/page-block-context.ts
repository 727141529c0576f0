/** How a body draws blocks that occur on pages only. A screen without pages does not load that code. */
import { createContext, type ReactNode } from 'react';
import type { LaidLeaf, LaidPageLeaf, LaidWindow } from '../../core/scenario/layout/blocks.ts';

/** A block that occurs on pages only. */
export type LaidPageBlock = Extract<LaidLeaf, { kind: 'form' }> | LaidPageLeaf | LaidWindow;

/** Draws such a block; `inside` is the content of a window. */
export type DrawPageBlock = (block: LaidPageBlock, inside?: ReactNode) => ReactNode;

/** How to draw page blocks; draws nothing outside a page. */
export const PageBlockContext = createContext<DrawPageBlock>(() => null);
