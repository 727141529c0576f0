/** Lists the licences of all packages in package-lock.json. Fails if one is not a known open licence, or if a shipped one requires more than a notice. */
import { readFileSync } from 'node:fs';

/** Licences that require at most a notice. The texts in a build are also checked, see src/build/notices-plugin.ts. */
const shipped = new Set(['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);

/** For build and test tools, which are not shipped. */
const tools = new Set([
  ...shipped,
  'BlueOak-1.0.0',
  'MPL-2.0',
  'CC0-1.0',
  'CC-BY-4.0',
  '(MIT AND BSD)',
  // A choice of two licences; we use MIT.
  '(MIT OR EUPL-1.1+)',
]);

/** `name@version` of packages without the field, and the licence in their files. */
const written = new Map([['format@0.2.2', 'MIT']]);

/** How many packages each licence has, and the packages whose licence is not allowed, from the text of a lock file. */
export function licencesIn(lock) {
  const counts = new Map();
  const refused = [];
  for (const [place, { version, license, dev = false }] of Object.entries(JSON.parse(lock).packages)) {
    if (place === '') continue;
    const name = `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`;
    const licence = license ?? written.get(name) ?? 'none';
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
    if (!(dev ? tools : shipped).has(licence)) refused.push(`${name}: ${licence}`);
  }
  return { counts, refused };
}

if (process.argv[1]?.endsWith('licences.mjs')) {
  const { counts, refused } = licencesIn(
    readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
  );
  for (const one of refused) console.log(`not allowed: ${one}`);
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one);
  console.log(sorted.map(([licence, count]) => `${licence} ${count}`).join(', '));
  process.exitCode = refused.length === 0 ? 0 : 1;
}
