import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outputFile, putIn } from '../../src/build/output-file.ts';
import { deflated, zipOf } from '../../src/core/packaging/zip.ts';

let place = '';
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'mikiwame output ')));
});
afterEach(() => rmSync(place, { recursive: true }));

const at = (name: string): string => join(place, name);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function write(target: string, content: Uint8Array): Promise<void> {
  const output = await outputFile(at(target), []);
  if (!output.ok) throw new Error(output.reason.en);
  await putIn(output.path, content);
}

async function refusal(target: string): Promise<string> {
  const output = await outputFile(target, []);
  if (output.ok) throw new Error('taken');
  expect(output.reason.ja).toMatch(/[ぁ-ん]/);
  return output.reason.en;
}

const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipOf(new Map(Object.entries(files).map(([name, text]) => [name, deflated(bytes(text))])));

const aPackage = (manifest: string): Uint8Array =>
  zipped({
    'content.js': 'globalThis.mikiwameContent={}',
    'game.js': 'play()',
    'imsmanifest.xml': manifest,
  });

describe('an output file', () => {
  it('may be new, or a package that an earlier run wrote', async () => {
    const scorm = aPackage('<manifest identifier="mikiwame-office" version="1.0">');
    const page = bytes('<!doctype html><script type="text/plain" id="mikiwame-content">H4sI</script>');
    const cmi5 = zipped({
      'content.js': '',
      'game.js': '',
      'cmi5.xml': '<course id="https://mikiwame.example/courses/mikiwame">',
    });
    for (const content of [scorm, page, cmi5, scorm]) {
      await write('deep/down/package', content);
      expect(readFileSync(at('deep/down/package')).equals(content)).toBe(true);
    }
    expect(readdirSync(at('deep/down'))).toEqual(['package']);
  });

  it('is never a file that another program wrote', async () => {
    const others = {
      'thesis.docx': bytes('PK\u0003\u0004 not a zip of ours'),
      'empty.zip': bytes(''),
      'other.zip': zipped({ 'game.js': '' }),
      'course.zip': aPackage('<manifest identifier="another-game" version="1.0">'),
      'page.html': bytes('<!doctype html><title>mikiwame</title>'),
    };
    for (const [name, content] of Object.entries(others)) {
      writeFileSync(at(name), content);
      expect(await refusal(at(name))).toContain(name);
      symlinkSync(at(name), at(`link-${name}`));
      expect(await refusal(at(`link-${name}`))).toContain(name);
    }
  });

  it('is never a folder, a path below a file, a device or a broken link', async () => {
    mkdirSync(at('folder'));
    writeFileSync(at('file'), '');
    symlinkSync(at('nowhere'), at('dangling'));
    expect(await refusal(at('folder'))).toContain('folder');
    expect(await refusal(at('new/'))).toContain('new');
    expect(await refusal(at('file/package.zip'))).toContain('file');
    expect(await refusal(at('dangling'))).toContain('dangling');
    expect(await refusal('/dev/null')).toContain('/dev/null');
    expect(await refusal('')).toContain(process.cwd());
    expect(existsSync(at('new'))).toBe(false);
  });
});
