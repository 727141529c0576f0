/** Serves dist/ on the port given, for tests and for a look at a build: node src/cli/serve-once.mjs 4173 */
import { root } from './install.mjs';
import { serve } from './serve.mjs';

const { address } = await serve({ folder: `${root}/dist`, port: Number(process.argv[2] ?? 4173) });
console.log(address);
