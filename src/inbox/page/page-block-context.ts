/** How a body draws the blocks that occur on pages only; what never shows a page need not load them. */
import { createContext, type ReactNode } from 'react';
import type { Block } from '../../core/scenario/format/block.ts';
import type { PageBlock } from '../../core/scenario/layout/block-kinds.ts';
import type { LaidBlock } from '../../core/scenario/layout/blocks.ts';

/** A form of a mock page. */
export type FormBlock = Extract<Block, { kind: 'form' }>;

/** Draws a block of a page, with its content if it is a window. Outside of pages, nothing is drawn. */
export type DrawPageBlock = (block: FormBlock | PageBlock, laid: LaidBlock, inside: ReactNode) => ReactNode;

export const PageBlockContext = createContext<DrawPageBlock>(() => null);
