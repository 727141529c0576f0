/** What the build tells the service worker about itself: build/offline-plugin.ts writes it in front of the script. */
export interface Release {
  /** A digest of everything in the build; the page carries the same in `<meta name="version">`. */
  readonly version: string;
  /** Scripts and styles with a digest in their name → their Subresource Integrity. All of them are needed. */
  readonly assets: Readonly<Record<string, string>>;
  /** Files below content/ that the game reads. A trainer may edit or remove any of them on the server. */
  readonly content: readonly string[];
}

declare global {
  // oxlint-disable-next-line no-var -- only `var` declares a property of globalThis
  var release: Release;
}
