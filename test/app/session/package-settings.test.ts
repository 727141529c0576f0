import { describe, expect, it } from 'vitest';
import { packageSettingsFrom } from '../../../src/app/session/package-settings.ts';

describe('the language in the settings of a package', () => {
  it.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['EN', 'en'],
    ['en-GB', 'en'],
  ])('%j is %s, as an administrator may write it', (language, read) => {
    expect(packageSettingsFrom(JSON.stringify({ standard: 'scorm12', language })).language).toBe(read);
  });

  it.each([null, '', 'both', 'fr-CA', 7])('is not set for %j', (language) => {
    expect(packageSettingsFrom(JSON.stringify({ standard: 'scorm12', language }))).not.toHaveProperty(
      'language',
    );
  });
});
