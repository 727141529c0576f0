/** Puts the game in place of the first screen that was drawn before it. */
import { firstElement } from '../../inbox/inbox-head.ts';

/** A screen of the game that shows at least as much as the first screen did. */
const complete = 'main:not(.start), .start:has(.hero-mail) .hero-go .button:not(:disabled), .failure';

/** In milliseconds. After that long the game is shown as far as it is. */
const patience = 8_000;

/** Shows the game as soon as it has drawn its screen, with the focus and the scrolling of the first screen. */
export function takeOver(page: Document, root: HTMLElement): void {
  const first = page.getElementById(firstElement);
  if (first === null) return;
  const swap = (): void => {
    if (!first.isConnected) return;
    watch.disconnect();
    clearTimeout(late);
    // A press that has begun on a row ends on that row.
    if (first.querySelector('a:active') === null) replace(first, root);
    else addEventListener('pointerup', () => setTimeout(() => replace(first, root)), { once: true });
  };
  const watch = new MutationObserver(() => {
    if (root.querySelector(complete) !== null) swap();
  });
  const late = setTimeout(swap, patience);
  watch.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
}

const scrolled = ['.list', '.client', '.sheet'];
/** What can have the focus; each kind in the order of the screen, which is the game's too. */
const focusable = ['.rows .row', '.button.main', 'summary'];

function replace(first: HTMLElement, root: HTMLElement): void {
  const { activeElement: focus } = first.ownerDocument;
  const kind = focusable.find((one) => focus?.matches(one));
  const at = kind === undefined ? -1 : [...first.querySelectorAll(kind)].findIndex((one) => one === focus);
  const isUnfolded = first.querySelector('details')?.open === true;
  const tops = scrolled.map((part) => first.querySelector(part)?.scrollTop ?? 0);
  first.remove();
  root.hidden = false;
  scrolled.forEach((part, at) => {
    const scroller = root.querySelector(part);
    if (scroller !== null && (tops[at] ?? 0) > 0) scroller.scrollTop = tops[at] ?? 0;
  });
  root.querySelector('details')?.toggleAttribute('open', isUnfolded);
  if (kind !== undefined) root.querySelectorAll<HTMLElement>(kind)[at]?.focus({ preventScroll: true });
}

/** The language of the first screen, once it is drawn. */
export const firstLanguage = (page: Document): string | undefined => page.getElementById(firstElement)?.lang;
