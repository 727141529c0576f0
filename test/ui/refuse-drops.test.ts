import { beforeAll, describe, expect, it } from 'vitest';
import { refuseDrops } from '../../src/ui/refuse-drops.ts';

beforeAll(() => {
  refuseDrops(window);
});

/** Whether the browser would perform its default action. */
function isLeft(target: Element, kind: 'dragover' | 'drop'): boolean {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  // jsdom has no DataTransfer.
  return target.dispatchEvent(Object.assign(event, { dataTransfer: null }));
}

describe.each(['dragover', 'drop'] as const)('a %s', (kind) => {
  it('is refused on the page and on elements that are no field', () => {
    document.body.innerHTML = '<main><span role="button">part</span></main>';
    for (const target of document.querySelectorAll('body, main, span')) {
      expect(isLeft(target, kind), target.tagName).toBe(false);
    }
  });

  it('is allowed in a field that accepts a file or a text', () => {
    document.body.innerHTML = '<label>file <input type="file"></label><input><textarea></textarea>';
    for (const field of document.querySelectorAll('input, textarea')) expect(isLeft(field, kind)).toBe(true);
  });
});
