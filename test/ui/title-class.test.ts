import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { titleClass } from '../../src/ui/title-class.ts';

describe('a title from a pack', () => {
  it('breaks between phrases only while it is short', () => {
    expect(titleClass('請求書')).toBeUndefined();
    expect(titleClass('請求書', 'subject')).toBe('subject');
    expect(titleClass('ー'.repeat(201))).toBe('long-title');
    expect(titleClass('ー'.repeat(20_000), 'subject')).toBe('subject long-title');
    const sheet = readFileSync('src/ui/tokens.css', 'utf8');
    const [, selector] = /([^}]*)\{\s*word-break: auto-phrase/.exec(sheet) ?? [];
    expect(selector).toContain(':where(:not(.long-title))');
  });
});
