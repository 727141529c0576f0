import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { packagesOf } from '../../src/build/notices-plugin.ts';
import { sbomOf } from '../../src/build/sbom.ts';

const root = join(import.meta.dirname, '../..');
const place = mkdtempSync(join(tmpdir(), 'mikiwame-sbom-'));
afterAll(() => rmSync(place, { recursive: true }));

const packages = packagesOf(
  ['zustand/esm/vanilla.mjs', 'tldts/dist/es6/index.js', 'postal-mime/src/postal-mime.js'].map((path) =>
    join(root, 'node_modules', path),
  ),
);

describe('the bill of materials', () => {
  it('fits the schema of CycloneDX 1.6', () => {
    const schemas = join(
      dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')),
      'res/schema',
    );
    const schema = (name: string): object =>
      JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8'));
    // Formats are those of addresses and dates; the bill has only addresses that the registry names.
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const name of ['spdx', 'jsf-0.82']) {
      ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    }
    const isValid = ajv.validate(schema('bom-1.6'), JSON.parse(sbomOf(packages, root)));
    expect(ajv.errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
  });

  it('names each package with its licence, its address in the registry and the digest of the lock file', () => {
    const { components, dependencies, metadata } = JSON.parse(sbomOf(packages, root));
    const { version, integrity } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages[
      'node_modules/postal-mime'
    ];
    expect(components).toHaveLength(3);
    expect(components).toContainEqual({
      type: 'library',
      name: 'postal-mime',
      version,
      'bom-ref': `pkg:npm/postal-mime@${version}`,
      purl: `pkg:npm/postal-mime@${version}`,
      licenses: [{ license: { id: 'MIT-0' } }],
      hashes: [
        { alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') },
      ],
    });
    expect(metadata.component).toMatchObject({ name: 'mikiwame', type: 'application' });
    expect(dependencies).toContainEqual({
      ref: 'mikiwame',
      dependsOn: components.map((component: { 'bom-ref': string }) => component['bom-ref']),
    });
  });

  it('is the same text each time', () => {
    expect(sbomOf(packages, root)).toBe(sbomOf(packages.toReversed(), root));
  });

  it('separates the scope of a package from its name', () => {
    const folder = join(place, 'node_modules/@scope/part');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"name":"@scope/part","version":"1.0.0","license":"MIT"}');
    const [component] = JSON.parse(sbomOf(packagesOf([join(folder, 'index.js')]), root)).components;
    expect(component).toMatchObject({
      group: '@scope',
      name: 'part',
      purl: 'pkg:npm/%40scope/part@1.0.0',
    });
    expect(component).not.toHaveProperty('hashes');
  });
});
