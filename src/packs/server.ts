/** Packs on a server, beside the page. */
import { isReadFailure, notRead, type ReadFailure } from './read-failure.ts';
import { type ContentRequest, requestContent, takeAhead } from './ahead.ts';
import type { PackSource } from './source.ts';

/** Packs that are fetched. `isChecked` tells which texts the build has checked. */
export const serverSource = (isChecked: PackSource['isChecked']): PackSource => ({
  read: fetchedText,
  isChecked,
  picture: (path) => path,
  isServed: true,
});

async function fetchedText(file: string): ReturnType<PackSource['read']> {
  const request = takeAhead(file) ?? requestContent(file);
  try {
    const { response, text } = await fetched(request);
    if (response.status === 404 || response.status === 410) return notRead(file, 'file-missing');
    if (!response.ok) return notRead(file, 'file-unreachable');
    if (isPage(text)) return notRead(file, 'file-is-page');
    const kept = response.headers.get('Mikiwame-Kept');
    if (isReadFailure(kept)) tellKept(kept);
    return { ok: true, value: text, problems: [] };
  } catch {
    // Offline, or the server closed the connection.
    return notRead(file, request.silence.signal.aborted ? 'file-late' : 'file-unreachable');
  }
}

/** In milliseconds without a byte. A slow connection may take as long as it needs. */
const longestSilence = 10_000;

/** The answer to a request. After too long a silence it aborts the request and rejects. */
async function fetched({ response: asked, silence }: ContentRequest) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), longestSilence);
  };
  wait();
  try {
    const response = await asked;
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    let text = '';
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      wait();
      text += decoder.decode(part.value, { stream: true });
    }
    return { response, text: text + decoder.decode() };
  } finally {
    clearTimeout(timer);
  }
}

/** Why the service worker serves kept copies instead of the server's files, once it does. */
let keptFor: ReadFailure | undefined;
const listeners = new Set<(reason: ReadFailure) => void>();

/**
 * Calls the listener with the reason when a file is a kept copy, and whenever the reason changes. Returns a
 * function that unsubscribes.
 */
export function onKeptCopy(listener: (reason: ReadFailure) => void): () => void {
  listeners.add(listener);
  if (keptFor !== undefined) listener(keptFor);
  return () => void listeners.delete(listener);
}

function tellKept(reason: ReadFailure): void {
  if (reason === keptFor) return;
  keptFor = reason;
  for (const listener of listeners) listener(reason);
}

/**
 * Hosts that answer every address with index.html, and sign-in pages, send HTML instead of a file. No JSON starts
 * like this.
 */
const isPage = (text: string): boolean => /^[\s\uFEFF]*</.test(text);
