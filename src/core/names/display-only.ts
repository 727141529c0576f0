/**
 * Real names that may be shown, never reached: those of the public 2019 article the sakura-2019 pack tells about.
 * A name comes here by review alone; the hosts of victims never do.
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

/** The domains of the company the lures posed as, with all their subdomains. */
export const displayOnlyDomains: readonly string[] = ['sakura.ad.jp', 'sakura.ne.jp'];
