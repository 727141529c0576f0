/** What the pages behind the links ask for. */
import type { LeafBlock } from '../../scenario/format/block.ts';
import type { Localized } from '../../scenario/format/text.ts';
import { isPageBlock, type PageBlock } from '../../scenario/layout/block-kinds.ts';
import { leafPlaces, pageBlockPlaces } from '../../scenario/layout/walk.ts';
import { type Given, hostIn, isKnownHost } from '../given.ts';
import { clueOf, type FoundSign, type Grade, type Sign } from '../proposal.ts';

type FormField = Extract<LeafBlock, { kind: 'form' }>['fields'][number];

const asked: Sign = {
  cue: 'sensitive-request',
  grade: 'likely',
  weight: 'strong',
  text: {
    ja: '持ち主の分からないページが「{label}」の入力を求めています。',
    en: 'A page of an unknown owner asks for “{label}”.',
  },
};

/** Fields of a form on a page whose owner the reader does not know. */
export function formsElsewhere(given: Given): readonly FoundSign[] {
  return pagesElsewhere(given).flatMap(({ id, body }) =>
    leafPlaces(body, []).flatMap(({ leaf }) =>
      leaf.kind === 'form'
        ? leaf.fields
            .filter(isSensitive)
            .map(({ id: formField, label }) => inBoth(asked, { page: id, formField }, label))
        : [],
    ),
  );
}

/** A plain text field often asks for a name; the others ask for secrets. */
const isSensitive = ({ type }: FormField): boolean => type !== 'text';

function inBoth(sign: Sign, anchor: FoundSign['anchor'], label: Localized): FoundSign {
  const ja = clueOf(sign, anchor, { label: label.ja });
  const en = clueOf(sign, anchor, { label: label.en });
  return { ...ja, explanation: { ja: ja.explanation.ja, en: en.explanation.en } };
}

function pagesElsewhere(given: Given) {
  return (given.message.pages ?? []).filter(({ id }) =>
    given.addresses.some(({ page, anatomy }) => {
      const host = hostIn(anatomy);
      return page === id && (host === undefined || !isKnownHost(host, given));
    }),
  );
}

const blockSigns: Readonly<Record<PageBlock['kind'], Sign>> = {
  captcha: {
    cue: 'paste-and-run',
    grade: 'likely',
    weight: 'decisive',
    text: {
      ja: '「ロボットではない」ことの確認が、キー操作を求めています。本物の確認は、命令を実行させません。',
      en: 'The “not a robot” check asks for keystrokes. A real one never has you run anything.',
    },
  },
  permissions: {
    cue: 'consent-request',
    grade: 'guess',
    weight: 'strong',
    text: {
      ja: 'アプリに権限を渡す画面です。許可すると、パスワードなしで読み書きされます。',
      en: 'It asks to give an app access, which then works without a password.',
    },
  },
  code: {
    cue: 'sensitive-request',
    grade: 'guess',
    weight: 'strong',
    text: {
      ja: 'ここのコードを別の画面に入れると、相手の端末がサインインします。',
      en: 'Typing this code elsewhere signs in somebody else’s device.',
    },
  },
  alarm: {
    cue: 'call-back-number',
    grade: 'likely',
    weight: 'decisive',
    text: {
      ja: 'ページが感染を知ることはできず、本物の警告に電話番号は出ません。',
      en: 'A page cannot see an infection, and real warnings show no telephone number.',
    },
  },
  download: {
    cue: 'attachment-type',
    grade: 'guess',
    weight: 'strong',
    text: { ja: 'ファイルを保存させようとしています。', en: 'It wants a file to be saved.' },
  },
  window: {
    cue: 'domain-spoofing',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: 'ページの中に描かれた絵で、本物のウィンドウではありません。アドレス欄も絵です。',
      en: 'It is only drawn inside the page: not a real window, nor a real address bar.',
    },
  },
};

/** Blocks of a page that ask for more than reading. */
export function pageBlocks(given: Given): readonly FoundSign[] {
  const elsewhere = new Set(pagesElsewhere(given).map(({ id }) => id));
  return (given.message.pages ?? []).flatMap(({ id, body }) =>
    pageBlockPlaces(body, []).flatMap(({ block }) => {
      if (!isPageBlock(block) || (block.kind === 'captcha' && block.steps === undefined)) return [];
      const sign = blockSigns[block.kind];
      return [clueOf({ ...sign, grade: graded(sign, elsewhere.has(id)) }, { page: id, block: block.id })];
    }),
  );
}

/** A guess becomes likely on a page whose owner the reader does not know; a file to save is ordinary anywhere. */
const graded = ({ grade, cue }: Sign, isElsewhere: boolean): Grade =>
  grade === 'guess' && isElsewhere && cue !== 'attachment-type' ? 'likely' : grade;
