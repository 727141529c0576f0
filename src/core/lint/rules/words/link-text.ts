import { linkTextDisagrees } from '../../../email/url/url.ts';
import type { Anchor } from '../../../scenario/format/anchor.ts';
import type { Message } from '../../../scenario/format/message.ts';
import { shown } from '../../../scenario/read/shown.ts';
import { languages } from '../../../scenario/format/vocabulary.ts';
import { spotOf } from '../../../scenario/layout/spot.ts';
import { bodiesOf, linePlaces } from '../../../scenario/layout/walk.ts';
import type { Rule } from '../../rule.ts';

/** Where the visible text of a link names another host than its target, the solution must say something about it. */
export const linkText: Rule = {
  name: 'link-text',
  severity: 'warning',
  summary: {
    ja: 'リンクの文字と行き先の持ち主が違うのに、解説がない',
    en: 'Link text and target name different owners, and nothing explains it',
  },
  scope: 'message',
  check: (message, path) => {
    const explained = explainedLinks(message);
    const urls = new Map((message.links ?? []).map(({ id, url }) => [id, url]));
    return bodiesOf(message, path).flatMap(({ blocks, path: at }) =>
      linePlaces(blocks, at).flatMap(({ line, path: where }) =>
        languages.flatMap((language) => {
          const runs = line[language];
          if (typeof runs === 'string') return [];
          return runs.flatMap((run, index) => {
            if (typeof run === 'string' || run.link === undefined || explained.has(run.link)) return [];
            const url = urls.get(run.link) ?? '';
            if (!linkTextDisagrees(run.text, url)) return [];
            return [{ path: [...where, language, index], text: sentence(shown(run.text), shown(url)) }];
          });
        }),
      ),
    );
  },
};

function explainedLinks({ solution }: Message): ReadonlySet<string> {
  const signs = solution.truth === 'phish' ? solution.clues : solution.reassurances;
  const anchors: readonly Anchor[] = [...signs, ...solution.decoys].map(({ anchor }) => anchor);
  return new Set(anchors.map(spotOf).flatMap((spot) => (spot.kind === 'link' ? [spot.link] : [])));
}

const sentence = (text: string, url: string) => ({
  ja: `リンクの文字「${text}」とリンク先「${url}」の持ち主が違います。意図したものなら手がかりかまぎらわしい点として解説し、そうでなければ直してください。`,
  en: `The link text “${text}” names somebody else than the target “${url}”. If that is meant, explain it as a clue or decoy; if not, correct it.`,
});
