/** What the HTML of a mail gives away: hidden text, tracking pixels, fonts of another language. */
import { anchorAt } from '../../scenario/layout/anchor-at.ts';
import { blockPlaces } from '../../scenario/layout/walk.ts';
import { leavesOf } from '../../scenario/layout/blocks.ts';
import { type Hiding, languages } from '../../scenario/format/vocabulary.ts';
import { anatomyOf } from '../../email/url/url.ts';
import { type Given, hostIn, isKnownHost } from '../given.ts';
import { clueOf, type FoundSign, type Sign } from '../proposal.ts';
import { isUnder } from '../../scenario/world/organizations.ts';

const hiddenSign: Sign = {
  cue: 'inconsistency',
  grade: 'guess',
  weight: 'soft',
  text: {
    ja: '見えない文「{words}」が入っています。表示される文面と関係がなければ、フィルターをごまかすためのものです。',
    en: 'It holds text that nobody sees: “{words}”. If that has nothing to do with the message, it is there to mislead filters.',
  },
};

/** A line that is only not drawn is often an honest preview; the other ways are chosen to deceive. */
const isUsual = (hiding: Hiding): boolean => hiding === 'display';

/** Texts that the HTML keeps from the eye. */
export function hiddenTexts({ layout }: Given): readonly FoundSign[] {
  return leavesOf(layout.body).flatMap(({ block, texts }) => {
    if (block.kind !== 'hidden') return [];
    const [line] = texts.map((text) => text.line);
    const region = line?.pieces.ja.find((piece) => piece.region !== undefined)?.region;
    const anchor = region === undefined ? undefined : anchorAt(region, layout);
    if (line === undefined || anchor === undefined) return [];
    const sign: Sign = isUsual(block.hiding) ? hiddenSign : { ...hiddenSign, grade: 'likely' };
    return [clueOf(sign, anchor, { words: line.plain.ja.slice(0, 30) })];
  });
}

const pixelSign: Sign = {
  cue: 'link-target',
  grade: 'guess',
  weight: 'soft',
  text: {
    ja: '開封を {host} に知らせる1ピクセルの画像が入っています。差出人のドメイン {domain} と違います。',
    en: 'A picture of one pixel tells {host} when the mail is opened. That is not the sender’s domain {domain}.',
  },
};

/** Tracking pixels of somebody other than the sender. Honest newsletters have them too. */
export function pixelsElsewhere(given: Given): readonly FoundSign[] {
  const { message, sender } = given;
  const { domain } = sender;
  if (domain === undefined) return [];
  return message.body.flatMap((block) => {
    const host = block.kind === 'pixel' ? hostIn(anatomyOf(block.url)) : undefined;
    if (block.kind !== 'pixel' || host === undefined) return [];
    if (isUnder(host, [domain]) || isKnownHost(host, given)) return [];
    return [clueOf(pixelSign, { image: block.id }, { host, domain })];
  });
}

const fontSign: Sign = {
  cue: 'unprofessional-design',
  grade: 'likely',
  weight: 'soft',
  text: {
    ja: '日本語の文「{words}」に、日本語用でない書体が指定されています。別の言語の環境で作られた文面です。',
    en: 'The Japanese text “{words}” is set in a font made for another language: it was written on a system of that language.',
  },
};
const foreign: ReadonlySet<string> = new Set(['simplified-chinese', 'traditional-chinese', 'korean']);
const kana = /[\u3041-\u3096\u30a1-\u30fa]/;

/** Japanese words in a Chinese or Korean font; the first such place, as one font usually holds for all. */
export function foreignFonts({ message, layout }: Given): readonly FoundSign[] {
  for (const { block } of blockPlaces(message.body, [])) {
    if (block.kind !== 'text') continue;
    for (const language of languages) {
      const runs = block.text[language];
      if (typeof runs === 'string') continue;
      const run = runs.find(
        (one) =>
          typeof one !== 'string' && one.font !== undefined && foreign.has(one.font) && kana.test(one.text),
      );
      if (run === undefined || typeof run === 'string') continue;
      const region = layout.regions.find(
        ({ kind, text }) =>
          kind === 'clause' && text !== undefined && text[language].includes(firstWords(run.text)),
      );
      const anchor = region && anchorAt(region.key, layout);
      if (anchor !== undefined) return [clueOf(fontSign, anchor, { words: run.text.slice(0, 30) })];
    }
  }
  return [];
}

/** The words up to the first sign that ends a clause. */
const firstWords = (text: string): string => text.trim().split(/[。、！？\n]/)[0] ?? '';
