declare module 'virtual:content-digests' {
  /** Path relative to content/ → digest of the text that the build checked and shipped. Empty in development. */
  export const digests: Readonly<Record<string, string>>;
}
