/** A page translator like Google's: replaces each text by another one inside two <font> elements, now and whenever a text appears. */
import type { Page } from '@playwright/test';

/** `harsh` also translates elements with translate="no", as some extensions do. */
export async function translate(page: Page, harsh = false): Promise<void> {
  await page.addInitScript((all) => {
    const isText = (node: Node | null): node is Text => node instanceof Text;
    const skipped = 'script, style, noscript, textarea, svg, title, option';
    const wrap = (text: Text): void => {
      const { parentElement: parent, data } = text;
      if (parent === null || parent.matches('font > font') || parent.closest(skipped) !== null) return;
      if (data.trim() === '') return;
      if (!all && parent.closest('[translate]')?.getAttribute('translate') === 'no') return;
      const inner = document.createElement('font');
      inner.append(`⟦${data}⟧`);
      const outer = document.createElement('font');
      outer.append(inner);
      text.replaceWith(outer);
    };
    const walk = (node: Node): void => {
      if (isText(node)) {
        wrap(node);
        return;
      }
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) if (isText(walker.currentNode)) texts.push(walker.currentNode);
      texts.forEach(wrap);
    };
    new MutationObserver((changes) => {
      for (const { target, addedNodes, type } of changes) {
        if (type === 'characterData') walk(target);
        else addedNodes.forEach(walk);
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  }, harsh);
}

/**
 * All text of the page, without what the translator put around it. A message that is drawn ahead and hidden is left out:
 * it is drawn when the browser has time.
 */
export const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const texts: string[] = [];
    const isHidden = (node: Node): boolean => node instanceof HTMLElement && node.style.display === 'none';
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      (node) => (isHidden(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
    );
    while (walker.nextNode()) {
      const { currentNode } = walker;
      if (currentNode instanceof Text) texts.push(currentNode.data);
    }
    return texts.join('').replaceAll(/[⟦⟧]/g, '').replaceAll(/\s+/g, ' ');
  });
