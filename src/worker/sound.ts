/** Whether a response is what its address promises. Only such a response may be stored. */

/** Whether it is a complete file from this site: not another origin's, not a partial response, not an error. */
const isWhole = ({ type, status }: Response): boolean =>
  status === 200 && (type === 'basic' || type === 'default');

const isHtml = ({ headers }: Response): boolean => /html/i.test(headers.get('content-type') ?? '');

/**
 * A copy that can answer any later request. It is not marked as redirected (browsers refuse that for a page) and
 * does not depend on request headers (`Vary`).
 */
function copyOf(body: ArrayBuffer, { headers }: Response): Response {
  const kept = new Headers(headers);
  kept.delete('vary');
  // The body is already decompressed.
  kept.delete('content-encoding');
  kept.delete('content-length');
  return new Response(body, { headers: kept });
}

/** A copy of a page of this version. Undefined for any other page, such as a sign-in page or an older version. */
export async function pageCopy(response: Response, version: string): Promise<Response | undefined> {
  if (!isWhole(response) || !isHtml(response)) return undefined;
  const body = await response.arrayBuffer();
  const text = new TextDecoder().decode(body);
  return text.includes(version) && text.includes('</html>') ? copyOf(body, response) : undefined;
}

/** A copy of a file whose digest the browser has verified. */
export async function fileCopy(response: Response): Promise<Response | undefined> {
  return isWhole(response) ? copyOf(await response.arrayBuffer(), response) : undefined;
}

/** A server's response for a content file, judged. */
export interface Received {
  /**
   * `content`: the file; it may be stored. `doubtful`: an unreadable file, passed on so that the page can name its
   * errors, or one from a redirect. `other`: an error, a web page, a partial response, or anything else.
   */
  readonly kind: 'content' | 'doubtful' | 'other';
  /** The response to pass to the page. */
  readonly response: Response;
}

/** Judges a response by status, type and content. `path` is relative to content/. Rejects if the body is cut off. */
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
  // A text without its end was cut off in transit. A text with an error inside is the trainer's, who wants to see
  // it.
  if (!text.startsWith('{') || !text.endsWith('}')) return 'other';
  try {
    const value: unknown = JSON.parse(text);
    return path.startsWith('rounds/') || hasFormat(value) ? 'content' : 'other';
  } catch {
    return 'doubtful';
  }
}

/** Every content file except a round states its format. An error message in JSON does not. */
const hasFormat = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'format' in value && typeof value.format === 'number';

/** Recognises SVG 2, PNG (RFC 2083) and JPEG (ISO/IEC 10918-1) by their first bytes. */
function isPicture(path: string, body: ArrayBuffer): boolean {
  const [first, second, third, fourth] = new Uint8Array(body);
  if (/\.jpe?g$/.test(path)) return first === 0xff && second === 0xd8 && third === 0xff;
  if (path.endsWith('.png')) return first === 0x89 && second === 0x50 && third === 0x4e && fourth === 0x47;
  const text = new TextDecoder().decode(body).trim();
  return /^<(svg|\?xml|!--|!doctype svg)/i.test(text) && text.includes('</svg>');
}
