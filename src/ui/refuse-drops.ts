/**
 * Refuses whatever is dropped beside a field: a browser would leave the game to show a file, or to open an address
 * dragged in from elsewhere.
 */
export function refuseDrops(page: Window): void {
  const refuse = (event: DragEvent): void => {
    if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
  };
  page.addEventListener('dragover', refuse);
  page.addEventListener('drop', refuse);
}
