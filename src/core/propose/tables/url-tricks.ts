/** What each trick of a web or mail address proposes. */
import type { Trick } from '../../email/url/trick.ts';
import type { Sign } from '../proposal.ts';

/** The sign of each trick. A text may name any value of its trick. */
export const urlSigns = {
  brandInSubdomain: {
    cue: 'domain-spoofing',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '「{pretends}」は左側の名前にすぎません。持ち主が決まる右側は {domain} です。',
      en: '“{pretends}” is only a name on the left. The owner is decided on the right: {domain}.',
    },
  },
  suffixLikePath: {
    cue: 'domain-spoofing',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '「{pretends}」と続けて読めますが、ドメインは {domain} までで、「/{folder}」はその中のフォルダーです。',
      en: 'It reads like “{pretends}”, but the domain ends at {domain}; “/{folder}” is a folder in it.',
    },
  },
  userinfo: {
    cue: 'domain-spoofing',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '@ の前の「{userinfo}」はログイン名の欄で、実際の行き先は {host} です。',
      en: '“{userinfo}” before the @ is only a sign-in name. The link really leads to {host}.',
    },
  },
  ipHost: {
    cue: 'domain-spoofing',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '名前の代わりに IP アドレス（{ip}）が書かれていて、持ち主が分かりません。',
      en: 'It has an IP address ({ip}) in place of a name, so the owner cannot be read from it.',
    },
  },
  punycode: {
    cue: 'domain-spoofing',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '英字以外の文字を含むドメイン名です（{reads}）。',
      en: 'The domain name has letters other than plain Latin ones ({reads}).',
    },
  },
  mixedScript: {
    cue: 'domain-spoofing',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '1つの名前「{label}」に、ふつう一緒に使わない文字（{scripts}）が混ざっています。',
      en: 'One name, “{label}”, mixes scripts that are not used together ({scripts}).',
    },
  },
  lookAlike: {
    cue: 'domain-spoofing',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '{pretends} に見えますが、別の文字が使われています（{shown}）。',
      en: 'It looks like {pretends}, but has other characters in it ({shown}).',
    },
  },
  misspelling: {
    cue: 'domain-spoofing',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '{domain} は、{known} と1文字違いの別のドメインです。',
      en: '{domain} is another domain, one letter away from {known}.',
    },
  },
  addedWord: {
    cue: 'domain-spoofing',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '{domain} は、{known} の名前に「{added}」を足して名乗る、別のドメインです。',
      en: '{domain} uses the name of {known} with “{added}” added; it is not {known}.',
    },
  },
  otherSuffix: {
    cue: 'domain-spoofing',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: '{domain} は、{known} と末尾だけが違う別のドメインです。',
      en: '{domain} is another domain: only its ending differs from {known}.',
    },
  },
  redirector: {
    cue: 'link-target',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '{host} を経由して、別の行き先（{target}）に転送されます。',
      en: 'It passes through {host} and goes on to another target ({target}).',
    },
  },
  nameAfterHost: {
    cue: 'link-target',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '「{name}」は「{sign}」の後ろに書かれているだけで、接続先は {host} です。',
      en: '“{name}” only stands after the “{sign}”. The link leads to {host}.',
    },
  },
  shortener: {
    cue: 'link-target',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '短縮URL（{host}）なので、開くまで本当の行き先が見えません。',
      en: 'It is a short link ({host}), which hides where it leads.',
    },
  },
  encodedParts: {
    cue: 'link-target',
    grade: 'likely',
    weight: 'soft',
    text: {
      ja: '符号にする必要のない文字まで符号にしてあり、読むと「{reads}」です。',
      en: 'Letters are escaped without need. It reads “{reads}”.',
    },
  },
  widthFolded: {
    cue: 'domain-spoofing',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '全角文字で書かれたドメイン名です（{reads} と同じ）。',
      en: 'The domain is written in full-width letters (the same as {reads}).',
    },
  },
  backslash: {
    cue: 'link-target',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '「/」の代わりに「\\」が使われています。',
      en: 'It has a backslash where a slash belongs.',
    },
  },
  overLong: {
    cue: 'link-target',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: 'URLが {length} 文字と長く、スマートフォンでは行き先が見えません。',
      en: 'With {length} characters it is so long that a phone does not show where it leads.',
    },
  },
  dataUrl: {
    cue: 'link-target',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: 'サイトへのリンクではありません。ページそのもの（{mediaType}）がリンクの中に入っています。',
      en: 'It leads to no site: the page itself ({mediaType}) is inside the link.',
    },
  },
  javascriptUrl: {
    cue: 'link-target',
    grade: 'certain',
    weight: 'decisive',
    text: {
      ja: 'サイトへのリンクではなく、押すとプログラムが動きます。',
      en: 'It leads to no site: a click runs a program.',
    },
  },
  http: {
    cue: 'link-target',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: 'http で始まり、途中で読まれたり書き換えられたりします。',
      en: 'It starts with http, so anybody in between can read and change the page.',
    },
  },
  oddPort: {
    cue: 'link-target',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: 'ふつうのサイトが使わないポート番号（{port}）が付いています。',
      en: 'It has a port ({port}) that ordinary sites do not use.',
    },
  },
  impossiblePort: {
    cue: 'link-target',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '存在しないポート番号（{port}）なので、開けません。',
      en: 'The port {port} does not exist, so nothing opens.',
    },
  },
  noHost: {
    cue: 'link-target',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: 'サーバー名がなく、開けません。',
      en: 'It names no server, so nothing opens.',
    },
  },
  impossibleName: {
    cue: 'link-target',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '「{written}」は登録できない名前です。',
      en: 'Nobody can register the name “{written}”.',
    },
  },
  rentedName: {
    cue: 'domain-spoofing',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '{domain} は、だれでも借りられる名前（{suffix} の下）です。',
      en: '{domain} is a name that anybody can rent (under {suffix}).',
    },
  },
  unreadable: {
    cue: 'link-target',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: 'サーバー名「{written}」は読み取れません。',
      en: 'The server name “{written}” cannot be read.',
    },
  },
} as const satisfies Readonly<Record<Trick['kind'], Sign>>;

/** Tricks by which a name pretends to be another one. */
export const pretending: ReadonlySet<Trick['kind']> = new Set([
  'brandInSubdomain',
  'suffixLikePath',
  'userinfo',
  'mixedScript',
  'lookAlike',
  'misspelling',
  'addedWord',
  'otherSuffix',
]);
