/** Hands content out of the page at the player's request: to the clipboard, a file, or another app. */

/** Copies a text. Returns whether it worked: a frame or an old browser may refuse. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Offers a file as a download. The pieces are joined without copying them. */
export function saveFile(name: string, type: string, pieces: readonly BlobPart[]): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the download may not have started to read yet.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Whether the device can share text with another app. */
export const canShare = (): boolean => typeof navigator.share === 'function';

/** Shares a text with another app. Cancelling is not an error. */
export async function shareText(text: string): Promise<void> {
  try {
    await navigator.share({ text });
  } catch {
    // Cancelled, or refused by the device. The player can still copy the text.
  }
}
