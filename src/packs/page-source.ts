/** The packs of this page. */
import { digests } from 'virtual:content-digests';
import { bundledSource } from './bundled.ts';
import { serverSource } from './server.ts';
import { checkedBy, type PackSource } from './source.ts';

/** The packs that came with the page, otherwise those beside it on its server. */
export function pageSource(): PackSource {
  const isChecked = checkedBy(digests);
  const { mikiwameContent: bundle } = globalThis;
  return bundle === undefined ? serverSource(isChecked) : bundledSource(bundle, isChecked);
}
