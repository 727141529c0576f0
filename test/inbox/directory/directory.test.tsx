import { act, screen, within } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Marks, MarksProvider } from '../../../src/inbox/marks.tsx';
import LinkLens from '../../../src/inbox/inspect/LinkLens.tsx';
import SenderStanding from '../../../src/inbox/directory/SenderStanding.tsx';
import { type WorldSource, WorldSourceContext } from '../../../src/inbox/directory/world-source.ts';
import { inPieces } from '../../fixtures/in-pieces.ts';
import { aDelivery, aScenario, both } from '../../fixtures/builders.ts';
import { anOrganization, aWorld } from '../../fixtures/lint.ts';
import { draw, type Drawn, speak } from '../../fixtures/screen.tsx';

const explained: Marks = {
  mode: 'explained',
  flags: new Map(),
  findings: new Map(),
  onChoose: () => undefined,
};

const world = aWorld({
  organizations: [
    anOrganization({ phone: '03-0000-0201' }),
    anOrganization({
      id: 'tasuki',
      name: { ja: 'たすき労務', en: 'Tasuki HR' },
      domains: ['tasuki.example'],
      addresses: ['notice@tasuki.example'],
      inDirectoryOf: 'work',
    }),
  ],
});
const found: WorldSource = async () => ({ kind: 'found', world });
const unreadable: WorldSource = async () => ({ kind: 'unreadable' });
const none: WorldSource = async () => ({ kind: 'none' });
const never: WorldSource = () => new Promise(() => undefined);

const scenario = aScenario();
const assets = 'content/packs/test/assets/';

/** Draws with a source of the world; after the answer the message has findings. */
async function drawWith(source: WorldSource, answered: boolean, screen: ReactNode): Promise<Drawn> {
  return act(() =>
    Promise.resolve(
      draw(
        <WorldSourceContext value={source}>
          <MarksProvider marks={answered ? explained : { mode: 'kept', flags: new Map() }}>
            <Suspense fallback={null}>{screen}</Suspense>
          </MarksProvider>
        </WorldSourceContext>,
      ),
    ),
  );
}
const sender = { ja: 'カモメ便 お客様センター', en: 'Kamome customer centre' };
const lens = (source: WorldSource, url: string, { answered = false, coaching = true } = {}) =>
  drawWith(
    source,
    answered,
    <LinkLens
      url={url}
      sender={sender}
      scenario={scenario}
      assets={assets}
      coaching={coaching}
      onClose={() => undefined}
    />,
  );
const genuine = 'https://track.kamome.example/';
const lure = 'https://kamome-redelivery.example/';
const lookUp = { name: '一覧で調べる' };

beforeEach(() => speak('ja'));
afterEach(() => vi.useRealTimers());

describe('the link lens', () => {
  it.each([true, false])(
    'does not show directory entries before the answer, with coaching: %s',
    async (coaching) => {
      for (const url of [genuine, lure]) {
        const { container, unmount } = await lens(found, url, { coaching });
        await screen.findByRole('button', lookUp);
        expect(container.querySelector('.owner-note')).toBeNull();
        expect(screen.queryByText(/一覧にある/)).toBeNull();
        expect(screen.queryByText('カモメ便のドメイン')).toBeNull();
        unmount();
      }
    },
  );

  it('puts the domain of whoever the player chooses below the domain of the link', async () => {
    for (const url of [genuine, lure]) {
      const { user, unmount } = await lens(found, url);
      await user.click(await screen.findByRole('button', lookUp));
      await user.click(await screen.findByRole('button', { name: 'たすき労務と見比べる' }));
      const line = screen.getByText('たすき労務のドメイン').parentElement;
      expect(line).toHaveTextContent('tasuki.example');
      expect(line).toHaveFocus();
      expect(screen.queryByRole('searchbox')).toBeNull();
      await user.click(screen.getByRole('button', lookUp));
      await user.click(await screen.findByRole('button', { name: 'カモメ便と見比べる' }));
      expect(screen.getByText('カモメ便のドメイン').nextSibling).toHaveTextContent('kamome.example');
      expect(screen.queryByText('たすき労務のドメイン')).toBeNull();
      unmount();
    }
  });

  it('puts it beside what the sender says it is by itself after the answer', async () => {
    for (const url of [genuine, lure]) {
      const { unmount } = await lens(found, url, { answered: true });
      expect((await screen.findByText('カモメ便のドメイン')).nextSibling).toHaveTextContent('kamome.example');
      unmount();
    }
  });

  it('offers the whole directory for searching, the same for a lure and a genuine link', async () => {
    const lists: string[] = [];
    for (const url of [genuine, lure]) {
      const { user, unmount } = await lens(found, url, { coaching: false });
      await user.click(await screen.findByRole('button', lookUp));
      const search = await screen.findByRole('searchbox');
      expect(search).toHaveValue('');
      lists.push(search.closest('.look-up')?.textContent ?? '');
      await user.type(search, 'たすき');
      expect(screen.getByText('1件')).toBeVisible();
      expect(screen.getByText(inPieces('tasuki.example'), { selector: 'code' })).toBeVisible();
      expect(screen.queryByText(inPieces('notice@mail.kamome.example'), { selector: 'code' })).toBeNull();
      await user.clear(search);
      await user.type(search, 'kamome-redelivery.example');
      expect(screen.getByText(/一覧にはありません/)).toBeVisible();
      unmount();
    }
    expect(lists[0]).toContain('カモメ便');
    expect(lists[0]).toContain('花森ウェブメール');
    expect(lists[1]).toBe(lists[0]);
  });

  it('names the owner of the domain after the answer, or says that nobody in the directory has it', async () => {
    const drawn = await lens(found, genuine, { answered: true });
    expect(await screen.findByText(/kamome\.example は、公式情報の一覧にある「カモメ便」/)).toBeVisible();
    drawn.unmount();
    await lens(found, lure, { answered: true });
    expect(
      await screen.findByText(/kamome-redelivery\.example は、公式情報の一覧にも連絡先にもありません/),
    ).toBeVisible();
  });

  it('uses the contacts if a pack has no world, and shows no directory', async () => {
    const { user } = await lens(none, 'https://www.example1.co.jp/', { answered: true });
    expect(await screen.findByText(/連絡先の「花森ウェブメール」と同じドメインです/)).toBeVisible();
    await user.click(screen.getByRole('button', lookUp));
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.queryByText(/読み込めませんでした/)).toBeNull();
  });

  it('says in one sentence that the directory could not be loaded, and still analyses the address', async () => {
    const { user } = await lens(unreadable, lure);
    expect(screen.getByText('登録ドメイン').nextElementSibling).toHaveTextContent('kamome-redelivery');
    await user.click(screen.getByRole('button', lookUp));
    expect(screen.getByText(/公式情報の一覧を読み込めませんでした/)).toBeVisible();
  });

  it('says so for a directory that never loads', async () => {
    vi.useFakeTimers();
    await lens(never, lure);
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    act(() => screen.getByRole('button', lookUp).click());
    expect(screen.getByText(/公式情報の一覧を読み込めませんでした/)).toBeVisible();
  });
});

