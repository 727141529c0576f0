/** Applies the fixes of problems to their files. */
import { readFile } from 'node:fs/promises';
import { putIn } from '../build/output-file.ts';
import { replaced } from '../core/draft/change-text.ts';
import { fixReplacement } from '../core/draft/fix.ts';
import type { Problem } from '../core/scenario/read/problem.ts';

/** A file that was mended, and how many problems. */
export interface FixedFile {
  readonly file: string;
  readonly count: number;
}

/** Mends what has one right answer. Each file is written once, and only if something in it changed. */
export async function fixFiles(problems: readonly Problem[]): Promise<readonly FixedFile[]> {
  const fixed: FixedFile[] = [];
  for (const file of new Set(problems.flatMap(({ file: name, fix }) => (fix === undefined ? [] : [name])))) {
    const before = await readFile(file, 'utf8');
    const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
    let text = before.slice(mark.length);
    let count = 0;
    for (const { file: name, fix } of problems) {
      const replacement = name === file && fix !== undefined ? fixReplacement(text, fix) : undefined;
      if (replacement === undefined) continue;
      text = replaced(text, replacement);
      count += 1;
    }
    if (count === 0) continue;
    await putIn(file, Buffer.from(mark + text));
    fixed.push({ file, count });
  }
  return fixed;
}
