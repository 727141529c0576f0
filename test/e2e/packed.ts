/** Packages as an LMS unpacks them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type Kind, makePackage, type PackageOptions } from '../../src/cli/commands/package.ts';

const root = join(import.meta.dirname, '../..');

/** Name → bytes of each file; a single-file package has one. */
export async function packed(
  kind: Exclude<Kind, 'site'>,
  change: Partial<PackageOptions> = {},
): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'mikiwame-package-'));
  try {
    const { file } = await makePackage(
      {
        kind,
        packs: ['sakura-2019'],
        round: { mode: 'training', length: 2, seed: 'lms', passMark: 50, reason: false },
        language: 'en',
        title: undefined,
        out: join(folder, 'package'),
        keepOpen: false,
        hosts: [],
        lrs: undefined,
        ...change,
      },
      root,
      () => undefined,
    );
    const bytes = new Uint8Array(readFileSync(file));
    return kind === 'html' ? new Map([['index.html', bytes]]) : new Map(Object.entries(unzipSync(bytes)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
