/** Words of addresses and names that tell nothing of a person or an organisation. */

/** In host names and before the @ sign. */
export const genericLabels: ReadonlySet<string> = new Set(
  [
    'www www1 www2 web mail mail1 mail2 email e-mail webmail mx mx1 mx2 smtp pop imap relay gw gateway out mta mout post',
    'info support help helpdesk service services customer customers contact cs noreply no-reply no donotreply do not reply',
    'admin administrator postmaster webmaster hostmaster root system security secure safe safety login signin sign in logon',
    'account accounts id my mypage member members membership user users auth verify verification confirm update updates',
    'billing bill payment payments pay invoice order orders shop store news newsletter mailmagazine magazine notice',
    'notification notifications notify alert alerts info1 press pr office sales marketing hr team staff it cloud drive share',
    'bank card net online mobile app api cdn img images static assets media link links click track tracking go url s l t e m r',
    'bounce bounces return list lists owner request subscribe unsubscribe dm campaign dev test local jp en co com ne or net org',
    'delivery express center centre global group inc corp international portal home server host gmail localhost the of for and',
  ].flatMap((line) => line.split(' ')),
);

/** Names that a greeting or a sender uses for anybody. */
export const genericNames =
  /^(?:お客|お客さま|お客様|会員|ご?担当者?|各位|皆|皆様|みな|みなさま|ご?利用者|ユーザー|ユーザ|ご契約者|ご本人|あなた|貴方|貴社|御社|取引先|お取引先|関係者|株主|ご家族|弊社|当社|受取人|名義人|customers?|users?|sir|madam|sirs|team|all|everyone|members?|clients?|friends?|colleagues?|valued|account|holder|owner|subscribers?|there|beneficiary|email|mail|webmail|again)(?:様|さま|殿|さん|各位)?$/i;

/** What the names of organisations share. */
export const organisationWords =
  /株式会社|有限会社|合同会社|（株）|\(株\)|㈱|一般社団法人|財団法人|カード|銀行|信用金庫|証券|生命|損保|保険|運輸|急便|郵便|宅配|通信|電力|電気|ガス|鉄道|航空|旅行|百貨店|ショップ|ストア|センター|サポート|サービス|カスタマー|事務局|窓口|担当|お客様|お知らせ|通知|本部|本社|支店|部|課|会員|ポイント|ペイ|メール|セキュリティ|アカウント|管理|自動|配信|専用|オンライン|システム|運営|チーム/g;
