import { describe, expect, it } from 'vitest';
import { traceFeaturesOf } from '../../../../src/core/lint/tells/trace-features.ts';
import type { Block } from '../../../../src/core/scenario/format/block.ts';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import { aSealedSms, lureSolution } from '../../../fixtures/channels.ts';
import { aDelivery, aMessage, aScenario, both } from '../../../fixtures/builders.ts';
import { anOrganization, aWorld } from '../../../fixtures/lint.ts';

const scenario = aScenario({
  directory: [
    { id: 'hayashi', name: both('林'), role: both('経理'), address: 'hayashi@example5.co.jp' },
    { id: 'bank', name: both('銀行'), role: both('取引先'), address: 'desk@minamo.example' },
  ],
});
const world = aWorld({ organizations: [anOrganization({ domains: ['kamome.example'] })] });
const of = (message: Message) => traceFeaturesOf(scenario, message, world);
const from = (address: string) => of(aMessage({ from: { address } }));
const linking = (url: string) => of(aMessage({ links: [{ id: 'main', url }] }));

describe('the traces of a message', () => {
  it.each([
    ['a@kamome.example', { '.example': 1, 'example.com, .net or .org': 0, '.jp': 0 }],
    ['a@mail.example.net', { '.example': 0, 'example.com, .net or .org': 1, '.jp': 0 }],
    ['a@example1.co.jp', { '.example': 0, 'example.com, .net or .org': 0, '.jp': 1 }],
  ])('name the kind of domain of %s, in sender and links', (address, kinds) => {
    const named = (place: string) =>
      Object.fromEntries(Object.entries(kinds).map(([kind, yes]) => [`${place} in ${kind}`, yes]));
    expect(from(address)).toMatchObject(named('sender'));
    expect(linking(`https://${address.slice(2)}/`)).toMatchObject(named('a link'));
  });

  it('say whether sender and links are in the directory', () => {
    expect(from('notice@kamome.example')).toMatchObject({ 'sender in the directory': 1 });
    expect(from('notice@kamome-bin.example')).toMatchObject({ 'sender in the directory': 0 });
    expect(linking('https://track.kamome.example/1')).toMatchObject({ 'a link out of the directory': 0 });
    expect(linking('https://kamome.example.net/1')).toMatchObject({ 'a link out of the directory': 1 });
    expect(traceFeaturesOf(scenario, aMessage())).toMatchObject({ 'sender in the directory': 0 });
  });

  it('say how a mail was authenticated', () => {
    expect(of(aMessage())).toMatchObject({
      'SPF passes': 1,
      'DKIM passes': 1,
      'DMARC passes': 1,
      'DMARC fails': 0,
    });
    const forged = aDelivery({
      envelope: 'x@host.example',
      dkim: { domain: 'host.example', selector: 's', result: 'fail' },
    });
    expect(of(aMessage({ delivery: forged }))).toMatchObject({
      'DKIM passes': 0,
      'DMARC passes': 0,
      'DMARC fails': 1,
    });
    expect(of({ ...aSealedSms, solution: lureSolution })).not.toHaveProperty('SPF passes');
  });

  it('say what the pages ask for', () => {
    const form: Block = {
      kind: 'form',
      fields: [{ id: 'card', label: both('番号'), type: 'card' }],
      submit: both('送る'),
    };
    const page = {
      id: 'pay',
      url: 'https://pay.example/',
      title: both('支払い'),
      body: [form],
      outcome: both('…'),
      firstAid: both('…'),
    };
    expect(of(aMessage({ pages: [page] }))).toMatchObject({
      'page there': 1,
      'asks for: card': 1,
      'asks for: password': 0,
    });
    expect(of(aMessage())).toMatchObject({ 'page there': 0, 'asks for: card': 0 });
  });

  it('say who answers', () => {
    const verify = { contacts: [{ contact: 'bank', reply: both('いいえ') }], site: both('なし') };
    expect(of(aMessage({ verify }))).toMatchObject({
      'colleagues that answer': 0,
      'outsiders that answer': 1,
      'the first contact answers': 0,
      'the site answers': 1,
      'the tickets answer': 0,
    });
    const asked = { contacts: [{ contact: 'hayashi', reply: both('はい') }] };
    expect(of(aMessage({ verify: asked }))).toMatchObject({
      'colleagues that answer': 1,
      'the first contact answers': 1,
    });
  });

  it('say which places the hints name', () => {
    expect(of(aMessage())).toMatchObject({
      'first hint: link': 1,
      'first hint: text': 0,
      'second hint: text': 1,
    });
  });
});
