import { contradictions } from '../../email/compose/authentication.ts';
import { inMessages, type Rule } from '../rule.ts';

/** A delivery must be one that can happen, since every header follows from it. */
export const headersDisagree: Rule = {
  name: 'headers-disagree',
  severity: 'error',
  check: inMessages((message, path) => {
    if (message.channel !== 'mail') return [];
    return contradictions(message.delivery, message.from.address).map((contradiction) => ({
      path: [...path, 'delivery', ...contradiction.path],
      text: contradiction.text,
    }));
  }),
};
