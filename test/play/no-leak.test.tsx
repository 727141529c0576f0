import { type Flags, noAnswer } from '../../src/core/engine/answer.ts';
import path from 'node:path';
import { Fragment, type ReactNode, Suspense } from 'react';
import { prerender } from 'react-dom/static';
import { beforeAll, describe, expect, it } from 'vitest';
import { diskReader, packsIn } from '../../src/build/disk.ts';
import { AnswerPanel } from '../../src/play/answer/AnswerPanel.tsx';
import { inboxRound, type PlayedMessage } from '../../src/core/round/played-message.ts';
import VerifyPlaces from '../../src/play/answer/VerifyPlaces.tsx';
import { loadPack } from '../../src/core/lint/load.ts';
import { linkRegion } from '../../src/core/scenario/layout/block-kinds.ts';
import { senderOf } from '../../src/core/scenario/layout/headline.ts';
import { layOut } from '../../src/core/scenario/layout/regions.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import { channels } from '../../src/core/scenario/format/vocabulary.ts';
import { changeLanguage } from '../../src/i18n/setup.ts';
import { CertificateSheet } from '../../src/inbox/inspect/CertificateSheet.tsx';
import FileSheet from '../../src/inbox/inspect/FileSheet.tsx';
import HeaderDetails from '../../src/inbox/inspect/HeaderDetails.tsx';
import HeaderSource from '../../src/inbox/inspect/HeaderSource.tsx';
import LinkLens from '../../src/inbox/inspect/LinkLens.tsx';
import { MarksProvider } from '../../src/inbox/marks.tsx';
import { MessageView } from '../../src/inbox/message/MessageView.tsx';
import MockBrowser from '../../src/inbox/inspect/MockBrowser.tsx';
import { createGame, type Game } from '../../src/play/store.ts';
import { Motion } from '../../src/ui/motion/motion.tsx';

const content = path.resolve(import.meta.dirname, '../../content');
const nothing = (): void => undefined;
const noFlags: Flags = new Map();

/** A view of an unanswered message, and what it draws. */
interface Place {
  readonly name:
    | 'message'
    | 'details'
    | 'source'
    | 'answer'
    | 'verify'
    | 'file'
    | 'lens'
    | 'page'
    | 'certificate';
  readonly drawn: ReactNode;
}

/** All opened inspectors of an unanswered message. */
function placesOf(game: Game, { sealed, scenario, assets }: PlayedMessage): readonly Place[] {
  const { pages, files } = layOut(sealed);
  const { attachments = [], links = [] } = sealed;
  const common = { assets, coaching: true, onClose: nothing };
  return [
    { name: 'message', drawn: <MessageView message={sealed} scenario={scenario} assets={assets} coaching /> },
    {
      name: 'answer',
      drawn: (
        <AnswerPanel
          game={game}
          message={sealed}
          scenario={scenario}
          assets={assets}
          answer={noAnswer}
          coaching
        />
      ),
    },
    {
      name: 'verify',
      drawn: (
        <VerifyPlaces
          message={sealed}
          scenario={scenario}
          assets={common.assets}
          action={undefined}
          coaching
          onLook={nothing}
          onAct={nothing}
          onClose={nothing}
        />
      ),
    },
    ...(sealed.channel === 'mail'
      ? ([
          {
            name: 'details',
            drawn: <HeaderDetails message={sealed} recipient={scenario.recipient} coaching />,
          },
          { name: 'source', drawn: <HeaderSource message={sealed} recipient={scenario.recipient} /> },
        ] satisfies readonly Place[])
      : []),
    ...attachments.map((attachment): Place => ({
      name: 'file',
      drawn: (
        <FileSheet
          {...common}
          attachment={attachment}
          blocks={files.get(attachment.id) ?? []}
          passwordIn={undefined}
        />
      ),
    })),
    ...links.map(({ id, url, page }): Place => ({
      name: 'lens',
      drawn: (
        <LinkLens
          url={url}
          region={linkRegion(id)}
          sender={senderOf(sealed)}
          scenario={scenario}
          assets={common.assets}
          coaching
          onClose={nothing}
          onOpen={page === undefined ? undefined : nothing}
        />
      ),
    })),
    ...(sealed.pages ?? []).flatMap((page): readonly Place[] => [
      {
        name: 'page',
        drawn: (
          <MockBrowser
            {...common}
            page={page}
            pages={sealed.pages ?? []}
            blocks={pages.get(page.id) ?? []}
            scenario={scenario}
            onPage={nothing}
          />
        ),
      },
      { name: 'certificate', drawn: <CertificateSheet page={page} clock={scenario.clock} /> },
    ]),
  ];
}

