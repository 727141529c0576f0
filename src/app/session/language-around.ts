/** The language of the pages around the frame. */
import { languageOf } from '../../core/scenario/format/language-tag.ts';
import type { Language } from '../../i18n/language.ts';

/**
 * The language of the parent window's page, else of the topmost one's, if it is one of ours: most LMSs name no language to content but
 * write their own pages in the learner's. Undefined if neither names one, or if they belong to another origin and throw.
 */
export function languageAround(page: {
  readonly parent?: unknown;
  readonly top?: unknown;
}): Language | undefined {
  for (const window of [page.parent, page.top]) {
    if (window === page) continue;
    try {
      const tag = ['document', 'documentElement', 'lang'].reduce(
        // No instanceof: objects of another window have another Object.
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
