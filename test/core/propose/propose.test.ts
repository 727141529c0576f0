import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysed } from '../../../src/core/propose/given.ts';
import { drawable } from '../../../src/core/propose/partial.ts';
import { mostProposals, proposalsFor } from '../../../src/core/propose/propose.ts';
import type { SealedMail } from '../../../src/core/scenario/format/message.ts';
import { knownOrganizations } from '../../../src/core/scenario/world/organizations.ts';
import { aDelivery, aMessage, anAttachment, aScenario, both } from '../../fixtures/builders.ts';
import { aWorld } from '../../fixtures/lint.ts';
import { proposalFigures } from '../../bench/proposals.ts';

const { recipient } = aScenario();
const organizations = knownOrganizations(aWorld());

function analysed(overrides: Partial<SealedMail> = {}): Analysed {
  const { solution: _, ...message } = aMessage();
  return { message: { ...message, ...overrides }, recipient, contacts: [], organizations, unsaid: new Set() };
}

/** Grade, cue and place of the clues of one rule. */
const cluesOf = (rule: string, overrides: Partial<SealedMail>) =>
  proposalsFor(analysed(overrides))
    .filter((proposal) => proposal.rule === rule)
    .map((proposal) => [proposal.grade, proposal.kind === 'clue' ? proposal.cue : '', proposal.anchor]);

