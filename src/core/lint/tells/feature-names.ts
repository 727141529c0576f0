/** The names of countable features, for people. */
import type { Localized } from '../../scenario/format/text.ts';

/** Japanese names by the feature's own name, which is English. Of a family, what stands before the colon. */
const japanese: Readonly<Record<string, string>> = {
  'body length, ja': '本文の長さ（日本語）',
  'body length, en': '本文の長さ（英語）',
  'subject length, ja': '件名の長さ（日本語）',
  'subject length, en': '件名の長さ（英語）',
  blocks: '本文の部品の数',
  'panels, columns, quotes': '枠、段組み、引用の数',
  links: 'リンクの数',
  buttons: 'ボタンの数',
  images: '画像の数',
  'QR codes': 'QRコードの数',
  'hidden texts and pixels': '見えない文と開封確認の画像の数',
  tables: '表の数',
  lists: '箇条書きの数',
  attachments: '添付ファイルの数',
  'attachment bytes': '添付ファイルの大きさ',
  'greeting there': '宛名があること',
  'signature there': '署名があること',
  'sender is a colleague': '差出人が社内の人であること',
  recipients: '宛先の数',
  'Cc there': 'Cc があること',
  'Reply-To there': 'Reply-To があること',
  'In-Reply-To there': '返信であること',
  'X-Mailer there': 'X-Mailer があること',
  'List-Unsubscribe there': '配信停止の案内があること',
  'by a mailing service': '配信サービスから届くこと',
  'ISO-2022-JP': 'ISO-2022-JP であること',
  'hour of the day': '届く時刻',
  'hours from noon': '正午からの隔たり',
  'minute of the hour': '届く分',
  'at a weekend': '週末に届くこと',
  'age in days': '届いてからの日数',
  'position in the scenario': 'シナリオの中の順番',
  regions: '部分の数',
  pages: 'ページの数',
  'form fields': '入力欄の数',
  'page blocks': 'ページの部品の数',
  'contacts that answer': '返事をする連絡先の数',
  'length of their answers, ja': '連絡先の返事の長さ',
  'length of the site’s answer, ja': '公式サイトの表示の長さ',
  'length of the tickets, ja': 'チケットの長さ',
  'length of the answer within, ja': 'メール内の連絡先の返事の長さ',
  'sender in the directory': '差出人が連絡先の一覧にあること',
  'a link out of the directory': '一覧にない所へのリンクがあること',
  'SPF passes': 'SPF が pass であること',
  'DKIM passes': 'DKIM が pass であること',
  'DMARC passes': 'DMARC が pass であること',
  'DMARC fails': 'DMARC が fail であること',
  'from inside the company': '社外から届いた印がないこと',
  'page there': 'リンク先のページがあること',
  'colleagues that answer': '返事をする社内の人の数',
  'outsiders that answer': '返事をする社外の人の数',
  'the first contact answers': '一覧の最初の人が返事をすること',
  'the site answers': '公式サイトに表示があること',
  'the tickets answer': 'チケットに表示があること',
  'the papers answer': '手もとの紙に書いてあること',
  'the message itself answers': 'メール内の連絡先が返事をすること',
  'asks for': '入力欄の種類',
  'first hint': '1つ目のヒントの場所',
  'second hint': '2つ目のヒントの場所',
};

/** The name of a feature in both languages. One without a Japanese name keeps its own. */
export function featureNameOf(feature: string): Localized {
  const [family = '', member] = feature.split(': ');
  const of = japanese[feature];
  if (of !== undefined) return { ja: of, en: feature };
  const ofFamily = member === undefined ? undefined : japanese[family];
  if (ofFamily !== undefined) return { ja: `${ofFamily}（${member ?? ''}）`, en: feature };
  const place = /^(sender|a link) in (.+)$/.exec(feature);
  if (place === null) return { ja: feature, en: feature };
  const [, what = '', where = ''] = place;
  return { ja: `${what === 'sender' ? '差出人' : 'リンク先'}が ${where} にあること`, en: feature };
}
