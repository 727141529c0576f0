/** A contact's site is the address that players may trust, so it must be a plain web address. */
import { hostOf } from '../../url/host.ts';
import { cutUrl, schemeName } from '../../url/url-parts.ts';

/**
 * The ASCII host of a plain http or https address. Undefined for anything else, such as `javascript:`, a user
 * before the host, or `\\`.
 */
export function hostOfSite(site: string): string | undefined {
  const raw = cutUrl(site);
  const isWeb =
    raw.scheme === '' ? raw.slashes === '' : /^https?$/.test(schemeName(raw.scheme)) && raw.slashes === '//';
  const isPlain = raw.userinfo === '' && !/[\s\\]/u.test(site);
  const host = hostOf(raw);
  if (!isWeb || !isPlain || host.kind === 'none' || host.kind === 'invalid') return undefined;
  return host.kind === 'domain' ? host.ascii : host.address;
}
