/** The site of a contact is the one address a player may trust, so it must be a plain web address. */
import { hostOf } from '../../url/host.ts';
import { cutUrl, schemeName } from '../../url/url-parts.ts';

/** The host of a plain http or https address in ASCII; undefined for anything else, such as `javascript:`, a user before the host or `\\`. */
export function hostOfSite(site: string): string | undefined {
  const raw = cutUrl(site);
  const isWeb =
    raw.scheme === '' ? raw.slashes === '' : /^https?$/.test(schemeName(raw.scheme)) && raw.slashes === '//';
  const isPlain = raw.userinfo === '' && !/[\s\\]/u.test(site);
  const host = hostOf(raw);
  if (!isWeb || !isPlain || host.kind === 'none' || host.kind === 'invalid') return undefined;
  return host.kind === 'domain' ? host.ascii : host.address;
}
