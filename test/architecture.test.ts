import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IModule } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Who may import whom, and which packages; every folder of src/ has its line. */
const mayImport = {
  'core/url': { folders: [], packages: [] },
  'core/scenario': { folders: ['core/url'], packages: ['zod', 'jsonc-parser'] },
  'core/email': { folders: ['core/url', 'core/scenario'], packages: ['tldts'] },
  'core/names': { folders: ['core/url', 'core/email'], packages: [] },
  'core/eml': {
    folders: ['core/url', 'core/scenario', 'core/email', 'core/names'],
    packages: ['parse5', 'postal-mime', 'encoding-japanese'],
  },
  'core/propose': { folders: ['core/url', 'core/scenario', 'core/email'], packages: ['zod'] },
  'core/engine': { folders: ['core/scenario'], packages: [] },
  'core/round': { folders: ['core/scenario', 'core/engine'], packages: ['zod'] },
  'core/record': { folders: ['core/scenario', 'core/engine', 'core/round'], packages: ['zod', 'ts-fsrs'] },
  'core/lint': {
    folders: ['core/url', 'core/scenario', 'core/email', 'core/names', 'core/engine'],
    packages: ['zod', '@rgrove/parse-xml'],
  },
  'core/draft': {
    folders: ['core/scenario', 'core/lint', 'core/record/csv.ts'],
    packages: ['jsonc-parser', '@rgrove/parse-xml'],
  },
  'core/packaging': { folders: ['core/scenario'], packages: ['fflate'] },
  loading: { folders: [], packages: [] },
  i18n: { folders: ['core/scenario', 'loading'], packages: ['i18next', 'react'] },
  ui: { folders: ['i18n', 'loading'], packages: ['react', 'framer-motion'] },
  inbox: {
    folders: ['core/url', 'core/scenario', 'core/email', 'ui', 'i18n'],
    packages: ['react', 'qrcode-generator'],
  },
  explain: {
    folders: ['core/scenario', 'core/engine', 'core/round', 'inbox', 'ui', 'i18n'],
    packages: ['react'],
  },
  results: {
    folders: [
      'core/scenario',
      'core/engine',
      'core/round',
      'core/record',
      'inbox/message/Avatar.tsx',
      'inbox/message/QrModules.tsx',
      'explain',
      'loading',
      'ui',
      'i18n',
    ],
    packages: ['react', 'postal-mime'],
  },
  drill: {
    folders: ['core/scenario', 'core/engine', 'explain', 'ui', 'i18n'],
    packages: ['react'],
  },
  play: {
    folders: [
      'core/scenario',
      'core/engine',
      'core/round',
      'core/record',
      'inbox',
      'explain',
      'results',
      'ui',
      'i18n',
    ],
    packages: ['react', 'zustand'],
  },
  studio: {
    folders: [
      'core/scenario',
      'core/email',
      'core/eml',
      'core/names',
      'core/propose',
      'core/engine',
      'core/round',
      'core/lint',
      'core/draft',
      'core/packaging',
      'inbox',
      'explain',
      'packs',
      'device',
      'build',
      'loading',
      'ui',
      'i18n',
    ],
    packages: ['react', 'zustand', 'idb', 'jsonc-parser', 'zod'],
  },
  packs: {
    folders: ['core/scenario', 'core/lint', 'core/packaging', 'inbox/directory/world-source.ts', 'loading'],
    packages: [],
  },
  device: {
    folders: ['core/scenario', 'core/engine', 'core/record', 'loading', 'i18n', 'inbox/skin.ts'],
    packages: ['react', 'idb'],
  },
  lms: { folders: ['core/scenario', 'core/engine', 'core/record'], packages: [] },
  app: {
    folders: [
      'core/scenario',
      'core/email',
      'core/engine',
      'core/round',
      'core/lint',
      'core/record',
      'core/packaging',
      'i18n',
      'loading',
      'ui',
      'inbox',
      'explain',
      'play',
      'drill',
      'results',
      'studio',
      'packs',
      'device',
      'lms',
    ],
    packages: ['react', 'react-dom'],
  },
  // Runs beside the page, in a script of its own.
  worker: { folders: ['core/scenario/read/from-outside.ts', 'lms/reload-message.ts'], packages: [] },
  // The build and the browser must agree on the digest of a file and on what a package says of itself.
  build: {
    folders: [
      'core/scenario',
      'core/lint',
      'core/packaging',
      'app/first',
      'inbox/inbox-head.ts',
      'lms/reload-message.ts',
      'worker/release.ts',
    ],
    packages: ['node', 'zod', 'vite', '@vitejs/plugin-react', '@gfx/zopfli', '@cyclonedx/cyclonedx-library'],
  },
  cli: {
    folders: [
      'core/scenario',
      'core/email',
      'core/eml',
      'core/propose',
      'core/engine',
      'core/round',
      'core/lint',
      'core/draft',
      'core/packaging',
      'build',
    ],
    packages: ['node', 'zod', 'send', 'vite', 'tsx'],
  },
} as const satisfies Readonly<Record<string, Allowance>>;

