/** Whether a response is what its address promises. Only then may it be kept. */

/** Whether it is a whole file from this site. Another site's file, a part of a file and an error are not. */
const isWhole = ({ type, status }: Response): boolean =>
  status === 200 && (type === 'basic' || type === 'default');

const isHtml = ({ headers }: Response): boolean => /html/i.test(headers.get('content-type') ?? '');

/**
 * A response that any request can be answered with later: it is not marked as redirected, which a browser refuses for a page, and it
 * does not depend on request headers (`Vary`).
 */
function copyOf(body: ArrayBuffer, { headers }: Response): Response {
  const kept = new Headers(headers);
  kept.delete('vary');
  // The body is unpacked already.
  kept.delete('content-encoding');
  kept.delete('content-length');
  return new Response(body, { headers: kept });
}

/** A copy of a page of this version; undefined for any other page, such as a sign-in page or an older version. */
export async function pageCopy(response: Response, version: string): Promise<Response | undefined> {
  if (!isWhole(response) || !isHtml(response)) return undefined;
  const body = await response.arrayBuffer();
  const text = new TextDecoder().decode(body);
  return text.includes(version) && text.includes('</html>') ? copyOf(body, response) : undefined;
}

/** A copy of a file whose bytes the browser has compared with their digest. */
export async function fileCopy(response: Response): Promise<Response | undefined> {
  return isWhole(response) ? copyOf(await response.arrayBuffer(), response) : undefined;
}

/** What came from a server under the address of a file of content. */
export interface Received {
  /**
   * `content`: the file, which may be kept. `doubtful`: a file that cannot be read, so that the page can say what is wrong in it, or
   * one from another address. `other`: an error, a web page, a part of the file, or something else altogether.
   */
  readonly kind: 'content' | 'doubtful' | 'other';
  /** Can be given to the page. */
  readonly response: Response;
}

/** Judges by status, type and content. `path` is below content/. Rejects where the body breaks off. */
export async function received(path: string, response: Response): Promise<Received> {
  if (!isWhole(response)) return { kind: 'other', response };
  const body = await response.arrayBuffer();
  const kind = isHtml(response) ? 'other' : kindOf(path, body);
  return {
    kind: kind === 'content' && response.redirected ? 'doubtful' : kind,
    response: copyOf(body, response),
  };
}

function kindOf(path: string, body: ArrayBuffer): Received['kind'] {
  if (!path.endsWith('.json')) return isPicture(path, body) ? 'content' : 'other';
  const text = new TextDecoder().decode(body).trim();
  // A text without its end broke off on the way. One with a mistake inside is a trainer's, who wants to know.
  if (!text.startsWith('{') || !text.endsWith('}')) return 'other';
  try {
    const value: unknown = JSON.parse(text);
    return path.startsWith('rounds/') || hasFormat(value) ? 'content' : 'other';
  } catch {
    return 'doubtful';
  }
}

/** Every file of content but a round says its format; an error told in JSON does not. */
const hasFormat = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'format' in value && typeof value.format === 'number';

/** SVG 2, RFC 2083 (PNG) and ISO/IEC 10918-1 (JPEG) by how they begin. */
function isPicture(path: string, body: ArrayBuffer): boolean {
  const [first, second, third, fourth] = new Uint8Array(body);
  if (/\.jpe?g$/.test(path)) return first === 0xff && second === 0xd8 && third === 0xff;
  if (path.endsWith('.png')) return first === 0x89 && second === 0x50 && third === 0x4e && fourth === 0x47;
  const text = new TextDecoder().decode(body).trim();
  return /^<(svg|\?xml|!--|!doctype svg)/i.test(text) && text.includes('</svg>');
}
