/** The packs of this page. */
import { digests } from 'virtual:content-digests';
import { bundledSource } from './bundled.ts';
import { serverSource } from './server.ts';
import { checkedBy, type PackSource } from './source.ts';

/** The packs that came with the page, otherwise those beside it on its server. */
export function pageSource(): PackSource {
  const { mikiwameContent: bundle, mikiwameDigests = {} } = globalThis;
  return bundle === undefined
    ? serverSource(checkedBy(digests))
    : bundledSource(bundle, checkedBy(mikiwameDigests));
}
