import { domainOf } from '../../../email/compose/authentication.ts';
import { hostsMentioned, type Mention } from '../../../names/hosts-mentioned.ts';
import { hostOfSite } from '../../../scenario/world/official-site.ts';
import type { Scenario } from '../../../scenario/format/scenario.ts';
import { shown } from '../../../scenario/read/shown.ts';
import { isUnder, knownOrganizations } from '../../../scenario/world/organizations.ts';
import { phoneKey } from '../../../scenario/world/search-key.ts';
import type { World } from '../../../scenario/world/world.ts';
import type { Rule } from '../../rule.ts';

/** Telephone numbers as they stand in a sentence, their width and kind of dash aside. */
const telephone = /(?<![\d-])(?:0\d{1,3}|\+\d{1,3})-\d{1,4}-\d{3,4}(?:-\d{4})?(?![\d-])/g;
const dashes = /(?<=\d)[\p{Pd}−ー()]+(?=\d)/gu;

/** Company rules and notices are what players may trust, so a fact they quote is one of the world or of a contact. */
export const worldQuoted: Rule = {
  name: 'world-quoted',
  severity: 'error',
  summary: {
    ja: '社内のきまりやお知らせに書かれた、世界にも `directory` にもないアドレス・リンク・電話番号',
    en: 'An address, link or number in company rules or notices that is neither in the world nor in `directory`',
  },
  scope: 'scenario',
  check: (scenario, { world: filed }) => {
    if (filed === undefined) return [];
    const world = filed.value;
    const strays = strayFacts(scenario, world);
    const texts = [
      ...scenario.companyRules.map((text, index) => ({ text, path: ['companyRules', index] })),
      ...(scenario.notices ?? []).map(({ text }, index) => ({ text, path: ['notices', index, 'text'] })),
    ];
    return texts.flatMap(({ text, path }) =>
      (['ja', 'en'] as const).flatMap((language) =>
        strays(text[language]).map((fact) => ({
          path: [...path, language],
          text: {
            ja: `「${shown(fact)}」は world.json にも "directory" にもありません。どちらかに書くか、ここを直してください。`,
            en: `“${shown(fact)}” is neither in world.json nor in "directory". Add it to one of them, or correct it here.`,
          },
        })),
      ),
    );
  },
};

/** Finds what a text quotes and neither the world nor a contact has. */
function strayFacts({ directory }: Scenario, world: World): (text: string) => readonly string[] {
  const { company, organizations } = world;
  const phones = new Set(
    [...company.people, ...organizations, ...directory].flatMap(({ phone }) => phoneKey(phone ?? '') ?? []),
  );
  const addresses = new Set(
    [
      ...(company.addresses ?? []),
      ...company.people.map(({ address }) => address),
      ...organizations.flatMap((organization) => organization.addresses),
      ...directory.flatMap(({ address }) => address ?? []),
    ].map((address) => address.toLowerCase()),
  );
  const domains = [
    ...knownOrganizations(world).flatMap((known) => known.domains),
    ...directory.flatMap(({ address, site }) => [
      ...(address === undefined ? [] : [domainOf(address)]),
      ...(site === undefined ? [] : (hostOfSite(site) ?? [])),
    ]),
  ];
  const isFact = ({ host, mailbox }: Mention): boolean =>
    mailbox === undefined ? host.kind === 'domain' && isUnder(host.ascii, domains) : addresses.has(mailbox);
  return (text) => [
    ...hostsMentioned(text)
      .filter((mention) => !isFact(mention))
      .map(({ written, mailbox }) => mailbox ?? written),
    ...(text.normalize('NFKC').replace(dashes, '-').match(telephone) ?? []).filter(
      (phone) => !phones.has(phoneKey(phone) ?? ''),
    ),
  ];
}
