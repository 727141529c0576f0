/** What one mail may hold. Checked before any work, so that a hostile file costs no more than an honest one. */

/** Bytes of a file. A larger one is refused. */
export const largestFile = 25_000_000;
/** Bytes of one text part as sent. What follows is not read. */
export const largestText = 1_000_000;
/** Bytes of all text parts together. */
export const largestTexts = 3_000_000;
/** Bytes of the header fields of one part. */
export const largestHeader = 256_000;
/** Header fields of one part. */
export const mostFields = 1_000;
/** Multipart levels inside one another. A deeper part is not taken apart. */
export const mostNested = 20;
/** Parts of a mail. */
export const mostParts = 500;
/** Addresses read from one header field. */
export const mostAddresses = 100;
/** Received fields read. */
export const mostHops = 30;
/** Elements built from one HTML part. What follows is not read. */
export const mostElements = 60_000;
/** Elements inside one another. Browsers draw no deeper ones either (Chromium: 512). */
export const deepestElement = 512;
/** Rules read from the style sheets of a mail. */
export const mostStyleRules = 1_000;
/** Mails listed from an .mbox file. */
export const mostMails = 500;