interface Allowance {
  /** Folders, or single files, below src/. */
  readonly folders: readonly string[];
  /** Package names; `node` stands for Node itself. */
  readonly packages: readonly string[];
}

/** What must not be among the code that loads before the first message can be played. */
const heavyPackages = [
  'postal-mime',
  'parse5',
  'encoding-japanese',
  'zod',
  'tldts',
  'jsonc-parser',
  'qrcode-generator',
  '@rgrove/parse-xml',
  'fflate',
];

const root = join(import.meta.dirname, '..');
let modules: readonly IModule[] = [];

beforeAll(async () => {
  modules = await modulesOf(root);
}, 60_000);

describe('the imports of src', () => {
  it('were all found and resolved', () => {
    expect(modules.length).toBeGreaterThan(80);
    const unresolved = dependenciesOf(modules).filter(
      ({ to, found }) => !found && !to.startsWith('virtual:'),
    );
    expect(unresolved).toEqual([]);
  });

  it('follow the table of who may import whom', () => {
    expect(violationsOf(modules)).toEqual([]);
  });

  it('form no cycle', () => {
    const circular = dependenciesOf(modules).filter(({ inCycle }) => inCycle);
    expect(circular.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('name the file they come from: there are no index files', () => {
    expect(modules.filter(({ source }) => /\/index\.[jt]sx?$/.test(source))).toEqual([]);
  });
});

describe('CONTRIBUTING', () => {
  it('shows the same table of who may import whom', () => {
    const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const shown = page
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
      .flatMap(([, folder = '', folders = '', packages = '']) =>
        Object.hasOwn(mayImport, folder) ? [[folder, folders, packages]] : [],
      );
    const list = (names: readonly string[]): string => (names.length === 0 ? '–' : names.join(', '));
    const held = Object.entries<Allowance>(mayImport).map(([folder, { folders, packages }]) => [
      folder,
      list(folders),
      list(packages),
    ]);
    expect(shown).toEqual(held);
  });
});

describe('the core', () => {
  it('holds exactly its twelve folders and no loose file', () => {
    expect(readdirSync(join(root, 'src/core')).toSorted()).toEqual(
      [
        'draft',
        'email',
        'eml',
        'engine',
        'lint',
        'names',
        'packaging',
        'propose',
        'record',
        'round',
        'scenario',
        'url',
        'tsconfig.json',
      ].toSorted(),
    );
  });

  it('uses neither the clock nor random numbers', () => {
    const asking = modules.filter(
      ({ source }) =>
        source.startsWith('src/core/') &&
        /new Date\(\)|\bDate\.now\b|\bMath\.random\b/.test(readFileSync(join(root, source), 'utf8')),
    );
    expect(asking.map(({ source }) => source)).toEqual([]);
  });
});

describe('the style sheets', () => {
  it('never style the same class in two files', () => {
    const sheets = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .map((file) => ({ file, classes: lookedAfterIn(readFileSync(join(root, 'src', file), 'utf8')) }));
    expect(sheets.length).toBeGreaterThan(5);
    const twice = sheets.flatMap(({ file, classes }, index) =>
      sheets
        .slice(index + 1)
        .flatMap((other) =>
          [...classes]
            .filter((name) => other.classes.has(name))
            .map((name) => `${name}: ${file}, ${other.file}`),
        ),
    );
    expect(twice).toEqual([]);
  });
});

describe('the code that loads before play', () => {
  it.each(heavyPackages)('never reaches %s but by a dynamic import', (name) => {
    expect(wayTo(name, 'src/app/main.tsx', modules)).toBeUndefined();
  });

  it('is followed far enough to prove that', () => {
    expect(wayTo('react', 'src/app/main.tsx', modules)).toBeDefined();
    expect(wayTo('zod', 'src/core/lint/parse.ts', modules)).toBeDefined();
  });
});

describe('a planted violation', () => {
  const planted = mkdtempSync(join(tmpdir(), 'mikiwame-architecture-'));
  afterAll(() => rmSync(planted, { recursive: true }));

  it('is found in a type, in a value, in a folder without a row, and in a package', async () => {
    const files = {
      'src/core/engine/assess.ts':
        "import type { Draft } from '../../studio/draft.ts';\nexport type A = Draft;\n",
      'src/studio/draft.ts': "import { play } from '../play/play.ts';\nexport type Draft = typeof play;\n",
      'src/play/play.ts': "import { readFileSync } from 'node:fs';\nexport const play = readFileSync;\n",
      'src/utils/helper.ts': "import { play } from '../play/play.ts';\nexport const helper = play;\n",
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(planted, path)), { recursive: true });
      writeFileSync(join(planted, path), text);
    }
    expect([...violationsOf(await modulesOf(planted))].toSorted()).toEqual([
      'src/core/engine/assess.ts may not import src/studio/draft.ts',
      'src/play/play.ts may not import node',
      'src/studio/draft.ts may not import src/play/play.ts',
      'src/utils/helper.ts stands in no folder of the table',
    ]);
  }, 30_000);
});

// ------------------------------------------------------------------------------------------------ finding out

async function modulesOf(folder: string): Promise<readonly IModule[]> {
  const { output } = await cruise(['src'], {
    baseDir: folder,
    // Imports of types count as well: they tie two folders together just the same.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with a text: ${output}`);
  return output.modules.filter(({ source }) => source.startsWith('src/'));
}

interface Dependency {
  readonly from: string;
  /** A path from the root of the project, the name of a package, or `node`. */
  readonly to: string;
  readonly found: boolean;
  readonly inCycle: boolean;
  /** Whether the importing file cannot run before it is there. */
  readonly isStatic: boolean;
}

function dependenciesOf(all: readonly IModule[]): readonly Dependency[] {
  return all.flatMap(({ source, dependencies }) =>
    dependencies.map(
      ({ module, resolved, couldNotResolve, circular, coreModule, dynamic, dependencyTypes }) => ({
        from: source,
        to: coreModule ? 'node' : resolved.startsWith('src/') ? resolved : packageOf(module),
        found: !couldNotResolve,
        inCycle: circular,
        isStatic: !dynamic && !dependencyTypes.includes('type-only'),
      }),
    ),
  );
}

/** `zod` of `zod/v4`, `@scope/name` of `@scope/name/deep`. */
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

function violationsOf(all: readonly IModule[]): readonly string[] {
  const homeless = all.filter(({ source }) => isCode(source) && lineOf(source) === undefined);
  const forbidden = dependenciesOf(all).filter(({ from, to }) => {
    const line = lineOf(from);
    return line !== undefined && !isAllowed(line, to);
  });
  return [
    ...homeless.map(({ source }) => `${source} stands in no folder of the table`),
    ...forbidden.map(({ from, to }) => `${from} may not import ${to}`),
  ];
}

function isAllowed([folder, { folders, packages }]: readonly [string, Allowance], to: string): boolean {
  if (to.startsWith('virtual:')) return folder === 'packs';
  if (!to.startsWith('src/')) return packages.includes(to);
  return [folder, ...folders].some((allowed) => to === `src/${allowed}` || to.startsWith(`src/${allowed}/`));
}

function lineOf(source: string): readonly [string, Allowance] | undefined {
  return Object.entries<Allowance>(mayImport).find(([folder]) => source.startsWith(`src/${folder}/`));
}

/** The classes a style sheet styles by their bare name; what it does to them within `@media` or `@container` is no look of its own. */
function lookedAfterIn(css: string): ReadonlySet<string> {
  const rules = [...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/^(\.[^{}@]*?)\s*\{/gm)];
  const selectors = rules.flatMap(([, list = '']) => list.split(','));
  return new Set(selectors.map((selector) => selector.trim()).filter((one) => /^\.[\w-]+$/.test(one)));
}

const isCode = (source: string): boolean => /\.(m?[jt]s|tsx)$/.test(source);

/** The imports by which a file needs a package before it can run, or undefined if it does not. */
function wayTo(name: string, start: string, all: readonly IModule[]): readonly string[] | undefined {
  const needed = dependenciesOf(all).filter(({ isStatic }) => isStatic);
  const seen = new Set([start]);
  let ways: readonly (readonly string[])[] = [[start]];
  while (ways.length > 0) {
    ways = ways.flatMap((way) =>
      needed.flatMap(({ from, to }) => {
        if (from !== way.at(-1) || seen.has(to)) return [];
        seen.add(to);
        return [[...way, to]];
      }),
    );
    const found = ways.find((way) => way.at(-1) === name);
    if (found !== undefined) return found;
  }
  return undefined;
}
