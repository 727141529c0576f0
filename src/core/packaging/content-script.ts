/** The content of a package as a script: a package may run where nothing can be fetched. */
import { base64Of } from './gzip.ts';
import { digest } from './digest.ts';

/** The files of a package's content, by path relative to content/. */
export interface PackageContent {
  readonly texts: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** The digests of the files that are parsed before they are played: the game need not check these texts again. */
export function digestsOf(texts: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const played =
    /^(index\.json|world\/world\.json|packs\/[^/]+\/((pack|world)\.json|(scenarios|drills|lessons)\/.*))$/;
  return Object.fromEntries(
    [...texts]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([path, text]) => (played.test(path) ? [[path, digest(text)]] : [])),
  );
}

/** The script that gives the game its content. With `hasPictures`, pictures are in it too, as `data:` addresses. */
export function contentScript({ texts, pictures }: PackageContent, hasPictures: boolean): string {
  const files = [
    ...texts,
    ...(hasPictures ? [...pictures].map(([path, bytes]) => [path, dataUrl(path, bytes)] as const) : []),
  ].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const fields = files.map(([name, text]) => `${quoted(name)}:${quoted(text)}`).join(',');
  return `globalThis.mikiwameContent={${fields}};globalThis.mikiwameDigests=${JSON.stringify(digestsOf(texts))};`;
}

/** A JavaScript string in single quotes: shorter for JSON, which is full of double quotes. */
const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const types: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg' };

function dataUrl(path: string, bytes: Uint8Array): string {
  const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return `data:${type};base64,${base64Of(bytes)}`;
}
