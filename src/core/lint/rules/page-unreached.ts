import type { Rule } from '../rule.ts';

/** A page that no link leads to is never seen. */
export const pageUnreached: Rule = {
  name: 'page-unreached',
  severity: 'warning',
  summary: {
    ja: 'どのリンクからも行けないページ',
    en: 'A page no link leads to',
  },
  scope: 'message',
  check: ({ links = [], pages = [] }, path) => {
    const reached = new Set([...links.map(({ page }) => page), ...pages.map(({ next }) => next)]);
    return pages.flatMap(({ id }, index) =>
      reached.has(id)
        ? []
        : [
            {
              path: [...path, 'pages', index],
              text: {
                ja: `ページ「${id}」に通じるリンクがありません。リンクの "page" に書くか、ページを削除してください。`,
                en: `No link leads to the page “${id}”. Name it in the "page" of a link, or remove it.`,
              },
            },
          ],
    );
  },
};
