/** The browser interfaces that the screens use and jsdom lacks. */

/** Modal dialogs and scrolling as scripts see them, without layout. */
export function standInForLayout(): void {
  Element.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal = showModal;
  HTMLDialogElement.prototype.close = close;
  globalThis.matchMedia ??= mediaThatNeverMatches;
  globalThis.CSS ??= { ...globalThis.CSS, escape: (text) => text.replace(/[^\w-]/g, '\\$&') };
}

/** CSSOM View: matchMedia without any match. */
const mediaThatNeverMatches = (media: string): MediaQueryList =>
  Object.assign(new EventTarget(), {
    matches: false,
    media,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

/** HTML, the dialog element: opens, moves focus inside, and Escape asks by a cancel event before closing. */
function showModal(this: HTMLDialogElement): void {
  if (this.open) throw new DOMException('already open', 'InvalidStateError');
  this.open = true;
  this.addEventListener('keydown', cancelOnEscape);
  this.querySelector<HTMLElement>('button, input, select, [tabindex="0"]')?.focus();
}

function close(this: HTMLDialogElement): void {
  this.open = false;
  this.removeEventListener('keydown', cancelOnEscape);
  this.dispatchEvent(new Event('close'));
}

function cancelOnEscape(this: HTMLDialogElement, event: KeyboardEvent): void {
  if (event.key === 'Escape' && this.dispatchEvent(new Event('cancel', { cancelable: true }))) this.close();
}
