/** How the site is built; vite.config.ts and `npm run package -- site` share it. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { contentPlugin } from './content-plugin.ts';
import { offlinePlugin } from './offline-plugin.ts';
import { noticesPlugin } from './notices-plugin.ts';
import { outputPlugin } from './output-plugin.ts';
import { type PageOptions, pagePlugin } from './page-plugin.ts';

interface SiteOptions extends PageOptions {
  /** The packs to ship; all of them where it is not given. */
  readonly packs?: readonly string[] | undefined;
  /** More files for the site, by name. */
  readonly beside?: ReadonlyMap<string, Uint8Array> | undefined;
}

/** `root` is the folder of index.html. */
export function siteConfig(root: string, { packs, beside, ...page }: SiteOptions = {}): UserConfig {
  return {
    root,
    base: './',
    plugins: [
      react(),
      contentPlugin(join(root, 'content'), packs),
      pagePlugin(root, page),
      noticesPlugin(root),
      offlinePlugin(root),
      outputPlugin(root, beside),
    ],
    build: {
      target: 'baseline-widely-available',
      sourcemap: false,
      cssCodeSplit: true,
      // The polyfill is an inline script, which the policy forbids; every target browser preloads modules itself.
      modulePreload: { polyfill: false },
      // A picture becomes a data: URL only by decision, so that requests and sizes stay foreseeable.
      assetsInlineLimit: 0,
      // All that the first screen needs in one file, so that it costs one request.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'main', tags: ['$initial'] }] } } },
    },
  };
}
