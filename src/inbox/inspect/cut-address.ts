/** An address as the lens draws it: what is before the server name, the name itself, and what is after it. */
import type { UrlPart } from '../../core/url/url-parts.ts';

type Part = Pick<UrlPart, 'name' | 'text'>;

export interface Cut {
  readonly before: readonly Part[];
  readonly host: readonly Part[];
  readonly after: readonly Part[];
  /** Each part once; the registrable domain is one part. */
  readonly rows: readonly Part[];
}

const ofHost = new Set<Part['name']>(['subdomain', 'domain', 'suffix', 'host']);

/** Cuts the parts of an address around its server name; all are `before` if it has none. */
export function cutAddress(parts: readonly Part[]): Cut {
  const from = parts.findIndex(({ name }) => ofHost.has(name));
  const to = parts.findLastIndex(({ name }) => ofHost.has(name)) + 1;
  if (from < 0) return { before: parts, host: [], after: [], rows: rowsOf(parts) };
  return {
    before: parts.slice(0, from),
    host: parts.slice(from, to),
    after: parts.slice(to),
    rows: rowsOf(parts),
  };
}

function rowsOf(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part, at) => {
    const [before, after] = [parts[at - 1], parts[at + 1]];
    if (part.name === 'separator' || (part.name === 'suffix' && before?.name === 'domain')) return [];
    if (part.name !== 'domain' || after?.name !== 'suffix') return [part];
    return [{ name: part.name, text: part.text + after.text }];
  });
}
