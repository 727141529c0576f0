/** Writes what draws the first screen before the game has loaded: frames into the page, a head for each inbox, and the script. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type Plugin, type Rolldown } from 'vite';
import { headFile, type InboxHead, type InPage, inPageElement, templateId } from '../inbox/inbox-head.ts';
import type { ContentIndex } from '../core/scenario/format/pack.ts';
import type { Scenario } from '../core/scenario/format/scenario.ts';
import type { PackageContent } from '../core/packaging/content-script.ts';
import { type FirstInbox, headsPlace, wayPlace } from '../core/packaging/package.ts';
import { inScript } from '../core/packaging/page.ts';
import { languages } from '../core/scenario/format/vocabulary.ts';
import { classicScript } from './classic-script.ts';
import { policyHash } from './content-security-policy.ts';

type Bundle = Rolldown.OutputBundle;

/** Vite plugin. `root` is the folder of index.html. */
export function firstScreenPlugin(root: string): Plugin {
  return {
    name: 'mikiwame-first-screen',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html'];
        const inboxes = inboxesIn((path) => {
          const file = bundle[`content/${path}`];
          return file?.type === 'asset' ? text(file.source) : undefined;
        });
        const [first] = inboxes;
        if (page?.type !== 'asset' || first === undefined) return;
        const drawn = await firstScreens(root, wayTo(first), inboxes);
        for (const [path, head] of drawn.heads) {
          this.emitFile({ type: 'asset', fileName: `content/${path}`, source: JSON.stringify(head) });
        }
        const inPage: InPage = {
          heads: headsOf(first, drawn.heads),
          ahead: aheadIn(bundle),
        };
        const script = await bootScript(root);
        page.source = pageWith(text(page.source), {
          script,
          templates: drawn.templates,
          inPage: inScript(JSON.stringify(inPage)),
        });
      },
    },
  };
}

/** A page that will hold the whole game and can fetch nothing, with the frames in it and places for what is shown of its content. */
export async function withPlacesFirst(root: string, html: string): Promise<string> {
  const { templates } = await firstScreens(root, wayPlace, []);
  return pageWith(html, { script: await bootScript(root), templates, inPage: `{"heads":${headsPlace}}` });
}

/** The first inbox of some content, as a whole page shows it. Without an inbox, its way leads nowhere. */
export async function firstInboxOf(root: string, { texts }: PackageContent): Promise<FirstInbox> {
  const [first] = inboxesIn((path) => texts.get(path));
  if (first === undefined) return { pack: '', scenario: '', heads: {} };
  const { heads } = await firstScreens(root, wayTo(first), [first]);
  return { pack: first.pack, scenario: first.scenario.id, heads: headsOf(first, heads) };
}

/** The heads of an inbox, by the names that the script in the page has for them. */
const headsOf = (
  { pack, scenario: { id } }: Inbox,
  heads: ReadonlyMap<string, InboxHead>,
): Readonly<Record<string, InboxHead>> =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const head = heads.get(headFile(pack, id, language));
      return head === undefined ? [] : [[`${pack}/${id}/${language}`, head]];
    }),
  );

const bootScript = (root: string): Promise<string> => classicScript(root, 'src/app/first/boot.ts');

const wayTo = ({ pack, scenario }: Inbox): string => `#/play/${pack}/${scenario.id}`;

interface Inbox {
  readonly pack: string;
  readonly scenario: Scenario;
}

/** The inboxes of some content, in the order of its index; `read` gives the text of a file. */
function inboxesIn(read: (path: string) => string | undefined): readonly Inbox[] {
  const { packs }: ContentIndex = JSON.parse(read('index.json') ?? '{"packs":[]}');
  return packs.flatMap(({ id: pack, scenarios }) =>
    scenarios.flatMap(({ id }) => {
      const json = read(`packs/${pack}/scenarios/${id}.json`);
      if (json === undefined) return [];
      // The build has checked exactly this text.
      const scenario: Scenario = JSON.parse(json);
      return [{ pack, scenario }];
    }),
  );
}

