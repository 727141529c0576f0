import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { contentPlugin } from './src/cli/content-plugin.ts';

/** Nothing outside this folder can be reached, nothing inline runs; `npm start` sends the same as a header. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The policy goes into the built page, so that it holds on any host; Vite's dev server needs inline scripts. */
const policyPlugin: Plugin = {
  name: 'mikiwame-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy }, injectTo: 'head-prepend' },
  ],
};

export default defineConfig({
  base: './',
  plugins: [react(), contentPlugin(), policyPlugin],
  build: {
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // All that the first screen needs in one file, so that it costs one request.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'main', tags: ['$initial'] }] } } },
    chunkSizeWarningLimit: 400,
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: ['test/{core,cli,content}/**/*.test.ts', 'test/architecture.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'screen',
          environment: 'jsdom',
          include: ['test/{inbox,game,app,i18n,ui}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup-screen.ts'],
        },
      },
    ],
  },
});
