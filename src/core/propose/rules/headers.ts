/** What the header fields of a mail say. */
import { domainOf } from '../../email/compose/authentication.ts';
import { isRelayed } from '../../email/compose/delivery.ts';
import { headerReadings, type Reading } from '../../email/headers/header-reading.ts';
import type { SealedMail } from '../../scenario/format/message.ts';
import { type Given, isKnownHost } from '../given.ts';
import { clueOf, type FoundSign, type Grade } from '../proposal.ts';
import { headerSigns } from '../tables/header-readings.ts';

/** The fields whose reading has a sign. */
export function headerFields(given: Given): readonly FoundSign[] {
  const { message, recipient, unsaid } = given;
  if (message.channel !== 'mail') return [];
  return headerReadings(message, recipient, 'ja').flatMap((reading) => {
    const { field, kind, values } = reading;
    const sign = headerSigns[kind];
    // The name is judged by its own rule, which compares owners.
    if (sign === undefined || unsaid.has(field) || kind === 'nameHoldsAddress') return [];
    const grade = isUsual(reading, message, given) ? 'guess' : sign.grade;
    return [clueOf({ ...sign, grade: grade satisfies Grade }, { field }, values)];
  });
}

/** Whether honest mail often has it too: a list or a forwarder breaks authentication, and a service names the person to answer. */
function isUsual({ field }: Reading, { delivery, replyTo }: SealedMail, given: Given): boolean {
  if (field === 'dmarc') return isRelayed(delivery.route);
  return field === 'replyTo' && isKnownHost(domainOf(replyTo?.address ?? ''), given);
}
