/**
 * Content comes from the server while it responds, because a trainer may have edited it. Otherwise the page gets
 * the last good copy, marked as such.
 */
import { contentCache, keep, keptCopy } from './kept.ts';
import { type Received, received } from './sound.ts';

/** Header that tells the page that it received a kept copy, and why. packs/content.ts reads it. */
const keptHeader = 'Mikiwame-Kept';

/** Named like the app's problems with unreadable files. */
type Reason = 'file-missing' | 'file-is-page' | 'file-unreachable' | 'file-late';

type Answer =
  | { readonly kind: 'given'; readonly response: Response }
  | { readonly kind: 'refused'; readonly reason: Reason; readonly response: Response };

/** In milliseconds. How long a server may take when there is a kept copy. */
const patience = 4_000;
/** The same while an earlier response is overdue, so that the player does not wait again for every file. */
const littlePatience = 500;

let isOverdue = false;

/** Responds to a request for content. `path` is relative to content/; `address` has no query. */
export async function contentFor(event: FetchEvent, address: string, path: string): Promise<Response> {
  const asked = answerOf(event, address, path);
  // A late response is still kept for the next time.
  event.waitUntil(asked);
  const kept = await keptCopy(address, contentCache);
  if (kept === undefined) return (await asked).response;
  const answer = await Promise.race([asked, after(isOverdue ? littlePatience : patience)]);
  if (answer === undefined) {
    isOverdue = true;
    void asked.then(({ kind }) => {
      if (kind === 'given') isOverdue = false;
    });
  }
  if (answer?.kind === 'given') return answer.response;
  const headers = new Headers(kept.headers);
  headers.set(keptHeader, answer?.reason ?? 'file-late');
  return new Response(kept.body, { headers });
}

const after = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Asks the server; never rejects. */
async function answerOf(event: FetchEvent, address: string, path: string): Promise<Answer> {
  try {
    const { kind, response } = await askTwice(event.request, path);
    if (kind === 'other') return { kind: 'refused', reason: reasonOf(response), response };
    if (kind === 'content') event.waitUntil(keep(contentCache, address, response.clone()));
    return { kind: 'given', response };
  } catch {
    // No connection, or the response was cut off.
    return { kind: 'refused', reason: 'file-unreachable', response: Response.error() };
  }
}

async function askTwice(request: Request, path: string): Promise<Received> {
  const first = await received(path, await fetch(request));
  if (first.kind !== 'other' || first.response.status !== 200) return first;
  // The browser's HTTP cache may hold a sign-in page for this address.
  return received(path, await fetch(new Request(request, { cache: 'reload' })));
}

function reasonOf({ status }: Response): Reason {
  switch (status) {
    case 200:
      return 'file-is-page';
    case 404:
    case 410:
      return 'file-missing';
    default:
      return 'file-unreachable';
  }
}