describe('the proposals', () => {
  it('compare the name of the sender with the domain', () => {
    const from = {
      name: { ja: 'カモメ便 窓口', en: 'Kamome Parcel desk' },
      address: 'info@somebody.example',
    };
    const [first] = proposalsFor(analysed({ from }));
    expect(first).toMatchObject({
      rule: 'sender-names-another',
      grade: 'certain',
      cue: 'sender-address',
      anchor: { field: 'fromAddress' },
    });
    expect(first?.explanation.ja).toContain('カモメ便');
    expect(first?.explanation.ja).toContain('somebody.example');
    expect(first?.explanation.en).toContain('somebody.example');
  });

  it('find an address of another organisation in the name', () => {
    const from = { name: both('Support support@kamome.example'), address: 'x@somebody.example' };
    expect(cluesOf('name-holds-address', { from })).toEqual([
      ['certain', 'sender-address', { field: 'fromAddress' }],
    ]);
    const own = { name: both('Support help@somebody.example'), address: 'x@somebody.example' };
    expect(cluesOf('name-holds-address', { from: own })).toEqual([]);
  });

  it('find names that imitate one that the reader knows', () => {
    const links = [{ id: 'main', url: 'https://kamome.example.account-check.example/' }];
    expect(cluesOf('address-tricks', { links })).toEqual([['certain', 'domain-spoofing', { link: 'main' }]]);
  });

  it('compare the words of a link with its target', () => {
    const line = [{ text: 'https://kamome.example/', link: 'main' }];
    const body = [{ kind: 'text' as const, text: { ja: line, en: line } }];
    const links = [{ id: 'main', url: 'https://elsewhere.example/' }];
    expect(cluesOf('link-text-elsewhere', { links, body })).toEqual([
      ['certain', 'link-target', { link: 'main' }],
    ]);
    expect(
      cluesOf('link-text-elsewhere', { links: [{ id: 'main', url: 'https://kamome.example/x' }], body }),
    ).toEqual([]);
  });

  it('read what the header says', () => {
    const delivery = aDelivery({ spf: 'softfail', route: 'direct' });
    const { dkim: _, ...unsigned } = delivery;
    expect(cluesOf('header-fields', { delivery: unsigned })).toContainEqual([
      'likely',
      'failed-authentication',
      { field: 'dmarc' },
    ]);
    const list = { ...unsigned, route: 'list' as const, envelope: 'list-bounces@example3.ne.jp' };
    expect(cluesOf('header-fields', { delivery: list })).toContainEqual([
      'guess',
      'failed-authentication',
      { field: 'dmarc' },
    ]);
  });

  it('say nothing of a field that the message does not have', () => {
    const delivery = aDelivery({ spf: 'none' });
    const all = proposalsFor({ ...analysed({ delivery }), unsaid: new Set(['spf']) });
    expect(all.map(({ anchor }) => anchor)).not.toContainEqual({ field: 'spf' });
  });

  it('look at file names, types and contents', () => {
    const attachments = [
      anAttachment({ id: 'one', name: both('bill.pdf.exe'), type: 'program' }),
      anAttachment({
        id: 'two',
        name: both('stands.zip'),
        type: 'zip',
        holds: [{ name: both('run.lnk'), type: 'shortcut' }],
      }),
      anAttachment({ id: 'three', name: both('picture.jpg'), type: 'html' }),
      anAttachment({ id: 'four', name: both('plan.pdf'), type: 'pdf' }),
    ];
    const found = cluesOf('attached-files', { attachments });
    expect(found.map(([grade, , anchor]) => [grade, anchor])).toEqual([
      ['certain', { attachment: 'one' }],
      ['certain', { attachment: 'two', part: 'contents' }],
      ['certain', { attachment: 'three' }],
    ]);
  });

  it.each([
    ['secrecy-request', 'この件は、ほかの方には内緒でお願いします。', 'Please keep this between us.'],
    ['gift-card-payment', 'プリペイドカードを購入してください。', 'Please pay with a prepaid card.'],
    [
      'threat',
      '期限までにお手続きがない場合、アカウントを削除します。',
      'Unless you act, your account will be deleted.',
    ],
    ['urgency', '24時間以内にご回答ください。', 'Please answer within 24 hours.'],
    ['changed-bank-details', 'お振込先を変更しました。', 'We have a new bank account.'],
    ['paste-and-run', 'Windowsキーを押しながらRを押します。', 'Hold the Windows key and press R.'],
  ])('find wording of %s at its clause, in either language', (cue, ja, en) => {
    const plain = { ja: '資料を添付します。', en: 'The document is attached.' };
    for (const text of [
      { ja, en },
      { ja, en: plain.en },
      { ja: plain.ja, en },
    ]) {
      const body = [{ kind: 'text' as const, text }];
      expect(proposalsFor(analysed({ body }))).toContainEqual(
        expect.objectContaining({ rule: 'wording', cue, anchor: { quote: text } }),
      );
    }
    expect(cluesOf('wording', { body: [{ kind: 'text', text: plain }] })).toEqual([]);
  });

  it('show what the HTML of a mail gives away', () => {
    const words = both('花屋の在庫');
    const body = (hiding: 'display' | 'tiny'): SealedMail['body'] => [
      { kind: 'text', text: both('お支払いのお願い') },
      { kind: 'hidden', hiding, text: words },
      { kind: 'pixel', id: 'seen', url: 'https://t.elsewhere.example/o' },
      { kind: 'pixel', id: 'own', url: 'https://t.somebody.example/o' },
    ];
    const from = { address: 'info@somebody.example' };
    expect(cluesOf('hidden-texts', { from, body: body('tiny') })).toEqual([
      ['likely', 'inconsistency', { quote: words }],
    ]);
    expect(cluesOf('hidden-texts', { from, body: body('display') })).toEqual([
      ['guess', 'inconsistency', { quote: words }],
    ]);
    expect(cluesOf('pixels-elsewhere', { from, body: body('tiny') })).toEqual([
      ['guess', 'link-target', { image: 'seen' }],
    ]);
  });

  it('find Japanese words in a font of another language', () => {
    const line = (font: 'simplified-chinese' | 'serif') => [{ text: 'お支払いください', font }];
    const body = (font: 'simplified-chinese' | 'serif'): SealedMail['body'] => [
      { kind: 'text', text: { ja: line(font), en: 'Please pay' } },
    ];
    expect(cluesOf('foreign-fonts', { body: body('simplified-chinese') })).toEqual([
      ['likely', 'unprofessional-design', { quote: { ja: 'お支払いください', en: 'Please pay' } }],
    ]);
    expect(cluesOf('foreign-fonts', { body: body('serif') })).toEqual([]);
  });

  it('offer what speaks for a message, without calling it anything', () => {
    const from = { address: 'info@kamome.example' };
    const delivery = aDelivery({
      host: 'mx.kamome.example',
      dkim: { domain: 'kamome.example', selector: 's', result: 'pass' },
    });
    const all = proposalsFor(analysed({ from, delivery })).filter(({ kind }) => kind === 'reassurance');
    expect(all.map(({ anchor }) => anchor)).toEqual(
      expect.arrayContaining([{ field: 'fromAddress' }, { field: 'dkim' }]),
    );
  });

  it('keep their number within bounds', () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    const body = numbers.map((number) => ({
      kind: 'text' as const,
      text: {
        ja: [`${number}番：24時間以内に答えてください。`, { text: '開く', link: `link-${number}` }],
        en: [`${number}: answer within 24 hours. `, { text: 'Open', link: `link-${number}` }],
      },
    }));
    const links = numbers.map((number) => ({ id: `link-${number}`, url: `http://192.0.2.${number}:8080/` }));
    expect(proposalsFor(analysed({ body, links }))).toHaveLength(mostProposals);
  });
});

