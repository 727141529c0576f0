/** Every reference to another part of the scenario must lead to an existing part. */
import type { Message } from '../../scenario/format/message.ts';
import type { Scenario } from '../../scenario/format/scenario.ts';
import type { Localized } from '../../scenario/format/text.ts';
import { languages } from '../../scenario/format/vocabulary.ts';
import { isSourceBlock } from '../../scenario/layout/block-kinds.ts';
import {
  blockPlaces,
  bodiesOf,
  leafPlaces,
  linePlaces,
  pageBlockPlaces,
} from '../../scenario/layout/walk.ts';
import type { Path } from '../../scenario/read/locate.ts';
import type { Rule } from '../rule.ts';
import { unknownId } from './unknown-id.ts';

/** Every run, button, picture and QR code leads to a link of its message. */
export const unknownLink: Rule = {
  name: 'unknown-link',
  severity: 'error',
  summary: { ja: '`links` にないリンクの名前', en: 'A name that is not in `links`' },
  scope: 'message',
  check: (message, path) => {
    const links = (message.links ?? []).map(({ id }) => id);
    return linkNames(message, path).flatMap(({ id, path: at }) =>
      links.includes(id) ? [] : [{ path: at, text: unknownId(id, links, 'links') }],
    );
  },
};

function linkNames(message: Message, path: Path): readonly { readonly id: string; readonly path: Path }[] {
  return bodiesOf(message, path).flatMap(({ blocks, path: at }) => [
    ...linePlaces(blocks, at).flatMap(({ line, path: where }) =>
      languages.flatMap((language) => {
        const runs = line[language];
        return typeof runs === 'string'
          ? []
          : runs.flatMap((run, index) =>
              typeof run === 'string' || run.link === undefined
                ? []
                : [{ id: run.link, path: [...where, language, index, 'link'] }],
            );
      }),
    ),
    ...leafPlaces(blocks, at).flatMap(({ leaf, path: where }) => [
      ...('link' in leaf && leaf.link !== undefined ? [{ id: leaf.link, path: [...where, 'link'] }] : []),
      ...('areas' in leaf && leaf.areas !== undefined
        ? leaf.areas.map(({ link }, index) => ({ id: link, path: [...where, 'areas', index, 'link'] }))
        : []),
    ]),
  ]);
}

/** Every link and page leads to a page of its message. */
export const unknownPage: Rule = {
  name: 'unknown-page',
  severity: 'error',
  summary: { ja: '`pages` にないページの名前', en: 'A name that is not in `pages`' },
  scope: 'message',
  check: ({ links = [], pages = [] }, path) => {
    const known = pages.map(({ id }) => id);
    const named = [
      ...links.map(({ page }, index) => ({ id: page, path: [...path, 'links', index, 'page'] })),
      ...pages.map(({ next }, index) => ({ id: next, path: [...path, 'pages', index, 'next'] })),
    ];
    return named.flatMap(({ id, path: at }) =>
      id === undefined || known.includes(id) ? [] : [{ path: at, text: unknownId(id, known, 'pages') }],
    );
  },
};

/** Blocks of pages stand on pages only. */
export const pageBlockOffPage: Rule = {
  name: 'page-block-off-page',
  severity: 'error',
  summary: {
    ja: 'リンク先のページ以外に置かれたページ用のブロック',
    en: 'A block for pages that stands elsewhere',
  },
  scope: 'message',
  check: (message, path) =>
    bodiesOf(message, path)
      .filter(({ page }) => page === undefined)
      .flatMap(({ blocks, path: at }) => pageBlockPlaces(blocks, at))
      .map(({ block: { kind }, path: at }) => ({
        path: [...at, 'kind'],
        text: {
          ja: `「${kind}」はリンク先のページにだけ置けます。"pages" のページに置き、リンクから開くようにしてください。`,
          en: `A “${kind}” stands on pages only. Put it on a page in "pages" and let a link lead there.`,
        },
      })),
};

