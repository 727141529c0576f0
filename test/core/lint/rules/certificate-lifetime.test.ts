import { expect, it } from 'vitest';
import { aMessage, aScenario, both } from '../../../fixtures/builders.ts';
import { remarksOn } from '../../../fixtures/lint.ts';

const page = {
  id: 'start',
  url: 'https://example.net/',
  title: both('始め'),
  body: [],
  outcome: both('害はありません。'),
  firstAid: both('何も要りません。'),
};
const remarks = (issued: string, clock: string) => {
  const certificate = { issuer: 'Example CA', names: ['example.net'], issued };
  const messages = [{ ...aMessage(), pages: [{ ...page, certificate }] }];
  return remarksOn('certificate-lifetime', [{ ...aScenario({ messages }), clock }]);
};
const found = ['a-morning.json messages/0/pages/0/certificate/issued'];

it.each([
  ['2026-05-11T00:00:00Z', '2026-11-26T16:30:00+09:00'],
  ['2026-03-14T00:00:00Z', '2026-11-26T16:30:00+09:00'],
  ['2018-09-03T00:00:00Z', '2019-06-06T17:40:00+09:00'],
])('accepts a certificate of %s at %s', (issued, clock) => {
  expect(remarks(issued, clock)).toEqual([]);
});

it.each([
  ['is from after the present', '2026-11-26T09:00:00Z', '2026-11-26T16:30:00+09:00'],
  ['is older than 200 days', '2026-04-14T00:00:00Z', '2026-11-26T16:30:00+09:00'],
  ['is older than the 100 days of 2027', '2027-03-20T00:00:00Z', '2027-11-26T16:30:00+09:00'],
  ['is older than the 398 days of 2020', '2020-09-02T00:00:00Z', '2021-11-26T16:30:00+09:00'],
])('reports a certificate that %s', (_, issued, clock) => {
  expect(remarks(issued, clock)).toEqual(found);
});
