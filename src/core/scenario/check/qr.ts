/** What a QR code can carry, so that every one of a scenario can be drawn. */
import type { Flaw } from '../read/problem.ts';
import type { Scenario } from '../format/scenario.ts';
import { bodiesOf, leafPlaces } from '../layout/walk.ts';

/** Bytes in the largest symbol, version 40, at error correction level M in byte mode (ISO/IEC 18004, table 7). */
export const mostQrBytes = 2_331;

/** A flaw for every QR code whose link is longer than the largest symbol holds. */
export function qrFlaws(scenario: Scenario): readonly Flaw[] {
  return scenario.messages.flatMap((message, index) =>
    bodiesOf(message, ['messages', index]).flatMap(({ blocks, path }) =>
      leafPlaces(blocks, path).flatMap(({ leaf, path: at }): readonly Flaw[] => {
        if (leaf.kind !== 'qr') return [];
        const length = utf8Length(message.links?.find(({ id }) => id === leaf.link)?.url ?? '');
        return length <= mostQrBytes ? [] : [tooLong([...at, 'link'], length)];
      }),
    ),
  );
}

/** Bytes of a text in UTF-8 (RFC 3629). */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}

function tooLong(path: Flaw['path'], length: number): Flaw {
  return {
    rule: 'qr-too-long',
    severity: 'error',
    path,
    text: {
      ja: `このリンクの URL は ${length} バイトあり、QRコードに入りません（最大 ${mostQrBytes} バイト。日本語は1文字3バイト）。URL を短くしてください。`,
      en: `The address of this link has ${length} bytes; a QR code holds ${mostQrBytes} (a Japanese character takes 3). Shorten the address.`,
    },
  };
}