describe('the line below the sender card', () => {
  const from = (address: string, delivery = aDelivery()) => ({
    from: { name: both('x'), address },
    delivery,
  });

  it.each([
    [
      'notice@kamome.example',
      /「カモメ便」のドメイン kamome\.example ですが、これについてpassした認証がありません/,
    ],
    [
      'desk@example1.co.jp',
      /「花森ウェブメール」と同じ example1\.co\.jp ですが、これについてpassした認証がありません/,
    ],
  ])('says that no check passed for %s, whose domain is known', async (address, said) => {
    const delivery = aDelivery({
      spf: 'fail',
      dkim: { domain: 'evil.example', selector: 's', result: 'pass' },
    });
    await drawWith(
      found,
      true,
      <SenderStanding message={from(address, delivery)} scenario={scenario} assets={assets} />,
    );
    expect(await screen.findByText(said)).toBeVisible();
    expect(screen.queryByText(/乗っ取られたアカウント/)).toBeNull();
  });

  it('names the owner of the domain of the address, or of a parent domain', async () => {
    const drawn = await drawWith(
      found,
      true,
      <SenderStanding message={from('notice@mail.kamome.example')} scenario={scenario} assets={assets} />,
    );
    expect(await screen.findByText(/kamome\.example は、公式情報の一覧にある「カモメ便」/)).toBeVisible();
    drawn.unmount();
    await speak('en');
    await drawWith(
      found,
      true,
      <SenderStanding message={from('x@kamome.example.net')} scenario={scenario} assets={assets} />,
    );
    expect(await screen.findByText(/^example\.net is neither in the directory/)).toBeVisible();
  });

  it('keeps its place until it can be said', async () => {
    await drawWith(
      never,
      true,
      <SenderStanding message={from('notice@kamome.example')} scenario={scenario} assets={assets} />,
    );
    expect(screen.getByText('読み込んでいます…')).toBeVisible();
  });

  it('distinguishes the directory of a private mailbox from that of a company', async () => {
    const recipient = { ...scenario.recipient, mailbox: 'private' } as const;
    await drawWith(
      found,
      true,
      <SenderStanding
        message={from('notice@tasuki.example')}
        scenario={{ directory: [{ id: 'mother', name: both('母'), role: both('家族') }], recipient }}
        assets={assets}
      />,
    );
    expect(
      await screen.findByText(/tasuki\.example は、公式情報の一覧にも連絡先にもありません/),
    ).toBeVisible();
  });
});

describe('text of a world', () => {
  it('is never interpreted as HTML', async () => {
    const hostile = aWorld({
      organizations: [
        anOrganization({ writes: both('<img src=x onerror=alert(1)>'), site: 'https://kamome.example/' }),
      ],
    });
    const { user, container } = await lens(async () => ({ kind: 'found', world: hostile }), lure);
    await user.click(screen.getByRole('button', lookUp));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText('<img src=x onerror=alert(1)>')).toBeVisible();
    expect(container.querySelector('img, [href]')).toBeNull();
  });
});
