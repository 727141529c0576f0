import type { Localized } from '../../scenario/format/text.ts';
import { nearest } from '../../scenario/read/nearest.ts';

/** Says that an id is not in the list of that name, and which one was probably meant. */
export function unknownId(id: string, known: readonly string[], list: string): Localized {
  const meant = nearest(id, known);
  const hint: Localized =
    meant === undefined
      ? {
          ja: `"${list}" に書き加えるか、id を直してください。`,
          en: `Add it to "${list}" or correct the id.`,
        }
      : { ja: `「${meant}」の間違いではありませんか。`, en: `Did you mean “${meant}”?` };
  return {
    ja: `「${id}」が "${list}" にありません。${hint.ja}`,
    en: `“${id}” is not in "${list}". ${hint.en}`,
  };
}