/** Draws and waits for the parts that load on use. */
async function drawn({ name, drawn: node }: Place): Promise<HTMLElement> {
  const { prelude } = await prerender(
    <Motion>
      <MarksProvider marks={{ mode: 'play', flags: noFlags, onToggle: nothing }}>
        <Suspense fallback={null}>
          <Fragment>{node}</Fragment>
        </Suspense>
      </MarksProvider>
    </Motion>,
  );
  const holder = document.createElement('div');
  holder.innerHTML = await new Response(prelude).text();
  // In a browser, a script moves streamed parts to their placeholders.
  for (const script of holder.querySelectorAll('script, template')) script.remove();
  holder.dataset['place'] = name;
  return holder;
}

/** Words that would give a message away; ids of authors in regions must not contain them either. */
const telling =
  /(?:^|[^a-z])(?:phish|phishing|legitimate|lure|genuine|decoy|clue|myth|reassurance|truth|solution|fake|fraud|scam)(?:[^a-z]|$)/i;
/** Attributes with words of the message itself, which may mention fraud. */
const worded = new Set(['alt', 'aria-label', 'title', 'placeholder', 'style', 'src']);

/** The parts of the solution that the drawing of an unanswered message reveals. */
function leaksIn(holder: Element, { id, solution }: Message): readonly string[] {
  const explained = [
    solution.lesson,
    solution.best.reason,
    ...solution.decoys.map(({ explanation }) => explanation),
    ...(solution.truth === 'phish'
      ? [
          ...solution.clues.map(({ explanation }) => explanation),
          ...solution.facts.map(({ title }) => title),
          ...(solution.pull ? [solution.pull] : []),
        ]
      : solution.reassurances.map(({ explanation }) => explanation)),
  ].flatMap(({ ja, en }) => [ja, en]);
  const text = holder.textContent;
  const said = explained.filter((sentence) => text.includes(sentence));
  const attributes = [...holder.querySelectorAll('*')].flatMap((element) =>
    element
      .getAttributeNames()
      .filter((name) => !worded.has(name))
      .map((name) => `${name}=${element.getAttribute(name)}`),
  );
  const told = attributes.filter(
    (attribute) => telling.test(attribute) || attribute.split(/[=/ ]/).includes(id),
  );
  return [...said, ...told];
}

/** Controls that every message of a channel has, in order, whatever its author wrote. */
function fixedControls(holder: Element): readonly string[] {
  const ofAuthors = '.link-tool, .attachments *, .qr *, .browser-tabs *, .browser-page *';
  return [...holder.querySelectorAll('button, select, option, input, summary, textarea')]
    .filter((control) => !control.matches(ofAuthors))
    .map((control) => {
      const name = control.getAttribute('aria-label') ?? control.textContent;
      return `${control.tagName.toLowerCase()}.${control.className} ${name}`;
    });
}

