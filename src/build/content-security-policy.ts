import { createHash } from 'node:crypto';

/**
 * What the built page may load: only its own files. The page's meta element and our servers share this text.
 * `frame-ancestors` works only in a header and is left out, because any site may embed the game.
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
  // Text becomes a script address only through the policy named here. Two places use it: the
  // addresses of workers (loading/script-address.ts), and the unpacking script of a one-file page (package-build.ts).
  "require-trusted-types-for 'script'",
  'trusted-types mikiwame',
].join('; ');

/** Policy for content/, which may come from untrusted authors: opened directly, a file loads and runs nothing. */
export const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The source expression that allows exactly this inline script or style. */
export const policyHash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
