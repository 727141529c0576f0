import { mostQrBytes } from '../../scenario/format/vocabulary.ts';
import { bodiesOf, leafPlaces } from '../../scenario/layout/walk.ts';
import type { Rule } from '../rule.ts';

/** Every QR code of a message can be drawn. */
export const qrTooLong: Rule = {
  name: 'qr-too-long',
  severity: 'error',
  summary: { ja: 'QRコードに入りきらない URL', en: 'An address that no QR code can hold' },
  scope: 'message',
  check: (message, path) =>
    bodiesOf(message, path).flatMap(({ blocks, path: at }) =>
      leafPlaces(blocks, at).flatMap(({ leaf, path: where }) => {
        if (leaf.kind !== 'qr') return [];
        const length = utf8Length(message.links?.find(({ id }) => id === leaf.link)?.url ?? '');
        if (length <= mostQrBytes) return [];
        return [
          {
            path: [...where, 'link'],
            text: {
              ja: `このリンクの URL は ${length} バイトあり、QRコードに入りません（最大 ${mostQrBytes} バイト。日本語は1文字3バイト）。URL を短くしてください。`,
              en: `The address of this link has ${length} bytes; a QR code holds ${mostQrBytes} (a Japanese character takes 3). Shorten the address.`,
            },
          },
        ];
      }),
    ),
};

/** Bytes of a text in UTF-8 (RFC 3629). */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}
