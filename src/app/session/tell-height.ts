/** Tells the page around the frame how high the frame must be so that nothing in it scrolls. */
import type { HostPage } from '../../lms/frame/host.ts';
import { asked } from '../../loading/browser.ts';

/** What scrolls where the frame is too low: sheets, the open message and its debrief. The list scrolls beside them, unless it is alone. */
const scrolling = '.sheet, .message, .debrief, .findings, .debrief-panel, .client, .list';

/** Pixels. Below it the mail client has no room for a message and its answer. */
const least = 480;

/**
 * Tells each change of the wanted height by 2 pixels or more, and scrolls a newly opened message into view, since the page around a high
 * frame may have scrolled far below it.
 */
export function tellHeight(root: HTMLElement, host: HostPage): void {
  let told = 0;
  /** The height at which what is there now was seen to scroll no more; estimates never go below it. */
  let floor = least;
  let isDue = false;
  let title: Element | null = null;
  const measure = (): void => {
    isDue = false;
    for (const part of root.querySelectorAll(`:is(${scrolling}) > *`)) sizes?.observe(part);
    const wanted = wantedHeight(root);
    if (wanted.isExact) floor = Math.max(floor, wanted.height);
    const height = Math.max(floor, wanted.height);
    if (Math.abs(height - told) >= 2) {
      told = height;
      host.announce({ type: 'resize', height });
    }
    const before = title;
    title = shownTitle(root);
    if (title === null || title === before || !document.hasFocus()) return;
    title.scrollIntoView({ block: 'nearest' });
    // WebKit lets no frame scroll the page of another site.
    host.tell({ type: 'reveal', top: Math.round(title.getBoundingClientRect().top) });
  };
  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(measure);
  };
  // If the browser refuses one, the frame follows what is put on the page and not what grows by itself.
  const sizes = asked(() => new ResizeObserver(soon), undefined);
  sizes?.observe(root);
  new MutationObserver(() => {
    floor = least;
    soon();
  }).observe(root, { childList: true, subtree: true });
}

/** The title of the open message. A message that is drawn ahead has one too, and is not displayed. */
function shownTitle(root: HTMLElement): Element | null {
  const titles = root.querySelectorAll('.message h2');
  return [...titles].find((title) => isDisplayed(title, root)) ?? null;
}

function isDisplayed(element: Element, root: HTMLElement): boolean {
  if (getComputedStyle(element).display === 'none') return false;
  const { parentElement } = element;
  return parentElement === null || parentElement === root || isDisplayed(parentElement, root);
}

interface Wanted {
  readonly height: number;
  /** Whether something scrolls, so that the height is known and not estimated. */
  readonly isExact: boolean;
}

/**
 * The page fills its frame, so its own height says nothing of its content: it is the height of the frame, more by what scrolls in the
 * fullest part, or else less by what that part leaves empty.
 */
function wantedHeight(root: HTMLElement): Wanted {
  const { height, width } = root.getBoundingClientRect();
  const lacks = [...root.querySelectorAll<HTMLElement>(scrolling)].flatMap((part) => lackOf(part, width));
  const lack = lacks.length === 0 ? 0 : Math.max(...lacks);
  return { height: Math.ceil(height + lack), isExact: lack > 0 };
}

/** By how many pixels a scrolling part is too low; negative if it has room left, and empty if it does not count. */
function lackOf(part: HTMLElement, width: number): readonly number[] {
  const { overflowY, paddingBottom } = getComputedStyle(part);
  const box = part.getBoundingClientRect();
  if (!/^(auto|scroll)$/.test(overflowY) || box.height === 0) return [];
  if (part.classList.contains('list') && box.width < 0.9 * width) return [];
  const scrolls = part.scrollHeight - part.clientHeight;
  if (scrolls > 0) return [Math.min(scrolls, roomFor(part))];
  const end = endOf(part.children, box.top);
  return [Math.min(0, end + Number.parseFloat(paddingBottom) - part.clientHeight)];
}

/** By how many pixels a part may grow at most: the phone that is drawn on the page has a height of its own. */
function roomFor(part: HTMLElement): number {
  const stage = part.closest('.stage');
  if (stage === null) return Infinity;
  const most = Number.parseFloat(getComputedStyle(stage).maxHeight);
  return Number.isNaN(most) ? Infinity : Math.max(0, most - stage.getBoundingClientRect().height);
}

/** Where the children end below a top, with their margins. What is laid over the page does not count. */
function endOf(children: HTMLCollection, top: number): number {
  const ends = [...children].map((child) => {
    const { display, position, marginBottom } = getComputedStyle(child);
    if (display === 'contents') return endOf(child.children, top);
    if (position === 'absolute' || position === 'fixed') return 0;
    return child.getBoundingClientRect().bottom - top + Number.parseFloat(marginBottom);
  });
  return Math.max(0, ...ends);
}
