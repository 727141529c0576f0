/** npm start: installs, builds and serves the game, then prints its address. */
import { install, root, run } from './install.mjs';
import { tool } from './tool.mjs';

install();
console.log('Building… / 組み立てています…');
run('vite build', tool(root, 'vite'), ['build', '--logLevel', 'warn']);
const { serve } = await import('./serve.mjs');
const { address } = await serve({ folder: `${root}dist`, port: Number(process.env.PORT ?? 4173) });
console.log(`\n  Mikiwame 見極め\n  → ${address}\n\n  Ctrl+C stops it. / Ctrl+C で終了します。\n`);
