import type { Message } from '../../scenario/format/message.ts';
import { type Layout, layOut } from '../../scenario/layout/regions.ts';

const layouts = new WeakMap<Message, Layout>();

/** The layout of a message, computed once however many rules ask for it. */
export function layoutOf(message: Message): Layout {
  const layout = layouts.get(message) ?? layOut(message);
  layouts.set(message, layout);
  return layout;
}
