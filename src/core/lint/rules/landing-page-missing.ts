import type { Rule } from '../rule.ts';

/** A lure's links lead to pages. A link without one teaches nothing to a player who opens it. */
export const landingPageMissing: Rule = {
  name: 'landing-page-missing',
  severity: 'warning',
  summary: {
    ja: 'リンクの先にページのないフィッシングメール',
    en: 'A lure whose links have no page behind them',
  },
  scope: 'message',
  check: ({ solution, links = [] }, path) => {
    const web = links.filter(({ url }) => /^https?:/i.test(url));
    if (solution.truth !== 'phish' || web.length === 0 || web.some(({ page }) => page !== undefined))
      return [];
    return [
      {
        path: [...path, 'links'],
        text: {
          ja: 'このフィッシングメールのリンクには開いた先のページがありません。"pages" に模擬ページを作り、リンクの "page" に書いてください。',
          en: 'No link of this lure has a page behind it. Add a mock page to "pages" and name it in the "page" of the link.',
        },
      },
    ];
  },
};
