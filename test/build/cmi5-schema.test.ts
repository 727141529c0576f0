import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { cmi5Structure, type Course } from '../../src/core/packaging/manifests.ts';

const schema = readFileSync(join(import.meta.dirname, '../fixtures/cmi5/CourseStructure.xsd'), 'utf8');

const course: Course = {
  id: 'mikiwame-office',
  title: { ja: '見極め <入門> & 「演習」', en: 'Mikiwame "first" & more' },
  languages: ['ja', 'en'],
  passMark: 66.67,
  files: ['index.html'],
  page: 'index.html',
};

const complaints = async (contents: string): Promise<readonly string[]> => {
  const { errors } = await validateXML({ xml: [{ fileName: 'cmi5.xml', contents }], schema: [schema] });
  return errors.map(({ message }) => message);
};

describe('cmi5.xml beside the schema of the specification', () => {
  it.each([
    ['with a pass mark', course],
    ['without one', { ...course, passMark: undefined }],
    ['in one language', { ...course, languages: ['en'] }],
  ] as const)('is valid %s', async (_, given) => {
    expect(await complaints(cmi5Structure(given))).toEqual([]);
  });

  it('is refused if it is not valid', async () => {
    const wrong = cmi5Structure(course).replace('CompletedAndPassed', 'Sometimes');
    expect((await complaints(wrong)).join(' ')).toContain('moveOn');
  });
});
