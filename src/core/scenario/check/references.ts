/** Whatever names another part of the scenario must name one that is there. */
import type { Path } from '../read/locate.ts';
import { nearest } from '../read/nearest.ts';
import type { Flaw } from '../read/problem.ts';
import type { Message } from '../format/message.ts';
import type { Scenario } from '../format/scenario.ts';
import type { Localized } from '../format/text.ts';
import { languages, type PageBlockKind } from '../format/vocabulary.ts';
import { bodiesOf, leafPlaces, linePlaces, pageBlockPlaces } from '../layout/walk.ts';

/** A flaw for every link, page, contact and twin that is named but not there, and for blocks of pages where none may stand. */
export function brokenReferences(scenario: Scenario): readonly Flaw[] {
  return scenario.messages.flatMap((message, index) => [
    ...ofMessage(message, ['messages', index]),
    ...ofVerify(message, scenario, ['messages', index, 'verify', 'contacts']),
    ...ofTwin(message, scenario, ['messages', index, 'solution', 'twin']),
  ]);
}

function ofMessage(message: Message, path: Path): readonly Flaw[] {
  const links = (message.links ?? []).map(({ id }) => id);
  const pages = (message.pages ?? []).map(({ id }) => id);
  const named = bodiesOf(message, path).flatMap(({ blocks, path: at }) => [
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
    ...leafPlaces(blocks, at).flatMap(({ leaf, path: where }) =>
      leaf.kind === 'button' || leaf.kind === 'qr' ? [{ id: leaf.link, path: [...where, 'link'] }] : [],
    ),
  ]);
  return [
    ...named.flatMap(({ id, path: at }) =>
      links.includes(id) ? [] : [unknown('unknown-link', at, id, links, 'links')],
    ),
    ...(message.links ?? []).flatMap(({ page }, index) =>
      page === undefined || pages.includes(page)
        ? []
        : [unknown('unknown-page', [...path, 'links', index, 'page'], page, pages, 'pages')],
    ),
    ...(message.pages ?? []).flatMap(({ next }, index) =>
      next === undefined || pages.includes(next)
        ? []
        : [unknown('unknown-page', [...path, 'pages', index, 'next'], next, pages, 'pages')],
    ),
    ...bodiesOf(message, path)
      .filter(({ page }) => page === undefined)
      .flatMap(({ blocks, path: at }) => pageBlockPlaces(blocks, at))
      .map(({ block, path: at }) => ({
        rule: 'page-block-off-page',
        severity: 'error' as const,
        path: [...at, 'kind'],
        text: offPage(block.kind),
      })),
    ...leafPlaces(message.body, [...path, 'body']).flatMap(({ leaf, path: at }) =>
      leaf.kind === 'form'
        ? [{ rule: 'form-in-mail', severity: 'error' as const, path: at, text: formInMail }]
        : [],
    ),
  ];
}

const formInMail: Localized = {
  ja: '入力欄（"form"）はメール本文には置けません。"pages" のページに置き、リンクから開くようにしてください。',
  en: 'A form cannot stand in the body of a mail. Put it on a page in "pages" and let a link lead there.',
};

function offPage(kind: PageBlockKind): Localized {
  return {
    ja: `「${kind}」はリンク先のページにだけ置けます。"pages" のページに置き、リンクから開くようにしてください。`,
    en: `A “${kind}” stands on pages only. Put it on a page in "pages" and let a link lead there.`,
  };
}

/** Something is named that is not in the list of that name; says which was probably meant. */
export function unknown(rule: string, path: Path, id: string, known: readonly string[], list: string): Flaw {
  const meant = nearest(id, known);
  const hint: Localized =
    meant === undefined
      ? {
          ja: `"${list}" に書き加えるか、id を直してください。`,
          en: `Add it to "${list}" or correct the id.`,
        }
      : { ja: `「${meant}」の間違いではありませんか。`, en: `Did you mean “${meant}”?` };
  return {
    rule,
    severity: 'error',
    path,
    text: {
      ja: `「${id}」が "${list}" にありません。${hint.ja}`,
      en: `“${id}” is not in "${list}". ${hint.en}`,
    },
  };
}

function ofVerify({ verify }: Message, { directory }: Scenario, path: Path): readonly Flaw[] {
  const known = directory.map(({ id }) => id);
  return (verify?.contacts ?? []).flatMap(({ contact }, index) =>
    known.includes(contact)
      ? []
      : [unknown('unknown-contact', [...path, index, 'contact'], contact, known, 'directory')],
  );
}

function ofTwin(message: Message, scenario: Scenario, path: Path): readonly Flaw[] {
  const { twin } = message.solution;
  if (twin === undefined) return [];
  const ids = scenario.messages.map(({ id }) => id);
  // Two messages of one name are told as such; which of them is meant here nobody knows.
  if (new Set(ids).size < ids.length) return [];
  if (twin === message.id) return [flawOfTwin(path, ownTwin)];
  const other = scenario.messages.find(({ id }) => id === twin);
  if (other === undefined) return [unknown('unknown-twin', path, twin, ids, 'messages')];
  if (other.solution.twin === message.id) return [];
  return [
    flawOfTwin(path, {
      ja: `「${message.id}」の対は「${twin}」ですが、「${twin}」の "twin" は「${message.id}」になっていません。両方に書いてください。`,
      en: `The twin of “${message.id}” is “${twin}”, but the "twin" of “${twin}” is not “${message.id}”. Name each in the other.`,
    }),
  ];
}

const ownTwin: Localized = {
  ja: 'このメッセージ自身が対になっています。"twin" には、相手のメッセージの id を書いてください。',
  en: 'This message is named as its own twin. Write the id of the other message in "twin".',
};

const flawOfTwin = (path: Path, text: Localized): Flaw => ({
  rule: 'twin-not-mutual',
  severity: 'error',
  path,
  text,
});
