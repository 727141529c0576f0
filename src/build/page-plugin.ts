/** Adds to the built page its policy, its icon as a data URL (one request fewer), and what a package tells it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { settingsElement } from '../app/session/package-settings.ts';
import { policyConnectingTo } from './content-security-policy.ts';

/** What a build may set in the page. */
export interface PageOptions {
  /** The title; the page's own if not given. */
  readonly title?: string | undefined;
  /** What the page is told about its package, as JSON. */
  readonly settings?: object | undefined;
  /** Further origins the page may connect to, as CSP source expressions. */
  readonly connectTo?: readonly string[] | undefined;
}

/** Vite plugin. `root` is the folder of index.html. */
export function pagePlugin(root: string, { title, settings, connectTo = [] }: PageOptions = {}): Plugin {
  return {
    name: 'mikiwame-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      // Function replacers, because `$` in a replacement string is special.
      handler: (html) => {
        const icon = readFileSync(join(root, 'public/icon.svg'), 'utf8').trim();
        return html
          .replace('<meta charset="utf-8" />', (charset) =>
            [
              charset,
              `<meta http-equiv="Content-Security-Policy" content="${policyConnectingTo(connectTo)}" />`,
            ].join('\n    '),
          )
          .replace('href="/icon.svg"', `href="data:image/svg+xml,${encodeURIComponent(icon)}"`)
          .replace(
            /<title>([^<]*)<\/title>/,
            (_, own: string) => `<title>${title === undefined ? own : escaped(title)}</title>`,
          )
          .replace('</head>', (end) => (settings === undefined ? end : `${settingsIn(settings)}\n  ${end}`));
      },
    },
  };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function settingsIn(settings: object): string {
  const json = JSON.stringify(settings).replaceAll('<', String.raw`\u003c`);
  return `<script type="application/json" id="${settingsElement}">${json}</script>`;
}
