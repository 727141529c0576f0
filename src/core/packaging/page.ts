/** What a package writes into the page of the game. Function replacers, because `$` in a replacement is special. */

/** The id of the element that holds what the page is told about its package, as JSON. */
export const settingsElement = 'mikiwame-package';

/** What may be written into a page. */
export interface PageOptions {
  /** The title; the page's own if not given. */
  readonly title?: string | undefined;
  /** What the page is told about its package, as JSON. */
  readonly settings?: object | undefined;
  /** Further origins the page may connect to, as CSP source expressions. */
  readonly connectTo?: readonly string[] | undefined;
}

/** The page with its title, its settings, and the origins it may connect to. */
export const pageFor = (html: string, { title, settings, connectTo = [] }: PageOptions): string =>
  html
    .replace("connect-src 'self'", () => ["connect-src 'self'", ...connectTo].join(' '))
    .replace(
      /<title>([^<]*)<\/title>/,
      (_, own: string) => `<title>${title === undefined ? own : escaped(title)}</title>`,
    )
    .replace('</head>', (end) => (settings === undefined ? end : `${settingsIn(settings)}\n  ${end}`));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const settingsIn = (settings: object): string =>
  `<script type="application/json" id="${settingsElement}">${inScript(JSON.stringify(settings))}</script>`;

/** A JSON text that cannot end the element it stands in. */
export const inScript = (json: string): string => json.replaceAll('<', String.raw`\u003c`);
