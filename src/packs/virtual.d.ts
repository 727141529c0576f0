declare module 'virtual:content-digests' {
  /** Path below content/ → digest of the text that the build checked and shipped; empty in development. */
  export const digests: Readonly<Record<string, string>>;
}
