import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBack } from '../../../src/ui/dialog/back.ts';

/** A browser history whose steps back arrive at once. */
function aPage({ framed = false, full = false } = {}) {
  const target = new EventTarget();
  const entries: { state: unknown; href: string }[] = [
    { state: null, href: 'https://game.test/#/' },
    { state: null, href: 'https://game.test/#/play' },
  ];
  let at = 1;
  const go = (by: number): void => {
    const entry = entries[at + by];
    if (entry === undefined) return;
    at += by;
    target.dispatchEvent(Object.assign(new Event('popstate'), { state: entry.state }));
  };
  const page = {
    addEventListener: target.addEventListener.bind(target),
    history: {
      get state() {
        return entries[at]?.state;
      },
      get length() {
        return entries.length;
      },
      pushState: (state: unknown) => {
        if (full) throw new DOMException('too many', 'SecurityError');
        entries.splice(at + 1, entries.length, { state, href: page.location.href });
        at += 1;
      },
      go,
    },
    location: {
      get href() {
        return entries[at]?.href ?? '';
      },
    },
    parent: undefined as unknown,
  };
  page.parent = framed ? {} : page;
  const visit = (hash: string): void => {
    entries.splice(at + 1, entries.length, { state: null, href: `https://game.test/${hash}` });
    at += 1;
    target.dispatchEvent(Object.assign(new Event('popstate'), { state: null }));
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a window as Back needs
  const opened = createBack(page as unknown as Window);
  return {
    page,
    back: () => go(-1),
    forward: () => go(1),
    visit,
    /** Opens something that Back can close; returns whether it is still open. */
    open: () => {
      let isOpen = true;
      const close = opened(() => {
        isOpen = false;
        close();
      });
      return {
        isOpen: () => isOpen,
        close: () => {
          isOpen = false;
          close();
        },
      };
    },
    hash: () => page.location.href.slice('https://game.test/'.length),
  };
}

describe('the Back button', () => {
  it('closes what lies on top, one after the other, then leaves the screen', () => {
    const { open, back, hash } = aPage();
    const [message, browser, lens] = [open(), open(), open()];
    back();
    expect([message, browser, lens].map(({ isOpen }) => isOpen())).toEqual([true, true, false]);
    back();
    expect([message, browser].map(({ isOpen }) => isOpen())).toEqual([true, false]);
    back();
    expect(message.isOpen()).toBe(false);
    expect(hash()).toBe('#/play');
    back();
    expect(hash()).toBe('#/');
  });

  it('adds no further entry, however often something is opened and closed', () => {
    const { open, page } = aPage();
    const before = page.history.length;
    for (let time = 0; time < 20; time += 1) open().close();
    expect(page.history.length).toBe(before + 1);
  });

  it('skips the entries of what was closed by other means, in one press', () => {
    const { open, back, hash } = aPage();
    const [message, lens] = [open(), open()];
    lens.close();
    back();
    expect(message.isOpen()).toBe(false);
    expect(hash()).toBe('#/play');
    back();
    expect(hash()).toBe('#/');
  });

  it('leaves the screen in one press if nothing is open', () => {
    const { open, back, hash } = aPage();
    for (const one of [open(), open(), open()].toReversed()) one.close();
    back();
    expect(hash()).toBe('#/');
  });

  it('closes one thing for each press, even if several were closed before', () => {
    const { open, back, hash } = aPage();
    for (const one of [open(), open(), open()].toReversed()) one.close();
    const lens = open();
    back();
    expect(lens.isOpen()).toBe(false);
    expect(hash()).toBe('#/play');
    back();
    expect(hash()).toBe('#/');
  });

  it('closes everything that a jump of several steps passes', () => {
    const { open, page } = aPage();
    const [message, lens] = [open(), open()];
    page.history.go(-2);
    expect([message.isOpen(), lens.isOpen()]).toEqual([false, false]);
  });

  it('ignores Forward', () => {
    const { open, back, forward, hash } = aPage();
    const first = open();
    back();
    forward();
    expect(first.isOpen()).toBe(false);
    const second = open();
    expect(second.isOpen()).toBe(true);
    back();
    expect(second.isOpen()).toBe(false);
    back();
    expect(hash()).toBe('#/');
  });

  it('moves between screens without closing what is open on the other', () => {
    const { open, back, visit, hash } = aPage();
    const message = open();
    message.close();
    visit('#/lesson');
    const lens = open();
    back();
    expect(lens.isOpen()).toBe(false);
    expect(hash()).toBe('#/lesson');
    const again = open();
    again.close();
    back();
    expect(hash()).toBe('#/play');
  });

  it('never moves the history of a page around a frame', () => {
    const { open, back, hash, page } = aPage({ framed: true });
    const go = vi.spyOn(page.history, 'go');
    const [message, lens] = [open(), open()];
    lens.close();
    back();
    expect(message.isOpen()).toBe(false);
    back();
    expect(go).not.toHaveBeenCalled();
    expect(hash()).toBe('#/play');
    back();
    expect(hash()).toBe('#/');
  });

  it('works normally if the browser refuses history entries', () => {
    const { open, back, hash } = aPage({ full: true });
    const lens = open();
    expect(lens.isOpen()).toBe(true);
    back();
    expect(hash()).toBe('#/');
  });
});

describe('what others keep in the history', () => {
  beforeEach(() => history.replaceState({ drill: [1] }, ''));
  afterEach(() => history.replaceState(null, ''));

  it('is preserved in the entry on top of it', () => {
    createBack(window)(() => undefined);
    expect(history.state).toEqual({ drill: [1], depth: 1 });
  });
});
