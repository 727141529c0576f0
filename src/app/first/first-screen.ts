/**
 * Draws the first screen of the page before the game has loaded, from the frames that the build drew. Texts of an inbox only ever become
 * text nodes.
 */
import type { Settings } from '../../device/settings.ts';
import type { HeadGroup, HeadRow, InboxHead } from '../../inbox/inbox-head.ts';

type Words = Readonly<Record<string, unknown>>;

/** An inbox of which nothing has been opened yet. `href` is its address; a row's address ends with its message. */
export function inboxScreen(
  frame: DocumentFragment,
  head: InboxHead,
  href: string,
  { skin }: Pick<Settings, 'skin'>,
): DocumentFragment {
  const [list, disc] = [frame.querySelector('.list'), frame.querySelector('.briefing .avatar')];
  const models = list?.querySelectorAll('li') ?? [];
  const [heading, rows] = [list?.querySelector('.list-group'), list?.querySelector('.rows')];
  for (const old of [heading, rows]) old?.remove();
  fill(frame, { ...head.words, count: head.count });
  setDisc(disc, head);
  for (const group of head.groups) {
    list?.append(...drawnGroup(group, { heading, rows, models, href }));
  }
  frame.querySelector('.briefing a')?.setAttribute('href', `${href}/${head.groups[0]?.rows[0]?.id}`);
  const marks = [...frame.querySelectorAll('.progress i')];
  marks[0]?.replaceWith(...Array.from({ length: head.count }, () => marks[0]?.cloneNode() ?? ''));
  for (const mark of marks.slice(1)) mark.remove();
  frame.querySelector('.stage')?.setAttribute('class', `stage ${skin}`);
  if (skin !== 'phone') frame.querySelector('.phone-hint')?.remove();
  return frame;
}

interface Models {
  readonly heading: Element | null | undefined;
  readonly rows: Element | null | undefined;
  /** One row for each channel. */
  readonly models: ArrayLike<Element>;
  readonly href: string;
}

function drawnGroup({ heading: words, rows: messages }: HeadGroup, { heading, rows, models, href }: Models) {
  const title = copyOf(heading);
  title?.replaceChildren(
    ...words.map((word) => {
      const span = document.createElement('span');
      span.textContent = word;
      return span;
    }),
  );
  const list = copyOf(rows);
  list?.replaceChildren(
    ...messages.flatMap((message) => drawnRow(message, models[message.channel], href) ?? []),
  );
  return [title, list].flatMap((part) => part ?? []);
}

function drawnRow(row: HeadRow, model: Element | undefined, href: string): Element | undefined {
  const item = copyOf(model);
  if (item === undefined) return undefined;
  fill(item, { ...row });
  item.querySelector('a')?.setAttribute('href', `${href}/${row.id}`);
  setDisc(item.querySelector('.avatar'), row);
  const time = item.querySelector('time');
  time?.setAttribute('datetime', row.sent);
  if (time !== null) time.textContent = row.time;
  setThread(item.querySelector('.row-count'), row);
  if (row.clip !== true) item.querySelector('a > .icon')?.remove();
  return item;
}

function setThread(place: Element | null, { thread }: Pick<HeadRow, 'thread'>): void {
  if (thread === undefined) {
    place?.remove();
    return;
  }
  place?.setAttribute('title', thread.words);
  place?.querySelector('[aria-hidden]')?.replaceChildren(String(thread.count));
  place?.querySelector('.visually-hidden')?.replaceChildren(thread.words);
}

function setDisc(disc: Element | null, { tint, letter }: Pick<HeadRow, 'tint' | 'letter'>): void {
  if (disc === null) return;
  disc.className = `avatar tint-${tint}`;
  disc.textContent = letter;
}

/** Puts the words in their places. Each text is looked at once, so braces in a word stay what they are. */
function fill(part: Node, words: Words): void {
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const { currentNode: text } = texts;
    text.textContent = (text.textContent ?? '').replace(/\{(\w+)\}/g, (_, name: string) =>
      String(words[name]),
    );
  }
}

function copyOf(element: Element | null | undefined): Element | undefined {
  const copy = element?.cloneNode(true);
  return copy instanceof Element ? copy : undefined;
}
