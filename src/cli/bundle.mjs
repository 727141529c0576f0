/** npm pack: bundles the command line into a folder, so that the packed file needs no other package to run it. */
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { root } from './install.mjs';

/** Only a build of the game needs these; a packed file contains the built game. */
const external = ['vite', '@vitejs/plugin-react', '@gfx/zopfli', '@cyclonedx/cyclonedx-library'];

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external },
  build: {
    ssr: join(root, 'src/cli/main.ts'),
    outDir: resolve(process.argv[2] ?? join(root, 'src/cli/bundled')),
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
});
