/** Made by the build: the digest of every content file it parsed and found good, by path below content/. */
declare module 'virtual:content-digests' {
  export const digests: Readonly<Record<string, string>>;
}
