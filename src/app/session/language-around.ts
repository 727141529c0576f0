/** In which language the page around a frame is, where it may be read. */
import { languageOf } from '../../core/scenario/format/language-tag.ts';
import type { Language } from '../../i18n/language.ts';

/**
 * That of the nearest window above whose page names one of ours; most LMSs hand content no language, but write their own pages in
 * the learner's. Undefined where there is none, or where the pages belong to another origin, which throws at every touch.
 */
export function languageAround(page: {
  readonly parent?: unknown;
  readonly top?: unknown;
}): Language | undefined {
  for (const window of [page.parent, page.top]) {
    if (window === page) continue;
    try {
      const tag = ['document', 'documentElement', 'lang'].reduce(
        // Not by instanceof: what another window holds is no Object of this one.
        (owner: unknown, name) =>
          typeof owner === 'object' && owner !== null ? Reflect.get(owner, name) : undefined,
        window,
      );
      const language = languageOf(tag);
      if (language !== undefined) return language;
    } catch {
      continue;
    }
  }
  return undefined;
}
