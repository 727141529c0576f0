import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentPlugin } from './src/cli/content-plugin.ts';
import { pagePlugin } from './src/cli/page-plugin.ts';

const root = import.meta.dirname;

export default defineConfig({
  base: './',
  plugins: [react(), contentPlugin(join(root, 'content')), pagePlugin(root)],
  build: {
    target: 'baseline-widely-available',
    sourcemap: false,
    cssCodeSplit: false,
    // The polyfill is an inline script, which the policy forbids; every target browser preloads modules itself.
    modulePreload: { polyfill: false },
    // A picture becomes a data: URL only by decision, so that requests and sizes stay foreseeable.
    assetsInlineLimit: 0,
    // All that the first screen needs in one file, so that it costs one request.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'main', tags: ['$initial'] }] } } },
  },
  test: {
    // Only to end what hangs: a law with a thousand cases may take its time where the machine has other work.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: ['test/{core,cli,content,fixtures,lms}/**/*.test.ts', 'test/architecture.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'screen',
          environment: 'jsdom',
          include: ['test/{inbox,game,ui,i18n,app}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup-screen.ts'],
        },
      },
    ],
  },
});
