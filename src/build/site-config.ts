/** The Vite configuration of the site, shared by vite.config.ts and `npm run package -- site`. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { compileHintPlugin } from './compile-hint-plugin.ts';
import { firstScreenPlugin } from './first-screen-plugin.ts';
import { contentPlugin } from './content-plugin.ts';
import { offlinePlugin } from './offline-plugin.ts';
import { noticesPlugin } from './notices-plugin.ts';
import { outputPlugin } from './output-plugin.ts';
import type { PageOptions } from '../core/packaging/page.ts';
import { pagePlugin } from './page-plugin.ts';
import { partsPlugin } from './parts-plugin.ts';

interface SiteOptions extends PageOptions {
  /** The packs to ship; default: all. */
  readonly packs?: readonly string[] | undefined;
  /** Further files for the site, by name. */
  readonly beside?: ReadonlyMap<string, Uint8Array> | undefined;
}

/** The configuration. `root` is the folder of index.html. */
export function siteConfig(root: string, { packs, beside, ...page }: SiteOptions = {}): UserConfig {
  return {
    root,
    base: './',
    plugins: [
      react(),
      contentPlugin(join(root, 'content'), packs),
      pagePlugin(root, page),
      noticesPlugin(root),
      compileHintPlugin(),
      partsPlugin(root),
      firstScreenPlugin(root),
      offlinePlugin(root),
      outputPlugin(root, beside),
    ],
    // A module of its own, which loads its rarer parts on use.
    worker: { format: 'es' },
    build: {
      target: 'baseline-widely-available',
      sourcemap: false,
      cssCodeSplit: true,
      // The polyfill is an inline script, which the policy forbids. Every target browser preloads modules itself.
      modulePreload: { polyfill: false },
      // A picture becomes a data: URL only by explicit choice, so that requests and sizes stay predictable.
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // Everything for the first screen in one file, so that it costs one request.
              { name: 'main', tags: ['$initial'], priority: 2 },
              // The open message with all that it needs, likewise.
              { name: 'message', test: /\/src\/play\/OpenMessage\.tsx$/, priority: 1 },
            ],
          },
        },
      },
    },
  };
}
