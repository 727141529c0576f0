/** A file size as programs show it, in units of 1,000 bytes: `48 KB`, `2.4 MB`; at least 1 KB. */
export function fileSize(bytes: number): string {
  return bytes < 999_500
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
