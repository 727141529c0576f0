import { describe, expect, it } from 'vitest';
import { decimal, numberWithin } from '../../../src/lms/scorm/scorm-dialect.ts';

describe('a number that an LMS gives as a text', () => {
  it.each([
    ['0', 0],
    ['100', 100],
    ['-0', -0],
    ['66.6666666667', 66.6666666667],
  ])('is read: %s', (text, number) => {
    expect(numberWithin(text, 0, 100)).toBe(number);
  });

  it.each([
    '',
    ' 5',
    '5 ',
    '5%',
    'x5',
    '1e2',
    '.5',
    '5.',
    '-1',
    '100.1',
    '1234567',
    'NaN',
    '0x10',
    '5.12345678901',
  ])('is not read: "%s"', (text) => {
    expect(numberWithin(text, 0, 100)).toBeUndefined();
  });

  it('is written with two decimals at most', () => {
    expect([0, 100, 66.666, 12.5].map(decimal)).toEqual(['0', '100', '66.67', '12.5']);
  });
});
