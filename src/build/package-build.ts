/** Builds the game as one classic script without content: packages and strict sandboxes need this. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import type { GameParts } from '../core/packaging/game-parts.ts';
import { contentPlace, loadersPlace, noticesFile, scriptPlace } from '../core/packaging/package.ts';
import { contentSecurityPolicy, policyHash } from './content-security-policy.ts';
import { withPlacesFirst } from './first-screen-plugin.ts';
import { type BundledPackage, noticesPlugin } from './notices-plugin.ts';
import { pagePlugin } from './page-plugin.ts';
import { squeezed } from './squeeze.ts';
import { reloadWorker as builtReloadWorker } from './worker-script.ts';

/** The game without content, and the packages that are bundled in it. */
export interface BuiltGame {
  readonly parts: GameParts;
  readonly packages: readonly BundledPackage[];
}

const built = new Map<string, Promise<BuiltGame>>();

/** Builds the game without content, once for all packages of a process. `root` is the folder of index.html. */
export function buildGame(root: string): Promise<BuiltGame> {
  const known = built.get(root) ?? game(root);
  built.set(root, known);
  return known;
}

async function game(root: string): Promise<BuiltGame> {
  const folder = await mkdtemp(join(tmpdir(), 'mikiwame-'));
  let packages: readonly BundledPackage[] = [];
  try {
    await build({
      root,
      configFile: false,
      base: './',
      logLevel: 'warn',
      plugins: [
        react(),
        withoutStudio,
        withoutContent,
        pagePlugin(root),
        noticesPlugin(root, (found) => {
          packages = found;
        }),
      ],
      build: {
        outDir: folder,
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'baseline-widely-available',
        cssCodeSplit: false,
        modulePreload: false,
        assetsInlineLimit: 0,
        // A classic script runs where modules may not: from file:, in an opaque origin, from a server with wrong
        // MIME types.
        chunkSizeWarningLimit: 10_000,
        rolldownOptions: {
          // Vite's chunk loader uses it, and there are no chunks here.
          transform: { define: { 'import.meta': '{}' } },
          output: {
            format: 'iife',
            codeSplitting: false,
            entryFileNames: 'game.js',
            assetFileNames: '[name][extname]',
          },
        },
      },
    });
    const sheet = (await readdir(folder)).find((file) => file.endsWith('.css')) ?? '';
    const text = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
    const texts = {
      script: await text('game.js'),
      styles: await text(sheet),
      notices: await text(noticesFile),
    };
    return { parts: await partsOf(root, await text('index.html'), texts), packages };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const noStudio = '\0mikiwame-no-studio';

/** A package is one script, and nobody writes in it: the studio would only make it larger. Its address leads to the start page. */
const withoutStudio: Plugin = {
  name: 'mikiwame-without-studio',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/studio/Studio.tsx') ? noStudio : undefined),
  load: (id) =>
    id === noStudio
      ? "import { useEffect } from 'react'; export default function NoStudio({ onLeave }) { useEffect(onLeave, [onLeave]); return null; }"
      : undefined,
};

/** The digests of a package's content come with it. */
const withoutContent: Plugin = {
  name: 'mikiwame-without-content',
  resolveId: (id) => (id === 'virtual:content-digests' ? '\0mikiwame-no-digests' : undefined),
  load: (id) => (id === '\0mikiwame-no-digests' ? 'export const digests = {};' : undefined),
};

interface GameTexts {
  readonly script: string;
  readonly styles: string;
  /** The licences of the bundled packages. */
  readonly notices: string;
}

/** The parts of packages from the files of a build. */
async function partsOf(root: string, html: string, texts: GameTexts): Promise<GameParts> {
  const { file: worker, script: reload } = await builtReloadWorker(root);
  const [script, styles, notices, reloadWorker] = await Promise.all([
    squeezed(texts.script),
    squeezed(texts.styles),
    squeezed(texts.notices),
    squeezed(reload),
  ]);
  const files = { script, styles, notices, reloadWorker };
  return {
    apart: withLoaders(html, loadersPlace),
    whole: wholeTemplate(await withPlacesFirst(root, html), texts),
    worker,
    files,
  };
}

/**
 * The page with everything inside, script and content compressed. Its policy allows only its own styles, the script that draws its first
 * screen, and the one that unpacks the rest.
 */
export function wholeTemplate(
  html: string,
  { styles, notices }: Pick<GameTexts, 'styles' | 'notices'>,
): string {
  const [, own = contentSecurityPolicy] =
    /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  const policy = own
    .replace("script-src 'self'", `script-src ${policyHash(unpacking)} blob:`)
    .replace("style-src 'self'", `style-src ${policyHash(styles)}`)
    .replace("connect-src 'self'; ", '')
    .replace("manifest-src 'self'; ", '')
    .replace("img-src 'self' data:", 'img-src data:');
  const end = [
    contentPlace,
    scriptPlace,
    `<script>${unpacking}</script>`,
    '</body>',
    // Two hyphens would end the comment.
    `<!--\n${notices.replaceAll('--', '- -')}-->`,
  ].join('\n');
  return withLoaders(html, `<style>${styles}</style>`)
    .replace(own, () => policy)
    .replace('</body>', () => end);
}

/** Unpacks both, content first, and runs them. Every supported browser has DecompressionStream (2023). */
const unpacking = `(async () => {
  const rules = { createScriptURL: (address) => (address.startsWith('blob:') ? address : '') };
  const policy = globalThis.trustedTypes?.createPolicy('mikiwame', rules) ?? rules;
  for (const id of ['mikiwame-content', 'mikiwame-script']) {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
    const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const script = document.createElement('script');
    const blob = new Blob([await new Response(text).blob()], { type: 'text/javascript' });
    script.src = policy.createScriptURL(URL.createObjectURL(blob));
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }
})();`;

/** Replaces the script and style links of the build. A function replacer, because `$` in a replacement string is special. */
export function withLoaders(html: string, loaders: string): string {
  return html
    .replace(/\s*<script[^>]*\bsrc="[^"]*game\.js"[^>]*><\/script>/, '')
    .replace(/<link[^>]*rel="stylesheet"[^>]*>/, () => loaders);
}
