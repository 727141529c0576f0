import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Message, Verify } from '../../../src/core/scenario/format/message.ts';
import type { Scenario } from '../../../src/core/scenario/format/scenario.ts';
import { inboxRound } from '../../../src/core/round/played-message.ts';
import VerifyPlaces from '../../../src/play/answer/VerifyPlaces.tsx';
import type { MailboxKind } from '../../../src/core/scenario/format/vocabulary.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { type WorldSource, WorldSourceContext } from '../../../src/inbox/directory/world-source.ts';
import { aWorld } from '../../fixtures/lint.ts';
import { aLegitimateMessage, aMessage, aScenario, both } from '../../fixtures/builders.ts';
import { drawOnUse, type Drawn, made, play, speak } from '../../fixtures/screen.tsx';

const answers: Verify = {
  contacts: [{ contact: 'hanamori', reply: { ja: '送っておりません。', en: 'We did not send it.' } }],
  site: { ja: 'お知らせはありません。', en: 'There is no notice.' },
  tickets: { ja: '受付 #12', en: 'Ticket #12' },
  within: { ja: 'ご安心ください。', en: 'Do not worry.' },
};
const opposite: Verify = {
  contacts: [{ contact: 'hanamori', reply: { ja: '送りました。', en: 'We sent it.' } }],
  site: { ja: 'お知らせがあります。', en: 'There is a notice.' },
  tickets: { ja: '完了 #11', en: 'Ticket #11' },
  within: { ja: 'はい、本物です。', en: 'Yes, it is real.' },
};
const directory: Scenario['directory'] = [
  ...aScenario().directory,
  {
    id: 'desk',
    name: { ja: '情報システム係', en: 'IT desk' },
    role: { ja: '相談先', en: 'Helps' },
    address: 'desk@example5.co.jp',
  },
];
const notices: NonNullable<Scenario['notices']> = [
  {
    id: 'lures',
    posted: '2026-04-07T09:00:00+09:00',
    title: { ja: '花森を名乗るメール', en: 'Mail in Hanamori’s name' },
    text: { ja: '本物も届いています。', en: 'Genuine mail comes, too.' },
  },
];
const words = {
  ja: {
    open: '確かめる',
    more: /^ほかの確かめ方/,
    dialog: 'このメールを確かめる',
    desk: /情報システム係/,
    provider: /花森ウェブメール/,
    notices: /掲示板/,
    tickets: /チケット/,
    site: /公式サイト/,
    within: /このメールの/,
    nobody: /つながりません/,
    act: '対応はこれにする',
    acted: '対応に選びました',
  },
  en: {
    open: 'Check',
    more: /^More ways/,
    dialog: 'Verify this message',
    desk: /IT desk/,
    provider: /Hanamori Webmail/,
    notices: /notice board/,
    tickets: /ticket page/,
    site: /official site/,
    within: /in this message/,
    nobody: /Nobody in charge/,
    act: 'Make this my action',
    acted: 'Chosen as your action',
  },
} satisfies Record<Language, unknown>;
const languages = ['ja', 'en'] as const satisfies readonly Language[];

interface Drawing {
  readonly coaching?: boolean;
  readonly mailbox?: MailboxKind;
  readonly source?: WorldSource;
  /** Whether all places are shown, and not only the first. */
  readonly unfolds?: boolean;
}

const noWorld: WorldSource = async () => ({ kind: 'none' });

async function drawPlaces(
  message: Message,
  { coaching = true, mailbox = 'work', source = noWorld, unfolds = true }: Drawing = {},
): Promise<Drawn> {
  const recipient = { ...aScenario().recipient, mailbox };
  const scenario = aScenario({ messages: [message], directory, notices, recipient });
  const [played] = inboxRound(scenario, {
    pack: { id: 'test' },
    assets: 'content/packs/test/assets/',
  }).messages;
  if (played === undefined) throw new Error('no message');
  const drawn = await drawOnUse(
    <WorldSourceContext value={source}>
      <VerifyPlaces
        message={played.sealed}
        scenario={scenario}
        assets={played.assets}
        action={undefined}
        coaching={coaching}
        onLook={() => undefined}
        onAct={() => undefined}
        onClose={() => undefined}
      />
    </WorldSourceContext>,
  );
  await screen.findByRole('dialog');
  if (unfolds) await drawn.user.click(screen.getByRole('button', { name: /^(ほかの確かめ方|More ways)/ }));
  return drawn;
}

