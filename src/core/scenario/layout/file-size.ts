/** The size of a file as programs show it, in units of a thousand: `48 KB`, `2.4 MB`; never less than 1 KB. */
export function fileSize(bytes: number): string {
  return bytes < 999_500
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
