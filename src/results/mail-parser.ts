/**
 * Parses a saved mail. A file of its own: a direct dynamic import of the parser needs the bundler's helpers, which then
 * become a file for which the first screen waits.
 */
import PostalMime, { type Email } from 'postal-mime';

/** The parts of the mail in `bytes`, with forwarded mails as attachments. */
export const parsedMail = (bytes: Uint8Array): Promise<Email> =>
  PostalMime.parse(bytes, { forceRfc822Attachments: true });
