/** Adds to the built page its policy, its icon as a data URL (one request fewer), and what a package tells it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { pageFor, type PageOptions } from '../core/packaging/page.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** Vite plugin. `root` is the folder of index.html. */
export function pagePlugin(root: string, told: PageOptions = {}): Plugin {
  return {
    name: 'mikiwame-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      // Function replacers, because `$` in a replacement string is special.
      handler: (html) => {
        const icon = readFileSync(join(root, 'public/icon.svg'), 'utf8').trim();
        const page = html
          .replace('<meta charset="utf-8" />', (charset) =>
            [
              charset,
              `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />`,
            ].join('\n    '),
          )
          .replace('href="/icon.svg"', `href="data:image/svg+xml,${encodeURIComponent(icon)}"`);
        return pageFor(page, told);
      },
    },
  };
}
