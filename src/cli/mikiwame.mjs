#!/usr/bin/env node
/** npx mikiwame: in a checkout it runs the source, in a packed file the bundled command line. */
import { existsSync } from 'node:fs';

const source = new URL('main.ts', import.meta.url);
if (existsSync(source)) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(source.href);
} else await import(new URL('bundled/main.js', import.meta.url).href);
