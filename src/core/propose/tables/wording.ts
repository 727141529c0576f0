/**
 * Wording that lures often use, in both languages. Every pattern is a list of plain alternatives with bounded gaps, so
 * that a search takes linear time. Much honest mail has the same words: nothing here is certain.
 */
import type { CueId } from '../../scenario/format/cues.ts';
import type { Language } from '../../scenario/format/vocabulary.ts';
import type { Sign } from '../proposal.ts';

/** A kind of wording. */
export interface Wording {
  /** Part of the id of its rule. */
  readonly id: string;
  readonly patterns: Readonly<Record<Language, RegExp>>;
  readonly sign: Sign & { readonly cue: CueId };
}

/** All kinds of wording. */
export const wordings: readonly Wording[] = [
  {
    id: 'gift-card',
    patterns: {
      ja: /プリペイドカード|ギフト(?:券|カード|コード)を?.{0,12}(?:購入|買)|(?:コンビニ|万円分).{0,20}(?:立て替え|枚)|銀色の部分を削/,
      en: /prepaid card|gift cards?.{0,30}(?:buy|purchase|code)|(?:buy|purchase|pick up).{0,40}(?:gift )?cards|scratch off/i,
    },
    sign: {
      cue: 'gift-card-payment',
      grade: 'likely',
      weight: 'decisive',
      text: {
        ja: 'ギフト券やプリペイドカードで払わせようとしています。番号を渡すと取り戻せません。',
        en: 'It asks to be paid with gift or prepaid cards. Once their numbers are out, the money cannot be had back.',
      },
    },
  },
  {
    id: 'crypto-payment',
    patterns: {
      ja: /暗号資産|仮想通貨|ビットコイン/,
      en: /crypto(?:currency)?\b|bitcoin|\bbtc\b/i,
    },
    sign: {
      cue: 'sensitive-request',
      grade: 'guess',
      weight: 'strong',
      text: {
        ja: '暗号資産での支払いを求めています。送ると取り戻せません。',
        en: 'It asks for payment in cryptocurrency, which cannot be had back.',
      },
    },
  },
  {
    id: 'run-commands',
    patterns: {
      ja: /(?:Windows|ウィンドウズ|Ctrl|コントロール|⊞|Win)\s*キー?.{0,12}(?:押|[+＋])|キー(?:ボード|操作).{0,10}(?:確認|操作)|(?:貼り付け|ペースト).{0,14}(?:Enter|実行)/i,
      en: /(?:windows|win|ctrl|command)(?: key)?(?: and| \+|\+) ?(?:press )?\b[rvx]\b|keyboard check|paste.{0,30}(?:press enter|run it|terminal)/i,
    },
    sign: {
      cue: 'paste-and-run',
      grade: 'likely',
      weight: 'decisive',
      text: {
        ja: 'キー操作をさせています。手順のとおりにすると、コピーされた命令が自分のパソコンで実行されます。',
        en: 'It dictates keystrokes. Whoever follows them runs a copied command on their own machine.',
      },
    },
  },
  {
    id: 'secrecy',
    patterns: {
      ja: /内緒|秘密に|ご?他言|口外|(?:ほか|他)の(?:人|方|社員|者).{0,16}(?:言わない|話(?:さ|しに)|伝えない|追加しない)|(?:社内|同僚|家族|警察)[^。]{0,12}(?:話さない|話しても|知らせない|言わない|相談しない)/,
      en: /keep (?:it|this).{0,14}(?:between us|secret|confidential|quiet)|(?:do not|don’t|don't|not to) (?:mention|tell|discuss|share|say|add any).{0,40}|telling the police/i,
    },
    sign: {
      cue: 'secrecy-request',
      grade: 'likely',
      weight: 'strong',
      text: {
        ja: 'ほかの人に話さないよう求め、確かめる機会をなくしています。',
        en: 'It asks to be kept secret, which takes away the chance to ask somebody.',
      },
    },
  },
  {
    id: 'new-account',
    patterns: {
      ja: /(?:振込|振り込み|入金|お?支払)先?[^。]{0,14}(?:変更|変わ)|口座[^。]{0,12}(?:変更|変わ|新し|停止)|新しい口座|(?:従来|旧)の口座/,
      en: /(?:new|changed?|different|updated) (?:bank )?(?:account|bank details|payment details)|changing banks|(?:previous|old) account.{0,20}(?:closed|no longer)|use the account below/i,
    },
    sign: {
      cue: 'changed-bank-details',
      grade: 'guess',
      weight: 'strong',
      text: {
        ja: '振込先が変わったと言っています。前から知っている番号で確かめるまで、変えないことです。',
        en: 'It says that the bank account has changed. Confirm by a number you already had before you change anything.',
      },
    },
  },
  {
    id: 'other-channel',
    patterns: {
      ja: /(?:電話|お電話)[^。]{0,14}(?:出られない|つながりにく|できない|控え)|(?:メール|チャット|LINE|ライン|SNS)[^。]{0,8}(?:でお願い|でのみ|で連絡)|(?:グループ|アカウント)を?(?:作成|作って)/,
      en: /(?:cannot|can’t|can't|unable to|hard to) (?:take calls|reach|be reached|talk|call)|chat only|by (?:email|text|chat) (?:only|please)|create a (?:new )?group|messaging app/i,
    },
    sign: {
      cue: 'channel-switch',
      grade: 'guess',
      weight: 'soft',
      text: {
        ja: '連絡の手段を相手が決めていて、いつもの方法で確かめにくくなっています。',
        en: 'It dictates how to answer, which makes it harder to ask in the usual way.',
      },
    },
  },
  {
    id: 'secrets',
    patterns: {
      ja: /(?:パスワード|暗証番号|確認コード|認証コード|ワンタイム|カード(?:番号|情報)|セキュリティコード|マイナンバー|口座番号)[^。]{0,24}(?:入力|送って|送信|登録|教えて|ご返信|更新|が必要|お知らせください)|会社のアカウントで(?:ログイン|サインイン)|遠隔操作/,
      en: /(?:enter|send|register|confirm|give|provide|renew|update|asked for|tell) [^.]{0,40}(?:password|pin\b|passcode|code\b|card (?:details|number)|security code|account number)|sign in with your company account|remote control/i,
    },
    sign: {
      cue: 'sensitive-request',
      grade: 'guess',
      weight: 'strong',
      text: {
        ja: 'パスワードや番号など、渡してはいけないものを求めています。',
        en: 'It asks for something that must not be handed over, such as a password or a number.',
      },
    },
  },
  {
    id: 'threat',
    patterns: {
      ja: /(?:ない|なければ|過ぎ(?:ると|ますと|た))[^。]{0,30}(?:停止|削除|失効|没収|返送|処分|取り消|遅延損害金|翌月|ご利用いただけなく|できなく|公開|送りま)|差し?押さ?え|(?:罰金|法的(?:措置|手続)|強制(?:退会|解約))|(?:一時|利用)停止(?:し|いた|となり|する|する場合)|(?:供給|回線|サービス)を停止|ウイルスに感染|(?:保留|制限)にします/,
      en: /(?:unless|if you do not|if (?:it|we|you) (?:is|are|has|have|cannot|can’t)|in the case of not|otherwise)[^.]{0,90}(?:suspend|delet|clos|lock|stop|cut off|forfeit|returned|dispos|seiz|fine|paused|lapse|terminated|no longer|unable|late|next month|hold|cancel)|(?:seize|legal action|prosecut|cut off)|has (?:\w+ )?viruses|will be (?:suspended|stopped|terminated|deactivated|blocked)/i,
    },
    sign: {
      cue: 'threat',
      grade: 'guess',
      weight: 'soft',
      text: {
        ja: '応じないと困ったことになると書いて、確かめる前に動かそうとしています。',
        en: 'It names a loss for those who do not act, so that they act before they check.',
      },
    },
  },
  {
    id: 'reward',
    patterns: {
      ja: /(?:当選|全員に|もれなく)|(?:電子)?ギフト.{0,8}[0-9０-９,，]+円|[0-9０-９,，]+円(?:分)?(?:を|の)?(?:プレゼント|払いもど|払い戻|返金|還元)|無料で(?:もらえ|差し上げ)|全額.{0,14}(?:払いもど|払い戻|返金)/,
      en: /you have (?:won|been selected)|e-?gift worth|(?:refund|gift|reward|bonus|prize)[^.]{0,30}\d[\d,]* ?(?:yen|dollars|usd|jpy)|full refund|free of charge for you/i,
    },
    sign: {
      cue: 'too-good-to-be-true',
      grade: 'guess',
      weight: 'soft',
      text: {
        ja: '思いがけない得を見せて、先へ進ませようとしています。',
        en: 'It dangles an unexpected gain to make people go on.',
      },
    },
  },
  {
    id: 'last-chance',
    patterns: {
      ja: /(?:本日|今日|きょう)(?:中|限り|まで|23)|先着|残りわずか|(?:割引|特典|キャンペーン)[^。]{0,20}まで|失効/,
      en: /offer ends|today only|only today|limited (?:time|offer)|last chance|first come|(?:discount|gift|double)[^.]{0,30}(?:today|until|by)|expires? today/i,
    },
    sign: {
      cue: 'limited-time-offer',
      grade: 'guess',
      weight: 'soft',
      text: {
        ja: '得になるのは今だけだと急がせています。',
        en: 'It offers a gain, but only for a short time.',
      },
    },
  },
  {
    id: 'call-number',
    patterns: {
      ja: /(?:0[5789]0|0120)[-ー－―‐ ]?[0-9]{4}[-ー－―‐ ]?[0-9]{3,4}|折り返し.{0,12}(?:電話|番号|0[0-9])/,
      en: /\b(?:0[5789]0|0120)[- ]?[0-9]{4}[- ]?[0-9]{3,4}|call (?:me back|us now|this number)/i,
    },
    sign: {
      cue: 'call-back-number',
      grade: 'guess',
      weight: 'soft',
      text: {
        ja: 'メッセージに書かれた番号です。公式の番号かどうか、別の方法で調べてから掛けます。',
        en: 'The number stands in the message itself. Look up the official number before you call.',
      },
    },
  },
  {
    id: 'urgency',
    patterns: {
      ja: /(?:24|48|72|２４|４８|７２)\s*時間(?:以内|で)|(?:本日|今日|きょう|今夜|明日|あす)(?:の?夕方|の?朝|中|まで|[0-9０-９]+[時:：])|今すぐ|至急|緊急|直ちに|ただちに|大至急|(?:お早めに|早めに|できるだけ早く)|期限(?:：|:|は|切れ|が)|締め?切り|(?:有効(?:時間|期間|期限))/,
      en: /(?:within|for|after|in) (?:the next )?(?:24|48|72|a few) hours|(?:by|before|until) (?:the end of )?(?:today|tonight|tomorrow|this evening)|today[, ]|by \d{1,2}(?::\d\d)? (?:today|tomorrow)|right (?:now|away)|immediate(?:ly)?\b|urgent|as soon as (?:you can|possible)|(?:valid for|expires?|deadline|due (?:date|by))|at once\b/i,
    },
    sign: {
      cue: 'urgency',
      grade: 'guess',
      weight: 'soft',
      text: {
        ja: '時間を区切って急がせ、考えたり確かめたりする間を与えません。',
        en: 'It sets a short time, which leaves none to think or to check.',
      },
    },
  },
];
