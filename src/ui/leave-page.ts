/** What leaves the page at the player's own wish: to the clipboard, to a file, to another app. */

/** Whether the text is on the clipboard; a frame or an old browser may forbid it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Hands the player a file to keep, as a download; its pieces are put together without a copy. */
export function saveFile(name: string, type: string, pieces: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the download may only now begin to read.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Whether the device has a way to hand a text to another app. */
export const canShare = (): boolean => typeof navigator.share === 'function';

/** Hands a text to another app; that the player thinks better of it is no error. */
export async function shareText(text: string): Promise<void> {
  try {
    await navigator.share({ text });
  } catch {
    // Cancelled, or refused by the device: the text can still be copied.
  }
}
