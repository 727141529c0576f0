/** What the build tells the service worker. build/offline-plugin.ts writes it at the start of the script. */
export interface Release {
  /** A digest of the whole build. The page carries the same in `<meta name="version">`. */
  readonly version: string;
  /** Scripts and styles (with a digest in their names) and their Subresource Integrity. All are required. */
  readonly assets: Readonly<Record<string, string>>;
  /**
   * Content files that the game reads, relative to content/. A trainer may edit or remove any of them on the
   * server.
   */
  readonly content: readonly string[];
}

declare global {
  // oxlint-disable-next-line no-var -- only `var` declares a property of globalThis
  var release: Release;
}
