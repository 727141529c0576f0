import { expect, it } from 'vitest';
import { dropFailedSheets } from '../../src/loading/style-sheets.ts';

it('removes a failed style sheet from the page, and nothing else', () => {
  const page = document.implementation.createHTMLDocument();
  dropFailedSheets(page);
  const element = (name: 'link' | 'img', rel?: string) => {
    const made = document.createElement(name);
    if (made instanceof HTMLLinkElement && rel !== undefined) made.rel = rel;
    page.head.append(made);
    return made;
  };
  const failed = element('link', 'stylesheet');
  const others = [element('link', 'stylesheet'), element('link', 'modulepreload'), element('img')];
  let heard = 0;
  failed.addEventListener('error', () => (heard += 1));
  for (const one of [failed, ...others.slice(1)]) one.dispatchEvent(new Event('error'));
  expect(heard).toBe(1);
  expect([failed, ...others].map(({ isConnected }) => isConnected)).toEqual([false, true, true, true]);
});
