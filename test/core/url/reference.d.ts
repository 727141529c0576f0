/** The reference implementations of the URL Standard and of UTS #46, which bring no types. */

declare module 'whatwg-url' {
  export const URL: typeof globalThis.URL;
}

declare module 'tr46' {
  interface Tr46 {
    readonly toASCII: (
      domain: string,
      options: { readonly checkBidi: boolean; readonly checkJoiners: boolean },
    ) => string | null;
  }
  const tr46: Tr46;
  export default tr46;
}
