/** What was chosen, dropped or pasted → a mail to import. */
import type { MailSource } from './useImport.ts';

/** Endings and media types of mails, as in `accept` of HTML. */
export const mailEndings = '.eml,.msg,.mbox,.mbx,.txt,message/rfc822,application/vnd.ms-outlook';

/** The mail in a file. */
export const sourceOfFile = (file: File): MailSource => ({
  name: file.name,
  size: file.size,
  read: async () => new Uint8Array(await file.arrayBuffer()),
});

/** A mail that was pasted. */
export function sourceOfText(name: string, text: string | Uint8Array): MailSource {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { name, size: bytes.length, read: () => Promise.resolve(bytes) };
}

/** Whether a pasted text may be the source of a mail: it begins with a header field. */
export const isMailSource = (text: string): boolean =>
  /^\s*(?:From \S|(?:Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|X-[\w-]+|ARC-[\w-]+|DKIM-Signature|Authentication-Results):)/i.test(
    text,
  );
