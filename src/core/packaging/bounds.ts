/** What a pack file may be, for whoever has to know it before anything is read. */

/** The ending of a pack file's name. */
export const packFileEnding = '.mikiwame';

/** The most that an archive may have: sizes in bytes, the ratio of unpacked to packed. */
export const archiveBounds = { size: 50_000_000, unpacked: 50_000_000, entries: 2_000, ratio: 200 } as const;
