/** What is remarkable about a URL: all tricks of its parts, and those of its scheme, user, host as written, and port. */
import { canBeRegistered, isPort } from '../../url/host.ts';
import { type RawUrl, type UrlFacts, webSchemes } from '../../url/url-parts.ts';
import { nameTricks } from './name-tricks.ts';
import { tailTricks } from './tail-tricks.ts';
import type { Trick } from './trick.ts';

/** Every trick of a URL, in reading order of its parts. */
export function tricksOf(url: UrlFacts, raw: RawUrl, knownDomains: readonly string[]): readonly Trick[] {
  return [
    ...schemeTricks(url, raw),
    ...authorityTricks(url, raw),
    ...nameTricks(url, knownDomains),
    ...tailTricks(url, raw, knownDomains),
  ];
}

function schemeTricks(url: UrlFacts, raw: RawUrl): readonly Trick[] {
  switch (url.scheme) {
    case 'http':
      return [{ kind: 'http' }];
    case 'data':
      return [{ kind: 'dataUrl', mediaType: /^[^,;]{0,100}/.exec(raw.rest)?.[0] || 'text/plain' }];
    case 'javascript':
    case 'vbscript':
      return [{ kind: 'javascriptUrl' }];
    default:
      return [];
  }
}

const usualPorts = new Set(['', '80', '443']);

function authorityTricks(url: UrlFacts, raw: RawUrl): readonly Trick[] {
  const tricks: Trick[] = [];
  if (raw.userinfo !== '') tricks.push({ kind: 'userinfo', userinfo: url.userinfo, host: url.hostUnicode });
  tricks.push(...unopened(url, raw));
  if (url.ip !== undefined) tricks.push({ kind: 'ipHost', written: raw.host, ip: url.ip });
  if (url.host !== '' && /[\uff01-\uff5e\u3002\uff61]/.test(raw.host))
    tricks.push({ kind: 'widthFolded', written: raw.host, reads: url.hostUnicode });
  if (url.host !== '' && raw.host.includes('%'))
    tricks.push({ kind: 'encodedParts', written: raw.host, reads: url.hostUnicode });
  if (`${raw.slashes}${raw.path}`.includes('\\')) tricks.push({ kind: 'backslash' });
  if (!usualPorts.has(url.port) && isPort(raw.port)) tricks.push({ kind: 'oddPort', port: url.port });
  return tricks;
}

/** Why no browser opens it. */
function unopened(url: UrlFacts, raw: RawUrl): readonly Trick[] {
  if (url.host !== '') {
    const isPossible = url.ip !== undefined || canBeRegistered(url.host);
    return isPossible ? [] : [{ kind: 'impossibleName', written: raw.host }];
  }
  if (raw.host === '') return webSchemes.has(url.scheme) ? [{ kind: 'noHost' }] : [];
  if (!isPort(raw.port)) return [{ kind: 'impossiblePort', port: url.port }];
  return [{ kind: 'unreadable', written: raw.host }];
}
