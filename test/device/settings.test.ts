import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/device/settings.ts';

describe('the language in stored settings', () => {
  it.each([
    ['ja', 'ja'],
    ['en', 'en'],
    ['ja-JP', 'ja'],
    ['EN', 'en'],
    ['en_US', 'en'],
  ])('%j is %s', (language, read) => {
    expect(settingsFrom({ language }).language).toBe(read);
  });

  it.each([undefined, null, '', 'fr', 7, {}])('is not set for %j', (language) => {
    expect(settingsFrom({ language })).not.toHaveProperty('language');
  });
});
