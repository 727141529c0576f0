/** Which checks of the receiving server passed for the sender of a mail, and whether it came from outside. */
import type { SealedMail } from '../format/message.ts';
import type { Scenario } from '../format/scenario.ts';
import { areOneSite, domainsIn } from './named-values.ts';

export const checkNames = ['spf', 'dkim', 'dmarc'] as const;
export type Check = (typeof checkNames)[number];

/**
 * Whether a check passed for the domain of the From address (alignment, RFC 7489, 3.1). The headers show the same by
 * the Public Suffix List (`authenticationOf`), which is too large for what the engine and a mail's first sight need.
 */
export function hasPassed({ from, delivery }: Pick<SealedMail, 'from' | 'delivery'>, check: Check): boolean {
  const own = domainsIn(from.address);
  const isOwn = (text: string): boolean =>
    domainsIn(text).some((domain) => own.some((other) => areOneSite(domain, other)));
  if (delivery.route === 'received') {
    switch (check) {
      case 'spf':
        return delivery.spf === 'pass' && isOwn(delivery.spfDomain ?? delivery.returnPath ?? '');
      case 'dkim':
        return delivery.signatures.some(({ domain, result }) => result === 'pass' && isOwn(domain));
      case 'dmarc':
        return delivery.dmarc === 'pass';
    }
  }
  const { envelope = from.address, host, spf, dkim, dmarcPolicy } = delivery;
  const passed = {
    spf: spf === 'pass' && isOwn(envelope === '' ? host : envelope),
    dkim: dkim?.result === 'pass' && isOwn(dkim.domain),
  };
  return check === 'dmarc' ? dmarcPolicy !== 'absent' && (passed.spf || passed.dkim) : passed[check];
}

/**
 * Whether a mail came from outside the company, as mail programs mark it: by the way it took, not by its From address,
 * which anyone can write. Inside is what never left the company, what a server of its own could not deliver, and what
 * a check shows to come from its own domain. A private mailbox has no inside.
 */
export function isFromOutside({ from, delivery }: SealedMail, recipient: Scenario['recipient']): boolean {
  if (recipient.mailbox === 'private' || delivery.route === 'internal') return false;
  const own = afterAt(recipient.address);
  const isOwn = (domain: string): boolean => domain === own || domain.endsWith(`.${own}`);
  if (delivery.route === 'bounce' && isOwn(delivery.host.toLowerCase())) return false;
  return !isOwn(afterAt(from.address)) || !checkNames.some((check) => hasPassed({ from, delivery }, check));
}

const afterAt = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
