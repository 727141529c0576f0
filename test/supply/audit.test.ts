import { describe, expect, it } from 'vitest';
import { auditOf } from './audit.mjs';

const answer = (vulnerabilities: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(vulnerabilities).map(([name, severity]) => [name, { name, severity }]),
    ),
  });

describe('the audit of the packages', () => {
  it('passes if nothing is known', () => {
    expect(auditOf(answer({}), answer({}))).toEqual({ fails: false, says: 'none known' });
  });

  it('fails for any vulnerability of a shipped package, and for a severe one of a tool', () => {
    expect(auditOf(answer({ zod: 'low' }), answer({ zod: 'low' }))).toMatchObject({ fails: true });
    expect(auditOf(answer({ vite: 'critical' }), answer({}))).toEqual({
      fails: true,
      says: 'known weaknesses: vite (critical)',
    });
  });

  it('names a minor vulnerability of a tool, and passes', () => {
    expect(auditOf(answer({ vite: 'moderate' }), answer({}))).toEqual({
      fails: false,
      says: 'none that counts; in tools: vite (moderate)',
    });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<html>proxy</html>'],
    ['a refusal', '{"message":"405 Method Not Allowed","error":{"summary":""}}'],
    ['an error', '{"error":{"code":"ENOTFOUND","summary":"request failed"}}'],
    ['null', 'null'],
  ])('passes and says that the registry was not asked if the answer is %s', (_, text) => {
    for (const { fails, says } of [auditOf(text, text), auditOf(answer({}), text)]) {
      expect(fails).toBe(false);
      expect(says).toMatch(/^NOT ASKED, the registry gave no answer: ./);
    }
  });
});
