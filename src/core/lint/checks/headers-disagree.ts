import { contradictions } from '../../email/compose/authentication.ts';
import type { Rule } from '../rule.ts';

/** A delivery must be one that can happen, since every header follows from it. */
export const headersDisagree: Rule = {
  name: 'headers-disagree',
  severity: 'error',
  summary: {
    ja: 'あり得ない配送情報（ほかの項目と合わない DMARC の結果など）',
    en: 'A delivery that cannot happen, such as a DMARC result that does not follow',
  },
  scope: 'message',
  check: (message, path) => {
    if (message.channel !== 'mail') return [];
    return contradictions(message.delivery, message.from.address).map((contradiction) => ({
      path: [...path, 'delivery', ...contradiction.path],
      text: contradiction.text,
      // What follows from the rest need not be written.
      ...(contradiction.path[0] === 'dmarc' && {
        fix: { kind: 'remove' as const, path: [...path, 'delivery', 'dmarc'] },
      }),
    }));
  },
};
