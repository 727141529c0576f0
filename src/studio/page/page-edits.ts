/** The changes of a message's links and pages. Paths lead from the message. */
import type { ValueChange } from '../../core/draft/change-text.ts';
import { isList, itemsOf, type JsonValue, memberOf } from '../../core/draft/json.ts';
import { type PageTemplate, templatePage } from '../../core/draft/page-template.ts';
import { anatomyOf } from '../../core/email/url/url.ts';
import { freeIn } from '../blocks/block-parts.ts';
import { insert, remove, set } from '../draft/changes.ts';
import { wordIn } from '../texts/localized.ts';
import { truthIn } from '../mark/new-solution.ts';

/** The pages of a message, as far as they are written. */
export const pagesIn = (message: JsonValue): readonly JsonValue[] => itemsOf(memberOf(message, 'pages'));
/** The links of a message, as far as they are written. */
export const linksIn = (message: JsonValue): readonly JsonValue[] => itemsOf(memberOf(message, 'links'));

/**
 * The changes that add a page of a template. The first web link without a page opens it; where every link has one, the last page leads
 * on to it.
 */
export function addedPage(message: JsonValue, template: PageTemplate, clock: string): readonly ValueChange[] {
  const [links, pages] = [linksIn(message), pagesIn(message)];
  const from = links.findIndex((link) => isWeb(wordIn(link, 'url')) && memberOf(link, 'page') === undefined);
  const last = pages.at(-1);
  const url = wordIn(links[from] ?? last, 'url') || 'https://example.com/';
  const id = freeIn(pages, template);
  const page = templatePage(template, { id, url, host: hostFor(url), clock, truth: truthIn(message) });
  const list = memberOf(message, 'pages');
  const leads = [
    ...(from >= 0 ? [set(['links', from, 'page'], id)] : []),
    ...(from < 0 && last !== undefined && memberOf(last, 'next') === undefined
      ? [set(['pages', pages.length - 1, 'next'], id)]
      : []),
  ];
  return [
    list !== undefined && isList(list) ? insert(['pages', pages.length], page) : set(['pages'], [page]),
    ...leads,
  ];
}

/** The changes that remove a page, and every mention of it by a link or another page. */
export function removedPage(message: JsonValue, index: number): readonly ValueChange[] {
  const [links, pages] = [linksIn(message), pagesIn(message)];
  const id = memberOf(pages[index], 'id');
  return [
    ...links.flatMap((link, at) => (memberOf(link, 'page') === id ? [remove(['links', at, 'page'])] : [])),
    ...pages.flatMap((page, at) => (memberOf(page, 'next') === id ? [remove(['pages', at, 'next'])] : [])),
    pages.length === 1 ? remove(['pages']) : remove(['pages', index]),
  ];
}

/** The host that the certificate of a page can name; undefined for a page that is not https. */
export function hostFor(url: string): string | undefined {
  if (!/^https:/i.test(url.trim())) return undefined;
  const { host } = anatomyOf(url);
  return host === '' ? undefined : host;
}

const isWeb = (url: string): boolean => /^https?:/i.test(url);
