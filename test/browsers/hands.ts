/** The actions of a person in a browser, whether Playwright drives it (Chromium, Firefox) or WebDriver (WebKit). */
import { expect } from '@playwright/test';

/** An element on screen: matches the selector and the name, if one is given; the one at this index, otherwise the first. */
export interface Target {
  readonly css: string;
  readonly name?: string;
  readonly at?: number;
}

export interface Hands {
  readonly open: (address: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Waits until the element is there. */
  readonly press: (target: Target) => Promise<void>;
  /** Chooses an option by its text, as with the keyboard. */
  readonly choose: (target: Target, option: string) => Promise<void>;
  /** The value of an expression on the page. */
  readonly read: (expression: string) => Promise<unknown>;
}

export interface Driver extends Pick<Hands, 'open' | 'reload' | 'read'> {
  /** Presses the element that is the expression's value; false where that is null. */
  readonly click: (finding: string) => Promise<boolean>;
}

export const handsOf = ({ open, reload, read, click }: Driver): Hands => ({
  open,
  reload,
  read,
  press: async (target) => {
    await expect(async () =>
      expect(await click(finding(target)), JSON.stringify(target)).toBe(true),
    ).toPass();
  },
  choose: async (target, option) => {
    const chosen = `(() => {
      const select = ${finding(target)};
      const wanted = [...(select?.options ?? [])].find(({ label }) => label === ${JSON.stringify(option)});
      if (wanted === undefined) return false;
      select.value = wanted.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    })()`;
    await expect.poll(() => read(chosen), JSON.stringify(target)).toBe(true);
  },
});

/** An expression whose value is the element, or null. */
const finding = ({ css, name, at = 0 }: Target): string => `(() => {
  const called = (one) => {
    const copy = one.cloneNode(true);
    for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
    return (one.getAttribute('aria-label') ?? copy.textContent).trim();
  };
  const name = ${JSON.stringify(name) ?? 'undefined'};
  const shown = [...document.querySelectorAll(${JSON.stringify(css)})].filter(
    (one) =>
      one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible' && (name === undefined || called(one) === name),
  );
  return shown[${at}] ?? null;
})()`;
