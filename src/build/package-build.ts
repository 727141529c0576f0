/** Builds the game as one classic script with its content inside: packages and strict sandboxes need this. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import { contentPlugin } from './content-plugin.ts';
import { contentSecurityPolicy, policyHash } from './content-security-policy.ts';
import { firstScreenPlugin } from './first-screen-plugin.ts';
import { type BundledPackage, noticesFile, noticesPlugin } from './notices-plugin.ts';
import { pagePlugin } from './page-plugin.ts';
import { siteConfig } from './site-config.ts';
import { squeeze } from './squeeze.ts';

/** Options of a build for packages. */
export interface BuildOptions {
  /** The folder of index.html. */
  readonly root: string;
  readonly packs: readonly string[] | undefined;
  /** What the page is told about its package; JSON. */
  readonly settings: object;
  /** The title of the page, as plain text. */
  readonly title: string | undefined;
  /** Further origins the page may connect to, as CSP source expressions. */
  readonly connectTo?: readonly string[] | undefined;
  /** Whether the page draws its first screen before the game has begun: only where no LMS may lead elsewhere. */
  readonly firstScreen?: boolean;
}

/** The result of a build: the parts of the page, and the packs' pictures by path. */
export interface Built {
  readonly html: string;
  readonly script: string;
  readonly styles: string;
  /** The licences of the bundled packages. */
  readonly notices: string;
  /** The bundled packages, by name. */
  readonly packages: readonly BundledPackage[];
  /** Path relative to content/ → text. */
  readonly content: ReadonlyMap<string, string>;
  /** Path relative to content/ → bytes. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Builds the game with the given packs. Rejects if the content has errors. */
export async function buildWhole({ root, packs, firstScreen, ...page }: BuildOptions): Promise<Built> {
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
        contentPlugin(join(root, 'content'), packs),
        pagePlugin(root, page),
        noticesPlugin(root, (found) => {
          packages = found;
        }),
        firstScreen && firstScreenPlugin(root, true),
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
    const files = await filesBelow(folder);
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    // Schemas are for editors only.
    const content = files.filter(
      (file) => file.startsWith('content/') && !file.startsWith('content/schema/'),
    );
    const texts = content.filter((file) => file.endsWith('.json'));
    const bare = (file: string): string => file.slice('content/'.length);
    return {
      html,
      notices: await readFile(join(folder, noticesFile), 'utf8'),
      packages,
      script: await readFile(join(folder, 'game.js'), 'utf8'),
      styles: await readFile(join(folder, files.find((file) => file.endsWith('.css')) ?? ''), 'utf8'),
      content: new Map(
        await Promise.all(
          texts.map(async (file) => [bare(file), await readFile(join(folder, file), 'utf8')] as const),
        ),
      ),
      pictures: new Map(
        await Promise.all(
          content
            .filter((file) => !file.endsWith('.json'))
            .map(async (file) => [bare(file), new Uint8Array(await readFile(join(folder, file)))] as const),
        ),
      ),
    };
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

interface SiteOptions extends BuildOptions {
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

/** The page with its script, styles and content as separate files. */
export function pageWithFiles(
  built: Built,
  names: { readonly script: string; readonly styles: string; readonly content: string },
) {
  const html = replaceLoaders(
    built.html,
    `<link rel="stylesheet" href="./${names.styles}">\n    <script defer src="./${names.content}"></script>\n    <script defer src="./${names.script}"></script>`,
  );
  return { html, content: contentScript(built.content) };
}

/**
 * The page with everything inside, script and content compressed. Its policy allows only its own styles and the one
 * script that unpacks the rest.
 */
export async function pageWithAll(built: Built): Promise<string> {
  const carried = new Map(built.content);
  for (const [path, bytes] of built.pictures) carried.set(path, dataUrl(path, bytes));
  const [, own = contentSecurityPolicy] =
    /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(built.html) ?? [];
  const policy = own
    .replace("script-src 'self'", `script-src ${policyHash(unpacking)} blob:`)
    .replace("style-src 'self'", `style-src ${policyHash(built.styles)}`)
    .replace("connect-src 'self'; ", '')
    .replace("manifest-src 'self'; ", '')
    .replace("img-src 'self' data:", 'img-src data:');
  const end = [
    await packedElement('mikiwame-content', contentScript(carried)),
    await packedElement('mikiwame-script', built.script),
    `<script>${unpacking}</script>`,
    '</body>',
    // Two hyphens would end the comment.
    `<!--\n${built.notices.replaceAll('--', '- -')}-->`,
  ].join('\n');
  return replaceLoaders(built.html, `<style>${built.styles}</style>`)
    .replace(own, () => policy)
    .replace('</body>', () => end);
}

/** Packed text is not a script until it is unpacked, so nothing in it can end the element early. */
const packedElement = async (id: string, text: string): Promise<string> => {
  const { gzip } = await squeeze(Buffer.from(text));
  return `<script type="text/plain" id="${id}">${Buffer.from(gzip).toString('base64')}</script>`;
};

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

/**
 * Replaces the script and style links of the build. A function replacer, because `$` in a replacement string is
 * special.
 */
function replaceLoaders(html: string, loaders: string): string {
  return html
    .replace(/\s*<script[^>]*\bsrc="[^"]*game\.js"[^>]*><\/script>/, '')
    .replace(/<link[^>]*rel="stylesheet"[^>]*>/, () => loaders);
}

function contentScript(content: ReadonlyMap<string, string>): string {
  const sorted = [...content].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `globalThis.mikiwameContent={${sorted.map(([name, text]) => `${quoted(name)}:${quoted(text)}`).join(',')}};`;
}

/** A JavaScript string in single quotes: shorter for JSON, which is full of double quotes. */
const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const types: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg' };

function dataUrl(path: string, bytes: Uint8Array): string {
  const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .flatMap((entry) => (entry.isFile() ? [relative(folder, join(entry.parentPath, entry.name))] : []))
    .map((path) => path.split(sep).join('/'))
    .toSorted();
}
