import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kind, makePackage } from '../../src/cli/commands/package.ts';

/** Bytes of the packages that `npm run package` makes: with the first pack alone, and without options (all packs, both languages). */
export async function packageSizes(
  root: string,
): Promise<{ readonly first: number; readonly zip: number; readonly html: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'mikiwame-bench-'));
  const sizeOf = async (kind: Kind, packs?: readonly string[]): Promise<number> => {
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
    const zips = [await sizeOf('scorm12'), await sizeOf('scorm2004')];
    return {
      first: await sizeOf('scorm12', ['first-day']),
      zip: Math.max(...zips),
      html: await sizeOf('html'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