/** Regions that every message of a channel has. */
function fixedRegions(holder: HTMLElement): readonly string[] {
  return [...holder.querySelectorAll('.region')].flatMap((region) => {
    const key = region.getAttribute('data-region') ?? '';
    // The sender card names copies only if there are any; the details always have the field.
    if (key === 'field/cc' && holder.dataset['place'] === 'message') return [];
    if (/^(?:field|slot)\//.test(key)) return [key];
    const part = /^(?:page|file)\/[^/]+\/([a-z]+)$/.exec(key)?.[1];
    return part === undefined ? [] : [part];
  });
}

/** How a region is drawn, without its text and place. */
function looksOf(holder: Element): readonly string[] {
  return [...holder.querySelectorAll('.region')].map((region) =>
    region
      .getAttributeNames()
      .filter((name) => name !== 'data-region')
      .map((name) => `${name}=${region.getAttribute(name)}`)
      .join(' '),
  );
}

interface Seen {
  readonly message: Message;
  /** The inbox that it lies in. */
  readonly inbox: string;
  readonly holders: readonly HTMLElement[];
}

/** The shapes of a place in lures or in genuine messages. They must be equal, or the shape gives a message away. */
function shapes(seen: readonly Seen[], place: string, shape: (holder: HTMLElement) => readonly string[]) {
  const of = (truth: string): readonly string[] => {
    const holders = seen
      .filter(({ message }) => message.solution.truth === truth)
      .flatMap(({ holders: all }) => all.filter(({ dataset }) => dataset['place'] === place));
    return [...new Set(holders.map((holder) => shape(holder).join('\n')))].toSorted();
  };
  return { phish: of('phish'), legitimate: of('legitimate') };
}

const seen: Seen[] = [];
beforeAll(async () => {
  await changeLanguage('ja');
  for (const id of await packsIn(content)) {
    const { pack, scenarios } = await loadPack(diskReader(content), id);
    if (pack === undefined) continue;
    for (const scenario of scenarios) {
      const round = inboxRound(scenario, { pack, assets: 'assets/' });
      const game = createGame(round, { now: () => 0 });
      for (const played of round.messages) {
        const holders: HTMLElement[] = [];
        for (const place of placesOf(game, played)) holders.push(await drawn(place));
        seen.push({ message: played.message, inbox: `${id}/${scenario.id}`, holders });
      }
    }
  }
}, 120_000);

/** Every kind of control and element, sorted, each once. */
function kinds(holder: Element): readonly string[] {
  const controls = [...holder.querySelectorAll('button, select, input, summary, textarea, [role="button"]')];
  return [
    ...new Set(
      controls.map((control) => `${control.tagName} ${control.className} ${control.getAttribute('role')}`),
    ),
  ].toSorted();
}

const everywhere = [
  'message',
  'details',
  'source',
  'answer',
  'verify',
  'file',
  'lens',
  'page',
  'certificate',
];

describe('no message of the shipped packs, before it is answered,', () => {
  it('reveals its solution in a text, a class or an attribute', () => {
    expect(seen.length).toBeGreaterThan(80);
    const leaks = seen.flatMap(({ message, holders }) =>
      holders.flatMap((holder) => leaksIn(holder, message).map((leak) => `${message.id}: ${leak}`)),
    );
    expect(leaks).toEqual([]);
  });

  it('is drawn without content', () => {
    const empty = seen.flatMap(({ message, holders }) =>
      holders
        .filter(({ textContent }) => textContent.length < 8)
        .map(({ dataset }) => `${message.id} ${dataset['place']}`),
    );
    expect(empty).toEqual([]);
  });

  it.each([
    ['an attribute', (holder: Element) => holder.firstElementChild?.setAttribute('data-kind', 'phish')],
    ['a class', (holder: Element) => holder.firstElementChild?.classList.add('is-lure')],
    [
      'the id of a message',
      (holder: Element, { id }: Message) => holder.firstElementChild?.setAttribute('id', id),
    ],
    ['an explanation', (holder: Element, { solution }: Message) => holder.append(solution.lesson.en)],
  ])('could reveal it by %s without this test noticing', (_, plant) => {
    const [first] = seen;
    const holder = first?.holders[0]?.cloneNode(true);
    if (first === undefined || !(holder instanceof Element)) throw new Error('nothing was drawn');
    expect(leaksIn(holder, first.message)).toEqual([]);
    plant(holder, first.message);
    expect(leaksIn(holder, first.message)).not.toEqual([]);
  });
});

describe.each(channels)('in the channel %s lures and genuine messages', (channel) => {
  const mine = (): readonly Seen[] => seen.filter(({ message }) => message.channel === channel);

  it.each([
    ['the same controls in the same order', fixedControls],
    ['the same fields, places and parts to flag, in the same order', fixedRegions],
  ])('have %s', (_, shape) => {
    // The number of lines of the original depends on its sender; all its fields are in the details. The ways to
    // check are those of an inbox, and are compared within it.
    for (const place of everywhere.filter((name) => name !== 'source' && name !== 'verify')) {
      const { phish, legitimate } = shapes(mine(), place, shape);
      // A place that only one kind has, such as a file, cannot be compared.
      if (phish.length === 0 || legitimate.length === 0) continue;
      expect(phish, place).toEqual(legitimate);
    }
  });

  it('have regions that all look the same', () => {
    const looks = new Set(mine().flatMap(({ holders }) => holders.flatMap(looksOf)));
    // A region that continues after a bold word is one keyboard stop; its later elements are none.
    looks.delete('class=region');
    expect(looks).toEqual(new Set(['class=region role=button tabindex=-1 aria-pressed=false']));
  });
});

it.each([
  ['mail', (channel: string) => channel === 'mail'],
  ['every other channel', (channel: string) => channel !== 'mail'],
])('the messages of an inbox have the same ways to check, in the same order: %s', (_, isMine) => {
  const ways = new Map<string, Set<string>>();
  for (const { message, inbox, holders } of seen.filter(({ message: { channel } }) => isMine(channel))) {
    const mine = holders
      .filter(({ dataset }) => dataset['place'] === 'verify')
      .map((holder) => fixedControls(holder).join('\n'));
    expect(mine, message.id).toHaveLength(1);
    ways.set(inbox, new Set([...(ways.get(inbox) ?? []), ...mine]));
  }
  expect(ways.size).toBeGreaterThan(4);
  expect([...ways].filter(([, of]) => of.size > 1)).toEqual([]);
});

it('lures and genuine messages have the same kinds of controls', () => {
  const all = (truth: string): readonly string[] =>
    [
      ...new Set(
        seen
          .filter(({ message }) => message.solution.truth === truth)
          .flatMap(({ holders }) => holders.flatMap((holder) => kinds(holder))),
      ),
    ].toSorted();
  expect(all('phish')).toEqual(all('legitimate'));
});

it('a control that only a lure has is found', () => {
  const mails = seen.filter(({ message }) => message.channel === 'mail');
  const planted = mails.map((one): Seen => {
    if (one.message.solution.truth !== 'phish') return one;
    const holders = one.holders.map((holder) => {
      const copy = holder.cloneNode(true);
      if (!(copy instanceof HTMLElement)) throw new Error('no element');
      copy.append(document.createElement('button'));
      return copy;
    });
    return { ...one, holders };
  });
  const { phish, legitimate } = shapes(planted, 'details', fixedControls);
  expect(phish).not.toEqual(legitimate);
});
