import { describe, expect, it } from 'vitest';
import { comparedAddresses, differing } from '../../../../src/core/engine/debrief/compared-addresses.ts';
import type { Contact } from '../../../../src/core/scenario/format/scenario.ts';
import { aLegitimateMessage, aMessage, aScenario, both } from '../../../fixtures/builders.ts';

const named = both('Hanamori Webmail');
const contact: Contact = {
  id: 'hanamori',
  name: named,
  role: both('Our provider'),
  address: 'support@hanamori.example',
  site: 'https://www.hanamori.example/',
};
const from = { name: named, address: 'support@hanamori-mail.example' };
const lure = aMessage({ from, links: [{ id: 'main', url: 'https://hanamori.example.net/check' }] });
const known = { messages: [lure], directory: [contact] };

describe('what arrived beside what is genuine', () => {
  it('differs after the @ and before the labels that both share', () => {
    expect(differing('pay@tasuki-pay.example', 'notice@tasuki.example')).toEqual({
      arrived: { before: 'pay@', differs: 'tasuki-pay', after: '.example' },
      genuine: { before: 'notice@', differs: 'tasuki', after: '.example' },
    });
    expect(differing('a.b.kamome.example', 'c.b.kamome.example')).toEqual({
      arrived: { before: '', differs: 'a', after: '.b.kamome.example' },
      genuine: { before: '', differs: 'c', after: '.b.kamome.example' },
    });
    expect(differing('login.kamome.example', 'kamome.example')).toEqual({
      arrived: { before: '', differs: 'login.kamome', after: '.example' },
      genuine: { before: '', differs: 'kamome', after: '.example' },
    });
    expect(differing('a.one.example', 'a.two.example').arrived).toEqual({
      before: '',
      differs: 'a.one',
      after: '.example',
    });
    expect(differing('kamome.example.net', 'kamome-bin.example').arrived).toEqual({
      before: '',
      differs: 'kamome.example.net',
      after: '',
    });
  });

  it('is an address or a link beside that of the contact whose name the sender uses', () => {
    const address = {
      arrived: { before: 'support@', differs: 'hanamori-mail', after: '.example' },
      genuine: { before: 'support@', differs: 'hanamori', after: '.example' },
    };
    expect(comparedAddresses(lure, ['field/fromAddress'], known)).toEqual(address);
    expect(
      comparedAddresses({ ...lure, replyTo: { address: from.address } }, ['field/replyTo'], known),
    ).toEqual(address);
    expect(comparedAddresses(lure, ['link/main'], known)).toEqual({
      arrived: { before: '', differs: 'hanamori.example.net', after: '' },
      genuine: { before: '', differs: 'www.hanamori.example', after: '' },
    });
  });

  it('is the first of several regions that shows an address which is not the genuine one', () => {
    const regions = ['body/0/0', 'field/returnPath', 'field/fromAddress', 'link/main'];
    expect(comparedAddresses(lure, regions, known)?.arrived.differs).toBe('hanamori-mail');
    const forged = { ...lure, from: { ...from, address: 'news@hanamori.example' } };
    expect(comparedAddresses(forged, ['field/fromAddress', 'link/main'], known)?.arrived.differs).toBe(
      'hanamori.example.net',
    );
    const others = ['body/0/0', 'field/returnPath', 'field/messageId', 'link/none'];
    expect(comparedAddresses(lure, others, known)).toBeUndefined();
    expect(comparedAddresses(lure, ['link/main'], { ...known, directory: [] })).toBeUndefined();
  });

  it('finds the contact where one name contains the other, in one language', () => {
    const comparedWith = (name: Contact['name'], sender = named) =>
      comparedAddresses({ ...lure, from: { ...from, name: sender } }, ['field/fromAddress'], {
        ...known,
        directory: [
          { ...contact, id: 'other', name: both('Sakura'), address: 'a@sakura.example' },
          { ...contact, name },
        ],
      })?.genuine.differs;
    expect(comparedWith(both('Hanamori'))).toBe('hanamori');
    expect(comparedWith({ ja: '花森', en: 'Hanamori Webmail Ltd.' })).toBe('hanamori');
    expect(comparedWith({ ja: '花森', en: 'Hanamori' }, { ja: '花森窓口', en: 'Desk' })).toBe('hanamori');
    expect(comparedWith(both('Tasuki'))).toBeUndefined();
  });

  it('is compared with the twin before any contact', () => {
    const genuine = aLegitimateMessage({
      from: { name: named, address: 'desk@webmail.example' },
      body: [{ kind: 'button', label: both('Open'), link: 'other' }],
      links: [{ id: 'other', url: 'https://webmail.example/' }],
    });
    const twin = { ...lure, solution: { ...lure.solution, twin: genuine.id } };
    const scenario = { messages: [twin, genuine], directory: [contact] };
    expect(comparedAddresses(twin, ['field/fromAddress'], scenario)?.genuine).toEqual({
      before: 'desk@',
      differs: 'webmail',
      after: '.example',
    });
    // The twin has no link of that name, so the contact's site stands for it.
    expect(comparedAddresses(twin, ['link/main'], scenario)?.genuine.differs).toBe('www.hanamori.example');
  });

  it('is not compared with a twin that comes from somebody else', () => {
    const other: Contact = {
      ...contact,
      id: 'other',
      name: both('Tasuki'),
      address: 'notice@tasuki.example',
    };
    const genuine = aLegitimateMessage({ from: { name: both('Tasuki'), address: 'notice@tasuki.example' } });
    const twin = { ...lure, solution: { ...lure.solution, twin: genuine.id } };
    const messages = [twin, genuine];
    const compared = (directory: Contact[], message = twin) =>
      comparedAddresses(message, ['field/fromAddress'], { messages: [message, genuine], directory })?.genuine
        .differs;
    expect(compared([other, contact])).toBe('hanamori');
    expect(compared([other])).toBeUndefined();
    // Nobody knows the twin's sender, or the lure imitates its domain.
    expect(comparedAddresses(twin, ['field/fromAddress'], { messages, directory: [] })?.genuine.differs).toBe(
      'tasuki',
    );
    const imitating = { ...twin, from: { name: both('HR'), address: 'notice@tasuki-hr.example' } };
    expect(compared([other], imitating)).toBe('tasuki');
  });

  it('knows a firm again by how its Japanese name begins', () => {
    const sakura: Contact = {
      ...contact,
      name: { ja: 'さくらインターネット', en: 'SAKURA Internet' },
      address: 'support@sakura.example',
    };
    const sent = { ...lure, from: { ...from, name: { ja: 'さくらのメールボックス', en: 'Mailbox' } } };
    const scenario = { messages: [sent], directory: [sakura] };
    expect(comparedAddresses(sent, ['field/fromAddress'], scenario)?.genuine.differs).toBe('sakura');
    const other = { ...sent, from: { ...from, name: { ja: 'さくや通販', en: 'Sakuya' } } };
    expect(comparedAddresses(other, ['field/fromAddress'], scenario)).toBeUndefined();
  });

  it('prefers the contact who stands first in the name of the sender', () => {
    const first: Contact = {
      ...contact,
      id: 'first',
      name: both('Kumokago'),
      address: 'no@kumokago.example',
    };
    const second: Contact = { ...contact, id: 'second', name: both('Naomi'), address: 'naomi@work.example' };
    const sent = { ...lure, from: { ...from, name: both('Kumokago (from Naomi)') } };
    const scenario = { messages: [sent], directory: [second, first] };
    expect(comparedAddresses(sent, ['field/fromAddress'], scenario)?.genuine.differs).toBe('kumokago');
  });

  it('is not compared where one of them has no domain, or the contact no address or site', () => {
    const compared = (message: typeof lure, over: Partial<Contact>, region: string) => {
      const { address: _, site: __, ...bare } = contact;
      return comparedAddresses(message, [region], { messages: [message], directory: [{ ...bare, ...over }] });
    };
    expect(compared(lure, {}, 'field/fromAddress')).toBeUndefined();
    expect(compared(lure, {}, 'link/main')).toBeUndefined();
    expect(compared(lure, { site: 'javascript:alert(1)' }, 'link/main')).toBeUndefined();
    expect(compared(lure, { address: 'nobody@localhost' }, 'field/fromAddress')).toBeUndefined();
    const local = { ...lure, from: { ...from, address: 'support@localhost' } };
    expect(compared(local, { address: 'support@hanamori.example' }, 'field/fromAddress')).toBeUndefined();
    const script = aMessage({ from, links: [{ id: 'main', url: 'javascript:alert(1)' }] });
    expect(compared(script, { site: 'https://hanamori.example/' }, 'link/main')).toBeUndefined();
  });

  it('is not compared for a genuine message, or if no known organisation has the name', () => {
    const genuine = aLegitimateMessage();
    const scenario = aScenario({ messages: [aMessage(), genuine], directory: [] });
    expect(comparedAddresses(genuine, ['field/fromAddress'], scenario)).toBeUndefined();
    const like = { ...aLegitimateMessage({ from }), id: 'like' };
    expect(comparedAddresses(like, ['field/fromAddress'], known)).toBeUndefined();
    expect(comparedAddresses(aMessage(), ['field/fromAddress'], scenario)).toBeUndefined();
  });
});
