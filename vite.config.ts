import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { contentPlugin } from './src/cli/content-plugin.ts';
import { contentSecurityPolicy } from './src/cli/content-security-policy.ts';

const root = import.meta.dirname;

export default defineConfig({
  base: './',
  plugins: [react(), contentPlugin(join(root, 'content')), page()],
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

/** The built page carries its policy, and its icon inside itself, which saves a request. */
function page(): Plugin {
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
