import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateOf } from '../../../src/core/record/certificate.ts';
import { anyRecord, aRecord } from './builders.ts';

describe('the certificate of a round', () => {
  it('says passed at the mark and above, and does not exist below it', () => {
    expect(certificateOf(aRecord({ passMark: 70, score: 70 }))).toBe('passed');
    expect(certificateOf(aRecord({ passMark: 70, score: 69.99 }))).toBeUndefined();
  });

  it('says completed if there was no mark, whatever the score', () => {
    expect(certificateOf(aRecord({ score: 0 }))).toBe('completed');
    expect(certificateOf(aRecord({ score: 100 }))).toBe('completed');
  });

  it('needs at least one answer', () => {
    expect(certificateOf(aRecord({ messages: [] }))).toBeUndefined();
    expect(certificateOf(aRecord({ passMark: 0, messages: [] }))).toBeUndefined();
  });

  it('never claims a pass that the score does not show', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        fc.pre(certificateOf(record) === 'passed');
        expect(record.score).toBeGreaterThanOrEqual(record.passMark ?? Number.POSITIVE_INFINITY);
      }),
    );
  });
});
