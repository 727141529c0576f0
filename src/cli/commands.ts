/** All commands, in the order in which the help names them. */
import type { Command } from './command.ts';

/** Each command's file has its name. */
export const commands: readonly Command[] = [
  {
    name: 'new',
    usage: [
      'new pack ID [--content FOLDER]',
      'new scenario PACK ID [--content FOLDER]',
      'new message FILE ID [--template lure|genuine|sms]',
    ],
    help: {
      ja: 'ひな形からパック、シナリオ、メッセージを作る',
      en: 'makes a pack, a scenario or a message from a template',
    },
    load: () => import('./commands/new.ts'),
  },
  {
    name: 'import',
    usage: [
      'import FILE… [--out FOLDER] [--mail NUMBER] [--inner] [--play phish|genuine]',
      'import --header FILE --body FILE [--out FOLDER]',
    ],
    help: {
      ja: '届いたメール（.eml、.msg、.mbox、ソース）から下書きを作る。実在の名前は置き換える。--play は、すぐ遊べるパックにする',
      en: 'makes a draft from real mails (.eml, .msg, .mbox, source); real names are replaced; --play makes a pack that can be played at once',
    },
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'propose',
    usage: [
      'propose PATH… [--message ID] [--json] [--world FILE]',
      'propose FILE --message ID --prompt',
      'propose FILE --message ID --answer FILE',
    ],
    help: {
      ja: '手がかりと安心材料を提案する。--prompt は言語モデルへの依頼文を書き出し、--answer はその返事を読む',
      en: 'suggests clues and reassurances; --prompt writes a request for a language model, --answer reads its reply',
    },
    load: () => import('./commands/propose.ts'),
  },
  {
    name: 'lint',
    usage: ['lint [PATH…] [--fix] [--json | --sarif] [--tells]'],
    help: {
      ja: '教材を確認する（省略時は content）。--fix は決まりきった直しをする。--tells は見分ける目印の数値も出す',
      en: 'checks content (default: content); --fix mends what has one answer; --tells also prints what tells lures from genuine mail',
    },
    load: () => import('./commands/lint.ts'),
  },
  {
    name: 'rate',
    usage: ['rate PATH… [--audience ID] [--json]'],
    help: {
      ja: 'フィッシングスケールの難易度を、計算の過程とともに対象者ごとに出す',
      en: 'shows the Phish Scale of each lure for each audience, with its working',
    },
    load: () => import('./commands/rate.ts'),
  },
  {
    name: 'stats',
    usage: ['stats [PATH…] [--json]'],
    help: {
      ja: '着眼点と手口の網羅、正規メールとの割合、難易度、目印を、何をすればよいかとともに出す',
      en: 'tells coverage, balance, difficulty and tells, and what to do about them',
    },
    load: () => import('./commands/stats.ts'),
  },
  {
    name: 'preview',
    usage: ['preview [PATH] [--port NUMBER] [--quiet]'],
    help: {
      ja: 'ゲームで開き、保存するたびに読み直す',
      en: 'opens it in the game and reloads at each save',
    },
    load: () => import('./commands/preview.ts'),
  },
  {
    name: 'texts',
    usage: ['texts out FILE [--as csv|xliff] [--out FILE]', 'texts in FILE TEXTS'],
    help: {
      ja: '日英の文を CSV か XLIFF に書き出し、直したものを読み戻す',
      en: 'writes the texts in both languages as CSV or XLIFF, and reads them back',
    },
    load: () => import('./commands/texts.ts'),
  },
  {
    name: 'players',
    usage: ['players [CONTENT] [--json]'],
    help: {
      ja: '決まった型のプレイヤーが各メッセージで取る点数を出す',
      en: 'prints what players of a known kind score on every message',
    },
    load: () => import('./commands/players.ts'),
  },
  {
    name: 'schema',
    usage: ['schema [--check]'],
    help: {
      ja: 'JSON Schema と手引きの表を書き出す・確認する',
      en: 'writes or checks content/schema and the tables of the guides',
    },
    needsCheckout: true,
    load: () => import('./commands/schema.ts'),
  },
  {
    name: 'package',
    usage: [
      'package scorm12|scorm2004|cmi5|html|site [--packs a,b] [--round round.json] [--lang ja|en|both]',
      '        [--title …] [--out …] [--keep-open] [--hosts https://lms.example] [--lrs https://lrs.example] [--sbom]',
    ],
    help: {
      ja: 'LMS 用、1つのファイル、サイトとして書き出す',
      en: 'packs for an LMS, as one file or as a site',
    },
    needsCheckout: true,
    load: () => import('./commands/package.ts'),
  },
];
