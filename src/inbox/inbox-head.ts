/** What a list shows of an inbox before the game has loaded: a small file for each scenario and language. */

/** The words of a row, in the language of the file. Nothing of it is trusted: it only ever becomes text. */
export interface HeadRow {
  readonly id: string;
  /** The place of its channel among all channels. */
  readonly channel: number;
  readonly sender: string;
  /** The letter and the colour of the sender's disc. */
  readonly letter: string;
  readonly tint: number;
  readonly sent: string;
  readonly time: string;
  readonly topic?: string;
  readonly preview: string;
  readonly clip?: true;
  /** How many mails it holds with those it quotes, if more than one, and the words for that. */
  readonly thread?: { readonly count: number; readonly words: string };
}

/** Neighbours in the list under one heading. */
export interface HeadGroup {
  readonly heading: readonly string[];
  readonly rows: readonly HeadRow[];
}

/** The head of an inbox. */
export interface InboxHead {
  /** As every file of content/ has it: the service worker keeps no other. */
  readonly format: 1;
  /** Number of messages, of which the file may list only the first. */
  readonly count: number;
  /** Texts of the page by the names of their places in the template, such as `{story}`. */
  readonly words: Readonly<Record<HeadWord, string>>;
  /** The letter and the colour of the recipient's disc. */
  readonly letter: string;
  readonly tint: number;
  readonly groups: readonly HeadGroup[];
}

/** The places of a head's texts in the template. */
export const headWords = ['title', 'story', 'name', 'place', 'amount', 'done'] as const;
/** One of them. */
export type HeadWord = (typeof headWords)[number];

/** What the build writes into the page for the script that draws the first screen. */
export interface InPage {
  /** The head of the first inbox, by `pack/scenario/language`; the other heads are files, if there are files. */
  readonly heads: Readonly<Record<string, InboxHead>>;
  /** The files of the game that a screen in a language needs next, by `screen/language`; absent where the page holds all of it. */
  readonly ahead?: Readonly<Record<string, readonly string[]>>;
}

/** The id of the element with that, as JSON. */
export const inPageElement = 'first-page';

/** The id of the element in which the first screen is drawn, before the game draws its own in #root. */
export const firstElement = 'first';

/** The path of a head's file below content/. */
export const headFile = (pack: string, scenario: string, language: string): string =>
  `packs/${pack}/heads/${scenario}.${language}.json`;

/** The id of the template of a first screen. */
export const templateId = (screen: 'inbox' | 'start', language: string): string =>
  `first-${screen}-${language}`;
