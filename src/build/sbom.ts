/** A software bill of materials in CycloneDX: the packages with code in the shipped files, with version and licence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { z } from 'zod';
import type { BundledPackage } from './notices-plugin.ts';

export const sbomFile = 'sbom.cdx.json';

/** Without a time and a serial number, so that the same code gives the same bytes. `root` is the folder of package-lock.json. */
export function sbomOf(packages: readonly BundledPackage[], root: string): string {
  const { name, version, license } = own.parse(jsonIn(root, 'package.json'));
  const game = new Models.Component(Enums.ComponentType.Application, name, {
    bomRef: name,
    version,
    licenses: licencesOf(license),
  });
  const digests = digestsIn(root);
  const libraries = packages.map((one) => library(one, digests));
  for (const { bomRef } of libraries) game.dependencies.add(bomRef);
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: game }),
    components: new Models.ComponentRepository(libraries),
  });
  const normal = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(normal).serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function library({ name, version, licence }: BundledPackage, digests: Digests): Models.Component {
  const [bare = '', group] = name.split('/').toReversed();
  const purl = `pkg:npm/${group === undefined ? '' : `${encodeURIComponent(group)}/`}${bare}@${version}`;
  const digest = digests.get(`${name}@${version}`);
  return new Models.Component(Enums.ComponentType.Library, bare, {
    bomRef: purl,
    ...(group !== undefined && { group }),
    version,
    purl,
    licenses: licencesOf(licence),
    ...(digest !== undefined && {
      hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], digest]]),
    }),
  });
}

const licencesOf = (licence: string): Models.LicenseRepository =>
  new Models.LicenseRepository([new Models.SpdxLicense(licence)]);

/** `name@version` of each package that is installed → SHA-512 of its archive in the registry, in hexadecimal. */
type Digests = ReadonlyMap<string, string>;

function digestsIn(root: string): Digests {
  const { packages } = lock.parse(jsonIn(root, 'package-lock.json'));
  return new Map(
    Object.entries(packages).flatMap(([place, { version, integrity }]) => {
      const [, name] = /.*node_modules\/(.+)$/.exec(place) ?? [];
      const [, digest] = /^sha512-(\S+)$/.exec(integrity ?? '') ?? [];
      return name === undefined || digest === undefined
        ? []
        : [[`${name}@${version}`, Buffer.from(digest, 'base64').toString('hex')] as const];
    }),
  );
}

const own = z.object({ name: z.string(), version: z.string(), license: z.string() });

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().exactOptional(), integrity: z.string().exactOptional() }),
  ),
});

const jsonIn = (root: string, file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
