import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What `npm pack` puts into its file, but for the game, which other tests build. No package is installed beside it. */
const folder = mkdtempSync(join(tmpdir(), 'mikiwame-packed-'));
const { files, bin }: { readonly files: readonly string[]; readonly bin: { readonly mikiwame: string } } =
  JSON.parse(readFileSync('package.json', 'utf8'));

beforeAll(() => {
  const bundled = spawnSync(process.execPath, ['src/cli/bundle.mjs', join(folder, 'src/cli/bundled')]);
  if (bundled.status !== 0) throw new Error(bundled.stderr.toString());
  for (const file of [...files, 'package.json']) {
    if (existsSync(file) && !file.startsWith('dist')) cpSync(file, join(folder, file), { recursive: true });
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const ran = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(folder, bin.mikiwame), ...args], { cwd: folder, encoding: 'utf8' });

describe('the packed command line', () => {
  it('has in its list what it starts with', () => {
    expect(files).toContain(bin.mikiwame);
    expect(files).toEqual(expect.arrayContaining(['src/cli/bundled/', 'dist/']));
  });

  it('makes and checks a pack without any package beside it', () => {
    expect(ran('new', 'pack', 'mine')).toMatchObject({ status: 0, stderr: '' });
    expect(ran('lint', 'content')).toMatchObject({ status: 0, stdout: expect.stringContaining('0 errors') });
  });

  it('imports a mail and proposes for it', () => {
    mkdirSync(join(folder, 'mails'));
    const mail =
      'From: "support@kamome.example" <a@example.net>\nTo: you@example.com\nSubject: Urgent\n\nAnswer within 24 hours.\n';
    writeFileSync(join(folder, 'mails', 'one.eml'), mail);
    expect(ran('import', 'mails/one.eml', '--out', 'draft')).toMatchObject({ status: 0 });
    const proposed = ran('propose', 'draft/draft.json');
    expect(proposed).toMatchObject({ status: 0, stdout: expect.stringContaining('sender-address') });
  });

  it('says which commands need a checkout', () => {
    const { status, stderr } = ran('package', 'html');
    expect(status).toBe(2);
    expect(stderr).toContain('checkout');
    expect(stderr).toContain('リポジトリ');
  });
});
