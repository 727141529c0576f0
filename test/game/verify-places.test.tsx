import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Message, Scenario, Verify } from '../../src/core/scenario/schema.ts';
import { inboxRound } from '../../src/game/played-message.ts';
import VerifyPlaces from '../../src/game/VerifyPlaces.tsx';
import type { Language } from '../../src/i18n/language.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../fixtures/builders.ts';
import { draw, type Drawn, made, play, speak } from '../fixtures/screen.tsx';

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
    dialog: 'このメールを確かめる',
    desk: /情報システム係/,
    provider: /花森ウェブメール/,
    notices: /掲示板/,
    tickets: /チケット/,
    site: /公式サイト/,
    within: /このメールの/,
    nobody: /つながりません/,
    act: 'この相手に確かめる、と答える',
    acted: '回答の「対応」に選んであります',
  },
  en: {
    open: 'Verify',
    dialog: 'Verify this message',
    desk: /IT desk/,
    provider: /Hanamori Webmail/,
    notices: /notice board/,
    tickets: /ticket page/,
    site: /official site/,
    within: /in this message/,
    nobody: /Nobody in charge/,
    act: 'Answer: check with this contact',
    acted: 'Chosen as your action',
  },
} satisfies Record<Language, unknown>;
const languages = ['ja', 'en'] as const satisfies readonly Language[];

function drawPlaces(message: Message, { coaching = true } = {}): Drawn {
  const scenario = aScenario({ messages: [message], directory, notices });
  const [played] = inboxRound(scenario, {
    pack: { id: 'test' },
    assets: 'content/packs/test/assets/',
  }).messages;
  if (played === undefined) throw new Error('no message');
  return draw(
    <VerifyPlaces
      message={played.sealed}
      scenario={scenario}
      assets={played.assets}
      action={undefined}
      coaching={coaching}
      onAct={() => undefined}
      onClose={() => undefined}
    />,
  );
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
    const drawings = [
      aMessage({ id: 'one', verify: answers }),
      aLegitimateMessage({ id: 'one', verify: opposite }),
      aMessage({ id: 'one' }),
      aLegitimateMessage({ id: 'one', verify: { site: { ja: '短い。', en: 'Short.' } } }),
    ].map((message) => {
      const drawn = drawPlaces(message);
      const seen = { html: htmlOf(drawn), controls: controls() };
      drawn.unmount();
      return seen;
    });
    const [first] = drawings;
    expect(drawings).toEqual(drawings.map(() => first));
    const order = [said.provider, said.desk, said.notices, said.tickets, said.site, said.within];
    expect(first?.controls.slice(1)).toEqual(order.map((name) => expect.stringMatching(name)));
  });

  it('say what came back once chosen, by keyboard as well', async () => {
    await speak(language);
    const { user } = drawPlaces(aMessage({ verify: answers }));
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
      const drawn = drawPlaces(message);
      for (const place of ['desk', 'notices', 'tickets', 'site', 'within'] as const) {
        await drawn.user.click(screen.getByRole('button', { name: said[place] }));
      }
      expect(screen.getAllByText(said.nobody)).toHaveLength(2);
      texts.push(htmlOf(drawn));
      drawn.unmount();
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it('fill in the action, which costs one move like any choice of it, and nothing else is recorded', async () => {
    await speak(language);
    const message = aMessage({ verify: answers });
    const { user, game } = play(aScenario({ messages: [message], directory, notices }), { open: message.id });
    const [open] = screen.getAllByRole('button', { name: said.open });
    if (open === undefined) throw new Error('no way to verify');
    await user.click(open);
    const dialog = within(await screen.findByRole('dialog', { name: said.dialog }));
    for (const place of ['provider', 'site', 'within'] as const) {
      await user.click(dialog.getByRole('button', { name: said[place] }));
    }
    expect(made(game)).toEqual([]);
    await user.click(dialog.getByRole('button', { name: said.act }));
    expect(dialog.getByRole('button', { name: said.acted, pressed: true })).toHaveFocus();
    expect(made(game)).toMatchObject([
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
    await ask(drawPlaces(aMessage({ verify: answers })));
    await ask(drawPlaces(aLegitimateMessage({ verify: opposite })));
    await ask(drawPlaces(aMessage({ verify: answers }), { coaching: false }));
    expect(notes[0]).toHaveLength(5);
    expect(notes[1]).toEqual(notes[0]);
    expect(notes[2]).toEqual([]);
  });
});
