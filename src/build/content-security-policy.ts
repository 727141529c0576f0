/**
 * What the built page may load: itself and nothing else (promise 4). One text for the page's own meta element and for
 * every server of ours; `frame-ancestors` works in a header only and stays out, since any site may embed the game.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // No text becomes script but by the policy of this name: the address of the service worker in app/offline.ts, and in a single
  // page what unpacks it (package-build.ts).
  "require-trusted-types-for 'script'",
  'trusted-types mikiwame',
].join('; ');

/** For content/, which may come from strangers: opened by its own address, it loads nothing and runs nothing. */
export const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The same where the page may also send to other places, such as a record store; `origins` as the policy writes them. */
export function policyConnectingTo(origins: readonly string[]): string {
  return contentSecurityPolicy.replace("connect-src 'self'", ["connect-src 'self'", ...origins].join(' '));
}
