import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kind, makePackage, type PackageOptions } from '../../src/cli/commands/package.ts';

/** Bytes of the packages that `npm run package` makes in both languages: zips with the first pack, the usual ones and all; one file with the usual. */
export async function packageSizes(root: string): Promise<{
  readonly first: number;
  readonly usual: number;
  readonly zip: number;
  readonly html: number;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'mikiwame-bench-'));
  const sizeOf = async (kind: Kind, packs: PackageOptions['packs']): Promise<number> => {
    const { file } = await makePackage(
      {
        kind,
        packs,
        round: undefined,
        language: 'both',
        title: undefined,
        out: join(folder, kind),
        keepOpen: false,
        hosts: [],
        lrs: undefined,
      },
      root,
      () => undefined,
    );
    return statSync(file).size;
  };
  try {
    const zips = [await sizeOf('scorm12', 'all'), await sizeOf('scorm2004', 'all')];
    return {
      first: await sizeOf('scorm12', ['first-day']),
      usual: await sizeOf('scorm12', undefined),
      zip: Math.max(...zips),
      html: await sizeOf('html', undefined),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
