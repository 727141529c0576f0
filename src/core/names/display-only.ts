/**
 * Real names that may be shown but never reached: those in the public 2019 article that the sakura-2019 pack is
 * about. A name is added only after review. Hosts of victims are never added.
 */

/** Hosts of the 2019 lures, exactly as written, and the domains registered for them. */
export const displayOnlyHosts: ReadonlySet<string> = new Set([
  'secure.webmail-sakura.co',
  'secure.mailbox-sakura.co',
  'secure.sakura-webmail.co',
  'secure.sakurawebmail.co',
  'webmail-sakura.co',
  'mailbox-sakura.co',
  'sakura-webmail.co',
  'sakurawebmail.co',
]);

/** The domains of the company that the lures imitated, with all their subdomains. */
export const displayOnlyDomains: readonly string[] = ['sakura.ad.jp', 'sakura.ne.jp'];
