import { expect, test, vi } from 'vitest';
import { tellHeight } from '../../../src/app/session/tell-height.ts';
import type { HostPage } from '../../../src/lms/frame/host.ts';

const deafHost: HostPage = {
  announce: () => undefined,
  tell: () => undefined,
  onMessage: () => () => undefined,
  stop: () => undefined,
};

/** The frame as a phone shows it: a list alone, with the likely message drawn ahead. */
function frameWithList(): { readonly root: HTMLElement; readonly drawnAhead: HTMLElement } {
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
  return { root, drawnAhead };
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
  const { root, drawnAhead } = frameWithList();
  tellHeight(root, deafHost);
  root.append(document.createElement('p'));
  await drawn();
  expect(scrolled).toEqual([]);

  drawnAhead.style.display = '';
  root.querySelector('.list')?.remove();
  await vi.waitFor(() => expect(scrolled.map((title) => title.textContent)).toEqual(['Parcel']));
});
