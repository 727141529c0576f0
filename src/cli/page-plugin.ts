/** The built page carries its policy, and its icon inside itself, which saves a request. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** `root` is the folder of index.html. */
export function pagePlugin(root: string): Plugin {
  return {
    name: 'mikiwame-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => {
        const icon = readFileSync(join(root, 'public/icon.svg'), 'utf8').trim();
        return html
          .replace('<meta charset="utf-8" />', (charset) =>
            [
              charset,
              `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />`,
            ].join('\n    '),
          )
          .replace('href="/icon.svg"', `href="data:image/svg+xml,${encodeURIComponent(icon)}"`);
      },
    },
  };
}
