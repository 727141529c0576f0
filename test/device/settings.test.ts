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

describe('the sound in stored settings', () => {
  it.each([true, false])('is %s where the player chose so', (sound) => {
    expect(settingsFrom({ sound }).sound).toBe(sound);
  });

  it.each([undefined, null, 'on', 1])('is not chosen yet for %j, so that the game asks', (sound) => {
    expect(settingsFrom({ sound })).not.toHaveProperty('sound');
  });
});

describe('the paper of messages in stored settings', () => {
  it.each([
    [true, true],
    [undefined, false],
    ['yes', false],
  ])('%j is %s', (lightMail, read) => {
    expect(settingsFrom({ lightMail }).lightMail).toBe(read);
  });
});
