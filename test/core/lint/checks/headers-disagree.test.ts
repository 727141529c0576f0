import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import type { Delivery } from '../../../../src/core/scenario/format/delivery.ts';
import { aDelivery, aMessage, aScenario } from '../../../fixtures/builders.ts';

const fileOf = (...deliveries: readonly Delivery[]): string =>
  JSON.stringify(
    aScenario({
      messages: deliveries.map((delivery, index) => ({ ...aMessage(), id: `notice-${index}`, delivery })),
    }),
    null,
    2,
  );

describe('a scenario nobody has linted', () => {
  it('is accepted if its parts agree', () => {
    expect(parseScenario(fileOf(aDelivery()), 'a.json')).toMatchObject({ ok: true, problems: [] });
  });

  it('is refused where a delivery cannot happen, by file, path, line and column', () => {
    const text = fileOf(aDelivery(), aDelivery({ envelope: '' }));
    const { ok, problems } = parseScenario(text, 'a.json');
    expect(ok).toBe(false);
    const [problem] = problems;
    expect(problem).toMatchObject({
      rule: 'headers-disagree',
      severity: 'error',
      file: 'a.json',
      path: ['messages', 1, 'delivery', 'envelope'],
    });
    const line = text.split('\n')[(problem?.line ?? 0) - 1] ?? '';
    expect(line.slice((problem?.column ?? 0) - 1)).toMatch(/^"envelope"/);
  });

  it('reports every impossible delivery in the order of the file', () => {
    const text = fileOf(aDelivery({ zone: '+2500' }), aDelivery({ dmarc: 'fail' }));
    expect(parseScenario(text, 'a.json').problems.map(({ path }) => path.join('/'))).toEqual([
      'messages/0/delivery/zone',
      'messages/1/delivery/dmarc',
    ]);
  });

  it('has the problems of the parser if the file is no scenario', () => {
    expect(parseScenario('{', 'a.json')).toMatchObject({ ok: false, problems: [{ file: 'a.json' }] });
  });
});
