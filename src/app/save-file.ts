/** Hands the player a file to keep, as a download. */
export function saveFile(name: string, type: string, pieces: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the download may only now begin to read.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The day of a moment (milliseconds since 1970) by the calendar of this device, such as 2026-11-30. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