const text = (source: string | Uint8Array): string => Buffer.from(source).toString('utf8');

type Prerender = typeof import('../app/first/prerender.tsx');

/** Draws the frames, and the head of each inbox by its path, in every language. The start page leads to `way`. */
async function firstScreens(root: string, way: string, inboxes: readonly Inbox[]) {
  const folder = await mkdtemp(join(tmpdir(), 'mikiwame-first-'));
  try {
    const file = await prerenderIn(folder, root);
    const { speak, inboxFrame, startFrame, headOf }: Prerender = await import(pathToFileURL(file).href);
    const heads = new Map<string, InboxHead>();
    const templates = new Map<string, string>();
    for (const language of languages) {
      await speak(language);
      templates.set(templateId('inbox', language), inboxFrame(language));
      templates.set(templateId('start', language), startFrame(language, way));
      for (const { pack, scenario } of inboxes) {
        heads.set(headFile(pack, scenario.id, language), headOf(scenario, language));
      }
    }
    return { heads, templates };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds the drawing code for Node, as one file. */
async function prerenderIn(folder: string, root: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [react(), leaveForLater],
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/app/first/prerender.tsx'),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'prerender.mjs' } },
    },
  });
  return join(folder, 'prerender.mjs');
}

/** What the first screens show of what the game loads on use. */
const drawnParts = /(?:\/(?:common|hero)\.json|\/HeroMail\.tsx)$/;

/** Leaves out all other code that the game loads on use, which is most of it: nothing of it is drawn here. */
const leaveForLater: Plugin = {
  name: 'mikiwame-leave-for-later',
  resolveDynamicImport(specifier) {
    if (typeof specifier !== 'string' || drawnParts.test(specifier)) return undefined;
    return { id: specifier, external: true };
  },
};

const neededNext = {
  inbox: (language: string) => [`/src/i18n/${language}/common.json`],
  start: (language: string) => [
    `/src/i18n/${language}/common.json`,
    `/src/i18n/${language}/hero.json`,
    '/src/app/start/HeroMail.tsx',
  ],
} as const;

/** The files that each screen needs after the first script. */
function aheadIn(bundle: Bundle): NonNullable<InPage['ahead']> {
  const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [output] : []));
  const filesOf = (module: string): readonly string[] => {
    const chunk = chunks.find(
      ({ isEntry, moduleIds }) => !isEntry && moduleIds.some((id) => id.endsWith(module)),
    );
    return chunk === undefined ? [] : [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])];
  };
  return Object.fromEntries(
    Object.entries(neededNext).flatMap(([screen, modules]) =>
      languages.map((language) => [`${screen}/${language}`, modules(language).flatMap(filesOf)]),
    ),
  );
}

interface Additions {
  /** The code that draws them. */
  readonly script: string;
  /** HTML by the id of its template. */
  readonly templates: ReadonlyMap<string, string>;
  /** What the script reads, as JSON that can stand in a page. */
  readonly inPage: string;
}

/**
 * The page with all that draws its first screen. Its script is in it, since a file of its own would come one request later; the policy
 * allows exactly this one. Function replacers, because `$` in a replacement string is special.
 */
function pageWith(html: string, { script, templates, inPage }: Additions): string {
  if (/<\/script|<!--/i.test(script)) throw new Error('src/app/first/boot.ts cannot stand in a page');
  const code = script.trim();
  const end = [
    ...[...templates].map(([id, frame]) => `<template id="${id}">${frame}</template>`),
    `<script type="application/json" id="${inPageElement}">${inPage}</script>`,
    '</body>',
  ].join('\n    ');
  return html
    .replace("script-src 'self'", (own) => `${own} ${policyHash(code)}`)
    .replace('</title>', (title) => `${title}\n    <script>${code}</script>`)
    .replace('</body>', () => end);
}
