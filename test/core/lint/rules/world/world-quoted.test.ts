import { expect, it } from 'vitest';
import type { Localized } from '../../../../../src/core/scenario/format/text.ts';
import { aScenario, both } from '../../../../fixtures/builders.ts';
import { anOrganization, aWorld, remarksOn, type Surroundings } from '../../../../fixtures/lint.ts';

const world = aWorld({ organizations: [anOrganization({ phone: '03-0000-0201' })] });
const contact = {
  id: 'desk',
  name: both('窓口'),
  role: both('相談先'),
  address: 'desk@example1.co.jp',
  phone: '03-0000-0099',
  site: 'https://desk.example1.co.jp/',
};
const remarks = (text: Localized, surroundings: Surroundings = { world }) =>
  remarksOn(
    'world-quoted',
    [
      aScenario({
        directory: [contact],
        companyRules: [text],
        notices: [{ id: 'one', posted: '2026-04-07T09:00:00+09:00', title: both('お知らせ'), text }],
      }),
    ],
    surroundings,
  );

it.each(['notice@kamome-bin.example', 'https://www.kamome-bin.example/', '03-0000-0202'])(
  'reports rules and notices that quote %s, which belongs to nobody',
  (fact) => {
    const text = { ja: `${fact}へ。`, en: `Use ${fact}.` };
    expect(remarks(text)).toEqual([
      'a-morning.json companyRules/0/ja',
      'a-morning.json companyRules/0/en',
      'a-morning.json notices/0/text/ja',
      'a-morning.json notices/0/text/en',
    ]);
  },
);

it.each([
  'notice@mail.kamome.example',
  'https://www.kamome.example/',
  'https://portal.example5.co.jp/x',
  '03-0000-0201',
  'desk@example1.co.jp',
  'https://desk.example1.co.jp/help',
  '03-0000-0099',
  '4012-5538-0917',
])('accepts %s, if it belongs to the world or a contact', (fact) => {
  expect(remarks({ ja: `${fact}へ。`, en: `Use ${fact}.` })).toEqual([]);
});

it('ignores packs without a world', () => {
  expect(remarks(both('03-0000-0202 へ。'), {})).toEqual([]);
});
