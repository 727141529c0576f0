import type { FiledRemark, Rule } from '../rule.ts';

const isWeb = (url: string): boolean => /^https?:/i.test(url);

/** If some links of a pack open a page, all must: a link that opens nothing would reveal the answer. */
export const pagesAlike: Rule = {
  name: 'pages-alike',
  severity: 'warning',
  summary: {
    ja: 'ほかのリンクにはページがあるのに、ページのないリンク',
    en: 'A link without a page in a pack where other links have one',
  },
  scope: 'pack',
  check: ({ scenarios }) => {
    const links = scenarios.flatMap(({ file, value }) =>
      value.messages.flatMap((message, m) =>
        (message.links ?? []).flatMap((link, l) =>
          isWeb(link.url) ? [{ file, link, path: ['messages', m, 'links', l] }] : [],
        ),
      ),
    );
    if (links.every(({ link }) => link.page === undefined)) return [];
    return links
      .filter(({ link }) => link.page === undefined)
      .map(({ file, link, path }): FiledRemark => ({
        file,
        path,
        text: {
          ja: `リンク「${link.id}」を開いてもページがありません。このパックではほかのリンクにページがあり、見分ける目印になってしまいます。"pages" に作り、"page" に書いてください。`,
          en: `The link “${link.id}” opens no page. Other links of this pack do, so players could tell by that. Add a page to "pages" and name it in "page".`,
        },
      }));
  },
};