/** Only a mail has a source to see them in, and a mail that consists of nothing else shows nothing. */
export const hiddenElsewhere: Rule = {
  name: 'hidden-elsewhere',
  severity: 'error',
  summary: {
    ja: 'メール本文以外に置かれた、または本文すべてを占める `hidden`・`pixel`',
    en: 'A `hidden` or `pixel` that is not in the body of a mail, or is all of it',
  },
  scope: 'message',
  check: (message, path) => {
    const [own, ...others] = bodiesOf(message, path);
    const strays = (message.channel === 'mail' ? others : [own, ...others])
      .flatMap((body) => (body === undefined ? [] : blockPlaces(body.blocks, body.path)))
      .filter(({ block }) => isSourceBlock(block))
      .map(({ block: { kind }, path: at }) => ({
        path: [...at, 'kind'],
        text: {
          ja: `「${kind}」はメールのソースでだけ見えるものなので、メールの本文にだけ置けます。`,
          en: `A “${kind}” is seen in the source of a mail alone, so it stands in the body of a mail only.`,
        },
      }));
    const isEmpty = message.body.every(isSourceBlock);
    return isEmpty && strays.length === 0 ? [{ path: [...path, 'body'], text: nothingShown }] : strays;
  },
};

const nothingShown: Localized = {
  ja: '本文に見えるものがありません。"text" などのブロックを加えてください。',
  en: 'Nothing of this body is seen. Add a block such as "text".',
};

/** Forms stand on pages, never in the body of a mail. */
export const formInMail: Rule = {
  name: 'form-in-mail',
  severity: 'error',
  summary: { ja: 'メール本文に置かれた入力欄', en: 'A form in the body of a mail' },
  scope: 'message',
  check: ({ body }, path) =>
    leafPlaces(body, [...path, 'body']).flatMap(({ leaf, path: at }) =>
      leaf.kind === 'form'
        ? [
            {
              path: at,
              text: {
                ja: '入力欄（"form"）はメール本文には置けません。"pages" のページに置き、リンクから開くようにしてください。',
                en: 'A form cannot stand in the body of a mail. Put it on a page in "pages" and let a link lead there.',
              },
            },
          ]
        : [],
    ),
};

/** Every contact that answers a check is in the directory. */
export const unknownContact: Rule = {
  name: 'unknown-contact',
  severity: 'error',
  summary: { ja: '`directory` にない連絡先の名前', en: 'A name that is not in `directory`' },
  scope: 'message',
  check: ({ verify }, path, { directory }) => {
    const known = directory.map(({ id }) => id);
    return (verify?.contacts ?? []).flatMap(({ contact }, index) =>
      known.includes(contact)
        ? []
        : [
            {
              path: [...path, 'verify', 'contacts', index, 'contact'],
              text: unknownId(contact, known, 'directory'),
            },
          ],
    );
  },
};

/** The twin of a message is a message of the scenario. */
export const unknownTwin: Rule = {
  name: 'unknown-twin',
  severity: 'error',
  summary: { ja: '`messages` にない対のメッセージの名前', en: 'A twin that is not in `messages`' },
  scope: 'scenario',
  check: (scenario) => {
    const ids = scenario.messages.map(({ id }) => id);
    return pairsOf(scenario).flatMap(({ id, named, twin, path }) =>
      twin === undefined && named !== id ? [{ path, text: unknownId(named, ids, 'messages') }] : [],
    );
  },
};

/** Twins name each other. */
export const twinNotMutual: Rule = {
  name: 'twin-not-mutual',
  severity: 'error',
  summary: {
    ja: '互いに相手を指していない対のメッセージ',
    en: 'Twins that do not name each other',
  },
  scope: 'scenario',
  check: (scenario) =>
    pairsOf(scenario).flatMap(({ id, named, twin, path }) => {
      if (named === id) return [{ path, text: ownTwin }];
      return twin === undefined || twin.solution.twin === id ? [] : [{ path, text: oneSided(id, named) }];
    }),
};

/** Every message that names a twin. None if two messages share an id, because the twin would be ambiguous. */
function pairsOf({ messages }: Scenario) {
  if (new Set(messages.map(({ id }) => id)).size < messages.length) return [];
  return messages.flatMap(({ id, solution: { twin: named } }, index) =>
    named === undefined
      ? []
      : [
          {
            id,
            named,
            twin: messages.find((other) => other.id === named),
            path: ['messages', index, 'solution', 'twin'],
          },
        ],
  );
}

const ownTwin: Localized = {
  ja: 'このメッセージ自身が対になっています。"twin" には、相手のメッセージの id を書いてください。',
  en: 'This message is named as its own twin. Write the id of the other message in "twin".',
};

const oneSided = (id: string, twin: string): Localized => ({
  ja: `「${id}」の対は「${twin}」ですが、「${twin}」の "twin" は「${id}」になっていません。両方に書いてください。`,
  en: `The twin of “${id}” is “${twin}”, but the "twin" of “${twin}” is not “${id}”. Name each in the other.`,
});
