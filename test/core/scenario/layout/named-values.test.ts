import { describe, expect, it } from 'vitest';
import { domainsIn, numbersIn } from '../../../../src/core/scenario/layout/named-values.ts';

describe('the domains in a text', () => {
  it.each([
    ['See www.kamome.example and kamome-bank.example.', ['www.kamome.example', 'kamome-bank.example']],
    ['info@mail.kamome.example', ['mail.kamome.example']],
    ['https://www.kamome.example/other.example', ['www.kamome.example']],
    ['ｗｗｗ．ｋａｍｏｍｅ．ｅｘａｍｐｌｅ', ['www.kamome.example']],
    ['No domain here', []],
    [`${'a'.repeat(63)}.example`, [`${'a'.repeat(63)}.example`]],
  ])('of %j are %j', (text, domains) => {
    expect(domainsIn(text)).toEqual(domains);
  });

  // Before, the time grew with the square of the length.
  it.each(['a', 'a-', 'a.', '-0._', 'あ', '1'])('are found in linear time in a row of %j', (unit) => {
    const text = `${unit.repeat(200_000 / unit.length)} kamome.example`;
    expect(domainsIn(text)).toContain('kamome.example');
    expect(numbersIn(text)).toBeDefined();
  });
});
