/** The built page carries its policy, its icon inside itself, which saves a request, and what a package tells it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { settingsElement } from '../app/session/package-settings.ts';
import { policyConnectingTo } from './content-security-policy.ts';

export interface PageOptions {
  /** The title of the page; its own where it is not given. */
  readonly title?: string | undefined;
  /** What the page is told about its package, as JSON. */
  readonly settings?: object | undefined;
  /** Where the page may send to besides itself, as its policy writes it. */
  readonly connectTo?: readonly string[] | undefined;
}

/** `root` is the folder of index.html. */
export function pagePlugin(root: string, { title, settings, connectTo = [] }: PageOptions = {}): Plugin {
  return {
    name: 'mikiwame-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      // Functions: `$` in a replacement would be read.
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
