/** The inverse of `place`: the anchor that an author would write for a region. */
import type { Anchor } from '../format/anchor.ts';
import {
  type Field,
  fields,
  type FilePart,
  fileParts,
  type Language,
  languages,
  pageParts,
  slots,
} from '../format/vocabulary.ts';
import { formFieldRegion, imageRegion, linkRegion, pageBlockRegion } from './block-kinds.ts';
import { type CutLine, linesOf, regionsAt } from './blocks.ts';
import { blocksOf, prefixOf } from './place.ts';
import {
  attachmentRegion,
  fieldRegion,
  filePartRegion,
  type Layout,
  pagePartRegion,
  slotRegion,
  threadRegion,
} from './regions.ts';
import type { BodyRef } from './spot.ts';

/**
 * The anchor of the region with a key. Undefined if there is none: an unknown region, or words that occur again in
 * the same body however much of their line is quoted. Law: `place(anchorAt(key, layout), layout)` is found and
 * contains `key`.
 */
export function anchorAt(key: string, layout: Layout): Anchor | undefined {
  const region = layout.regions.find((one) => one.key === key);
  if (region === undefined) return undefined;
  switch (region.kind) {
    case 'field':
      return match<Field>(
        fields,
        (field) => fieldRegion(field) === key,
        (field) => ({ field }),
      );
    case 'slot':
      return match(
        slots,
        (slot) => slotRegion(slot) === key,
        (slot) => ({ slot }),
      );
    case 'thread':
      return { thread: idIn(key, threadRegion('')) };
    case 'link':
      return { link: idIn(key, linkRegion('')) };
    case 'attachment':
      return { attachment: idIn(key, attachmentRegion('')) };
    case 'filePart':
      return among([...layout.files.keys()], (attachment) =>
        match<FilePart>(
          fileParts,
          (part) => filePartRegion(attachment, part) === key,
          (part) => ({ attachment, part }),
        ),
      );
    case 'pagePart':
      return among([...layout.pages.keys()], (page) =>
        match(
          pageParts,
          (part) => pagePartRegion(page, part) === key,
          (part) => ({ page, part }),
        ),
      );
    case 'image':
      return among(bodiesOf(layout), (body) => {
        const start = imageRegion(prefixOf(body), '');
        return key.startsWith(start) ? { image: idIn(key, start), ...where(body) } : undefined;
      });
    case 'formField':
      return among([...layout.pages.keys()], (page) => {
        const start = formFieldRegion(prefixOf({ kind: 'page', page }), '');
        return key.startsWith(start) ? { page, formField: idIn(key, start) } : undefined;
      });
    case 'pageBlock':
      return among([...layout.pages.keys()], (page) => {
        const start = pageBlockRegion(prefixOf({ kind: 'page', page }), '');
        return key.startsWith(start) ? { page, block: idIn(key, start) } : undefined;
      });
    case 'clause':
      return among(bodiesOf(layout), (body) => quoteOf(key, body, layout));
  }
}

const idIn = (key: string, start: string): string => key.slice(start.length);

function match<Name extends string>(
  names: readonly Name[],
  isIt: (name: Name) => boolean,
  anchor: (name: Name) => Anchor,
): Anchor | undefined {
  const found = names.find(isIt);
  return found === undefined ? undefined : anchor(found);
}

function among<Candidate>(
  candidates: readonly Candidate[],
  anchorFor: (candidate: Candidate) => Anchor | undefined,
): Anchor | undefined {
  for (const candidate of candidates) {
    const anchor = anchorFor(candidate);
    if (anchor !== undefined) return anchor;
  }
  return undefined;
}

const bodiesOf = ({ pages, files }: Layout): readonly BodyRef[] => [
  { kind: 'message' },
  ...[...pages.keys()].map((page): BodyRef => ({ kind: 'page', page })),
  ...[...files.keys()].map((attachment): BodyRef => ({ kind: 'file', attachment })),
];

function where(body: BodyRef): { readonly page?: string } | { readonly attachment: string } {
  switch (body.kind) {
    case 'message':
      return {};
    case 'page':
      return { page: body.page };
    case 'file':
      return { attachment: body.attachment };
  }
}

/** A quotation of a clause, in each language in which it has words. */
function quoteOf(key: string, body: BodyRef, layout: Layout): Anchor | undefined {
  const lines = linesOf(blocksOf(body, layout) ?? []);
  const line = lines.find(({ pieces }) =>
    languages.some((language) => pieces[language].some(({ region }) => region === key)),
  );
  if (line === undefined) return undefined;
  const [ja, en] = languages.map((language) => wordsOf(key, line, lines, language));
  if (ja === undefined && en === undefined) return undefined;
  const place = where(body);
  if (ja !== undefined && en !== undefined) return { quote: { ja, en }, ...place };
  return ja === undefined ? { quote: { en: en ?? '' }, ...place } : { quote: { ja }, ...place };
}

/**
 * The shortest run of a line's text that contains the whole region, starts and ends with it if possible, and occurs
 * once in the body.
 */
function wordsOf(
  key: string,
  { plain, pieces }: CutLine,
  lines: readonly CutLine[],
  language: Language,
): string | undefined {
  const text = plain[language];
  const inside = spansOf(pieces[language]).filter(({ region }) => region === key);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const isOnce = (words: string): boolean =>
    words.trim() !== '' && lines.flatMap((line) => regionsAt(line, words, language)).length === 1;
  const candidates = [
    text.slice(first.start, last.end).trim(),
    text.slice(first.start).trim(),
    text.slice(0, last.end).trim(),
    text.trim(),
  ];
  return candidates.find(isOnce);
}

function spansOf(pieces: CutLine['pieces'][Language]) {
  let start = 0;
  return pieces.map(({ text, region }) => {
    const span = { start, end: start + text.length, region };
    start = span.end;
    return span;
  });
}