/** The controls as they stand, by their names. */
const controls = (): readonly string[] =>
  within(screen.getByRole('dialog'))
    .getAllByRole('button')
    .map((button) => button.textContent ?? '');

/** React numbers the ids it makes; they say nothing of the message. */
const htmlOf = ({ container }: Drawn): string => container.innerHTML.replace(/_r_\w+_/g, 'id');

describe.each(languages)('the places to check a message with in %s', (language) => {
  const said = words[language];

  it('are the same controls in the same order for a lure and a genuine message, whatever comes back', async () => {
    await speak(language);
    const drawings: { readonly html: string; readonly controls: readonly string[] }[] = [];
    for (const message of [
      aMessage({ id: 'one', verify: answers }),
      aLegitimateMessage({ id: 'one', verify: opposite }),
      aMessage({ id: 'one' }),
      aLegitimateMessage({ id: 'one', verify: { site: { ja: '短い。', en: 'Short.' } } }),
    ]) {
      const drawn = await drawPlaces(message);
      drawings.push({ html: htmlOf(drawn), controls: controls() });
      drawn.unmount();
    }
    const [first] = drawings;
    expect(drawings).toEqual(drawings.map(() => first));
    const order = [said.provider, said.site, said.tickets, said.desk, said.notices, said.within];
    expect(first?.controls.slice(1)).toEqual(order.map((name) => expect.stringMatching(name)));
  });

  it('begin with the first contact, the official site and the records, and count the others', async () => {
    await speak(language);
    const { user } = await drawPlaces(aMessage(), { unfolds: false });
    const first = [said.provider, said.site, said.tickets, said.more].map((name) =>
      expect.stringMatching(name),
    );
    expect(controls().slice(1)).toEqual(first);
    expect(controls().at(-1)).toContain('3');
    await user.click(screen.getByRole('button', { name: said.more }));
    expect(controls().slice(1)).toHaveLength(6);
  });

  it('say what came back once chosen, by keyboard as well', async () => {
    await speak(language);
    const { user } = await drawPlaces(aMessage({ verify: answers }));
    const reply = answers.contacts?.[0]?.reply[language] ?? '';
    expect(screen.queryByText(reply)).toBeNull();
    screen.getByRole('button', { name: said.provider }).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByText(reply)).toBeVisible();
    for (const place of ['site', 'tickets', 'within'] as const) {
      await user.click(screen.getByRole('button', { name: said[place] }));
      expect(screen.getByText(answers[place]?.[language] ?? '')).toBeVisible();
    }
    await user.click(screen.getByRole('button', { name: said.notices }));
    expect(screen.getByText(notices[0]?.text[language] ?? '')).toBeVisible();
    await user.click(screen.getByRole('button', { name: said.provider }));
    expect(screen.queryByText(reply)).toBeNull();
  });

  it('give the same sentence where nothing is written, for a lure as for a genuine message', async () => {
    await speak(language);
    const texts: string[] = [];
    for (const message of [aMessage({ id: 'one' }), aLegitimateMessage({ id: 'one' })]) {
      const drawn = await drawPlaces(message);
      for (const place of ['desk', 'notices', 'tickets', 'site', 'within'] as const) {
        await drawn.user.click(screen.getByRole('button', { name: said[place] }));
      }
      expect(screen.getAllByText(said.nobody)).toHaveLength(2);
      texts.push(htmlOf(drawn));
      drawn.unmount();
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it('record each look once, and fill in the action like any choice of it', async () => {
    await speak(language);
    const message = aMessage({ verify: answers });
    const { user, game } = play(aScenario({ messages: [message], directory, notices }), { open: message.id });
    await user.click(screen.getByRole('radio', { name: said.open }));
    const dialog = within(await screen.findByRole('dialog', { name: said.dialog }));
    await user.click(dialog.getByRole('button', { name: said.more }));
    for (const place of ['provider', 'site', 'within', 'site', 'site'] as const) {
      await user.click(dialog.getByRole('button', { name: said[place] }));
    }
    const looks = ['contact/hanamori', 'site', 'within'].map((source) => ({
      kind: 'look',
      message: message.id,
      source,
    }));
    expect(made(game)).toMatchObject(looks);
    expect(made(game)).toHaveLength(looks.length);
    const [contact, inMessage] = dialog.getAllByRole('button', { name: said.act });
    if (contact === undefined || inMessage === undefined) throw new Error('no way to make it the action');
    await user.click(inMessage);
    await user.click(contact);
    expect(dialog.getByRole('button', { name: said.acted, pressed: true })).toHaveFocus();
    expect(made(game)).toMatchObject([
      ...looks,
      { kind: 'act', message: message.id, action: { kind: 'verifyWithin' } },
      { kind: 'act', message: message.id, action: { kind: 'verify', contact: 'hanamori' } },
    ]);
  });
});

describe('what a source can settle', () => {
  it('is said after choosing it, the same for every message, and not without coaching', async () => {
    const notes: (readonly (string | null)[])[] = [];
    const ask = async (drawn: Drawn): Promise<void> => {
      for (const place of ['provider', 'notices', 'tickets', 'site', 'within'] as const) {
        await drawn.user.click(screen.getByRole('button', { name: words.ja[place] }));
      }
      notes.push([...drawn.container.querySelectorAll('.verify-why')].map(({ textContent }) => textContent));
      drawn.unmount();
    };
    await ask(await drawPlaces(aMessage({ verify: answers })));
    await ask(await drawPlaces(aLegitimateMessage({ verify: opposite })));
    await ask(await drawPlaces(aMessage({ verify: answers }), { coaching: false }));
    expect(notes[0]).toHaveLength(5);
    expect(notes[1]).toEqual(notes[0]);
    expect(notes[2]).toEqual([]);
  });
});

describe('the places of a private mailbox', () => {
  const papers = {
    ja: '不在票の番号は 4012 から始まります。',
    en: 'The number on the slip starts with 4012.',
  };

  it.each([
    {
      language: 'ja',
      company: /社内|同僚/,
      open: [/公的な注意喚起/, /手もとの紙/, /公式のアプリやサイト/],
    },
    {
      language: 'en',
      company: /company|colleague|ticket/i,
      open: [/Public warnings/, /Papers at hand/, /official app or site/],
    },
  ] as const)('are those a private person has, in $language, and nothing of a company', async (said) => {
    await speak(said.language);
    const { user, container } = await drawPlaces(
      aMessage({ verify: { papers, tickets: answers.tickets ?? papers } }),
      {
        mailbox: 'private',
      },
    );
    for (const name of said.open) await user.click(screen.getByRole('button', { name }));
    expect(screen.getByText(papers[said.language])).toBeVisible();
    expect(screen.getByText(notices[0]?.text[said.language] ?? '')).toBeVisible();
    expect(container.textContent).not.toMatch(said.company);
  });

  it('are the same for a lure and a genuine message, whether its papers say something or not', async () => {
    await speak('ja');
    const drawings: string[] = [];
    for (const message of [
      aMessage({ id: 'one', verify: { papers } }),
      aLegitimateMessage({ id: 'one', verify: { papers: both('カードの裏の番号です。') } }),
      aLegitimateMessage({ id: 'one' }),
    ]) {
      const drawn = await drawPlaces(message, { mailbox: 'private' });
      await screen.findByRole('dialog');
      drawings.push(htmlOf(drawn));
      drawn.unmount();
    }
    expect(drawings).toEqual(drawings.map(() => drawings[0]));
  });
});

describe('the directory among the places', () => {
  const place = { name: '公式情報の一覧' };

  it('is the same for every message, and says nothing of the open one', async () => {
    await speak('ja');
    const source: WorldSource = async () => ({ kind: 'found', world: aWorld() });
    const lists: string[] = [];
    for (const message of [aMessage({ verify: answers }), aLegitimateMessage({ verify: opposite })]) {
      const drawn = await drawPlaces(message, { source });
      await drawn.user.click(await screen.findByRole('button', place));
      lists.push((await screen.findByRole('searchbox')).closest('.directory')?.innerHTML ?? '');
      drawn.unmount();
    }
    expect(lists[0]).toContain('kamome.example');
    expect(lists[0]?.replace(/_r_\w+_/g, 'id')).toBe(lists[1]?.replace(/_r_\w+_/g, 'id'));
  });

  it('says that it could not be loaded, and every other place goes on', async () => {
    await speak('ja');
    const { user } = await drawPlaces(aMessage({ verify: answers }), {
      source: async () => ({ kind: 'unreadable' }),
    });
    await user.click(await screen.findByRole('button', place));
    expect(screen.getByText(/公式情報の一覧を読み込めませんでした/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: words.ja.site }));
    expect(screen.getByText(answers.site?.ja ?? '')).toBeVisible();
  });

  it('is not offered where the pack stands in no world', async () => {
    await speak('ja');
    await drawPlaces(aMessage());
    await screen.findByRole('button', { name: words.ja.within });
    expect(screen.queryByRole('button', place)).toBeNull();
  });
});
