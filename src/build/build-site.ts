/** Builds the site for the command line. */
import { resolve } from 'node:path';
import { build } from 'vite';
import type { PageOptions } from '../core/packaging/page.ts';
import { siteConfig } from './site-config.ts';

interface SiteOptions extends PageOptions {
  /** The folder of index.html. */
  readonly root: string;
  readonly packs: readonly string[] | undefined;
  /** Where to write the site. May only be a folder that an earlier run wrote. */
  readonly folder: string;
  /** Further files for the site, by name. */
  readonly beside: ReadonlyMap<string, Uint8Array>;
}

/** Builds the site as `npm run build` does, with its own settings. */
export async function buildSite({ root, folder, ...options }: SiteOptions): Promise<void> {
  const config = siteConfig(root, options);
  await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    build: { ...config.build, outDir: resolve(folder) },
  });
}
