import { afterEach, expect, test, vi } from 'vitest';
import { tellHeight } from '../../../src/app/session/tell-height.ts';
import type { HostPage } from '../../../src/lms/frame/host.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** A host, and the messages that only an allowed host receives. */
function aHost() {
  const told: object[] = [];
  const host: HostPage = {
    announce: () => undefined,
    tell: (message) => void told.push(message),
    onMessage: () => () => undefined,
    stop: () => undefined,
  };
  return { host, told };
}

/** The frame as a phone shows it: a list alone, with the likely message drawn ahead. */
function frameWithList() {
  const [root, list, drawnAhead, message, title] = ['div', 'ul', 'div', 'article', 'h2'].map((name) =>
    document.createElement(name),
  );
  if (!root || !list || !drawnAhead || !message || !title) throw new Error('an element is missing');
  list.className = 'list';
  message.className = 'message';
  title.textContent = 'Parcel';
  drawnAhead.style.display = 'none';
  message.append(title);
  drawnAhead.append(message);
  root.append(list, drawnAhead);
  document.body.append(root);
  return {
    root,
    open: () => {
      drawnAhead.style.display = '';
      list.remove();
    },
    /** Puts the title this far below the frame's upper edge, in pixels. */
    layOut: (top: number) =>
      vi.spyOn(title, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 200, 24)),
  };
}

/** Waits until a change of the page has been measured: at the next frame after the observers were called. */
async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

test('a message that was drawn ahead is scrolled into view when it is opened, also the first one', async () => {
  const scrolled: Element[] = [];
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolled.push(this);
  };
  const { root, open } = frameWithList();
  tellHeight(root, aHost().host);
  root.append(document.createElement('p'));
  await drawn();
  expect(scrolled).toEqual([]);

  open();
  await vi.waitFor(() => expect(scrolled.map((title) => title.textContent)).toEqual(['Parcel']));
});

test('the host is told once where the opened message begins, so that it can scroll there', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  Element.prototype.scrollIntoView = () => undefined;
  const { host, told } = aHost();
  const { root, open, layOut } = frameWithList();
  layOut(129.6);
  tellHeight(root, host);
  await drawn();
  expect(told).toEqual([]);

  open();
  await vi.waitFor(() => expect(told).toEqual([{ type: 'reveal', top: 130 }]));
  // The page changes while the same message is open, as when a part of it is flagged.
  root.append(document.createElement('p'));
  await drawn();
  expect(told).toHaveLength(1);
});

test('a message that opens while the reader is elsewhere on the page does not move that page', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  const { host, told } = aHost();
  const { root, open } = frameWithList();
  tellHeight(root, host);
  open();
  await drawn();
  expect(told).toEqual([]);
});