describe('a draft', () => {
  const draft = {
    id: 'mail-1',
    channel: 'mail',
    from: { name: { ja: 'カモメ便' }, address: 'info@somebody.example' },
    delivery: {},
    body: [{ kind: 'text', text: { ja: '24時間以内にお答えください。' } }],
  };

  it('gets proposals in one language, and none from what it does not say', () => {
    const partial = drawable(draft, recipient, '2026-04-08T10:15:00+09:00');
    if (partial === undefined) throw new Error('no message');
    const all = proposalsFor({ ...partial, recipient, contacts: [], organizations });
    expect(all.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['sender-names-another', 'wording']));
    expect(all.map(({ rule }) => rule)).not.toContain('header-fields');
  });

  it('is refused where it is no message, whatever it is', () => {
    expect(drawable({ ...draft, channel: 'fax' }, recipient, '2026-04-08T10:15:00+09:00')).toBeUndefined();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        drawable(value, recipient, '2026-04-08T10:15:00+09:00');
      }),
    );
  });
});

describe('on the shipped messages, the proposals', () => {
  const { judged, byGrade, technical } = proposalFigures('content');
  const share = (grade: string): number => {
    const figures = byGrade.find((one) => one.grade === grade) ?? { right: 0, made: 1 };
    return figures.right / figures.made;
  };

  it('are right in 95 % where they are certain, and never certain of a clue in genuine mail', () => {
    process.stdout.write(`\n${JSON.stringify(byGrade)} ${technical.found} of ${technical.written}\n`);
    const certain = judged.filter(({ proposal }) => proposal.grade === 'certain');
    expect(certain.length).toBeGreaterThan(80);
    expect(share('certain')).toBeGreaterThanOrEqual(0.95);
    const inGenuine = certain.filter(
      ({ message, proposal }) => message.solution.truth === 'legitimate' && proposal.kind === 'clue',
    );
    expect(inGenuine.map(({ message, proposal }) => [message.id, proposal.rule])).toEqual([]);
  });

  it('are mostly right where they are likely', () => {
    expect(share('likely')).toBeGreaterThanOrEqual(0.75);
  });

  it('are certain by no rule that is wrong in more than one of twenty', () => {
    const certain = judged.filter(({ proposal }) => proposal.grade === 'certain');
    for (const rule of new Set(certain.map(({ proposal }) => proposal.rule))) {
      const made = certain.filter(({ proposal }) => proposal.rule === rule);
      const wrong = made.filter(({ isRight }) => !isRight);
      expect([rule, wrong.length <= Math.ceil(made.length / 20)]).toEqual([rule, true]);
    }
  });

  it('find four of five clues that technique can show', () => {
    expect(technical.found / technical.written).toBeGreaterThanOrEqual(0.8);
  });

  it('never call a message safe', () => {
    const words = judged
      .map(({ proposal: { explanation } }) => `${explanation.ja} ${explanation.en}`)
      .join('\n');
    expect(words).not.toMatch(/\bsafe\b|安全(?:です|な|に)|\{\w+\}/);
  });
});
