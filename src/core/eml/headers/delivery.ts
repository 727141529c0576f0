/** How a mail travelled, as its header says. Nothing is concluded and nothing added: what it does not say is unknown. */
import { type ReceivedHop, receivedHop } from '../../email/headers/received.ts';
import { type CheckResult, checkResults } from '../../scenario/format/delivery.ts';
import { mostHops } from '../bounds.ts';
import { fieldValueOf } from '../mime/field-value.ts';

/** A DKIM signature. */
export interface ReceivedSignature {
  readonly domain: string;
  /** Any text: selectors such as `20230601` are common. */
  readonly selector: string;
  readonly result: CheckResult;
}

/** The delivery of a mail as received. */
export interface MailDelivery {
  /** Newest first. */
  readonly hops: readonly ReceivedHop[];
  readonly spf: CheckResult;
  /** The domain that SPF checked. */
  readonly spfDomain?: string;
  readonly signatures: readonly ReceivedSignature[];
  readonly dmarc: CheckResult;
  /** The published policy, if the receiving server noted it. */
  readonly policy: 'none' | 'quarantine' | 'reject' | 'unknown';
  readonly arc: CheckResult;
  /** The envelope sender; empty for a bounce, absent if the mail does not tell. */
  readonly returnPath?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly priority?: 'high' | 'normal' | 'low';
  readonly mailer?: string;
  readonly unsubscribe?: string;
  readonly listId?: string;
  readonly originatingIp?: string;
}

/** All values of a header field, in order, by its lower-case name. */
export type FieldsNamed = (name: string) => readonly string[];

/** Reads the delivery from the fields of a header, decoded. */
export function deliveryOf(all: FieldsNamed): MailDelivery {
  const first = (name: string): string | undefined => all(name)[0]?.trim();
  const checks = all('authentication-results').flatMap(checksIn);
  const spf = checks.find(({ method }) => method === 'spf');
  const dmarc = checks.find(({ method }) => method === 'dmarc');
  const returnPath = first('return-path')?.replaceAll(/[<>]/g, '').trim();
  const texts = {
    messageId: first('message-id'),
    inReplyTo: first('in-reply-to'),
    mailer: first('x-mailer') ?? first('user-agent'),
    unsubscribe: /<([^<>]*)>/.exec(first('list-unsubscribe') ?? '')?.[1],
    listId: first('list-id'),
    originatingIp: first('x-originating-ip')?.replaceAll(/[[\]]/g, ''),
    priority: priorityOf(
      first('x-priority') ?? first('importance') ?? first('x-msmail-priority') ?? first('priority'),
    ),
    spfDomain: domainIn(spf?.said ?? first('received-spf') ?? ''),
  };
  return {
    hops: all('received').slice(0, mostHops).map(receivedHop),
    spf: spf?.result ?? resultOf(/^\s*(\w+)/.exec(first('received-spf') ?? '')?.[1]),
    signatures: signaturesOf(all('dkim-signature'), checks),
    dmarc: dmarc?.result ?? 'unknown',
    policy: policyOf(/\bp=(none|quarantine|reject)\b/i.exec(dmarc?.said ?? '')?.[1]),
    arc: checks.find(({ method }) => method === 'arc')?.result ?? resultOf(sealOf(all('arc-seal'))),
    ...(returnPath !== undefined && { returnPath }),
    ...given(texts),
  };
}

type Given<Texts> = { readonly [Key in keyof Texts]?: NonNullable<Texts[Key]> };

/** The entries that have a value. */
function given<Texts extends object>(texts: Texts): Given<Texts> {
  const kept: Given<Texts> = {};
  for (const key in texts)
    if (texts[key] !== undefined && texts[key] !== '') Object.assign(kept, { [key]: texts[key] });
  return kept;
}

interface Check {
  readonly method: string;
  readonly result: CheckResult;
  /** What stands beside the result. */
  readonly said: string;
}

/** In UTF-16 units; the rest of a longer field is not read. */
const longest = 4_000;

function checksIn(field: string): readonly Check[] {
  const found = field.slice(0, longest).matchAll(/(?:^|[;\s])(spf|dkim|dmarc|arc)\s*=\s*(\w+)([^;]*)/gi);
  return [...found].map(([, method = '', result, said = '']) => ({
    method: method.toLowerCase(),
    result: resultOf(result),
    said,
  }));
}

const resultOf = (written: string | undefined): CheckResult =>
  checkResults.find((result) => result === written?.toLowerCase().replace('hardfail', 'fail')) ?? 'unknown';

const domainIn = (said: string): string | undefined =>
  /(?:smtp\.mailfrom|smtp\.helo|envelope-from)=["<]?(?:[^\s;@"<>]*@)?([a-z0-9._-]+)/i
    .exec(said)?.[1]
    ?.toLowerCase();

function policyOf(written: string | undefined): MailDelivery['policy'] {
  const policy = written?.toLowerCase();
  return policy === 'none' || policy === 'quarantine' || policy === 'reject' ? policy : 'unknown';
}

/** The verdict of the newest seal on those before it (RFC 8617, 4.1.3). */
const sealOf = (seals: readonly string[]): string | undefined => /\bcv=(\w+)/i.exec(seals[0] ?? '')?.[1];

function signaturesOf(fields: readonly string[], checks: readonly Check[]): readonly ReceivedSignature[] {
  const noted = checks.filter(({ method }) => method === 'dkim');
  const written = fields.map((field) => {
    const { value, parameters } = fieldValueOf(`;${field}`);
    const domain = tagOf(parameters.get('d')?.text ?? value).toLowerCase();
    const selector = tagOf(parameters.get('s')?.text ?? '');
    const result = noted.find(({ said }) => namesOf(said).has(domain))?.result ?? 'unknown';
    return { domain, selector, result };
  });
  if (written.length > 0) return written;
  return noted.flatMap(({ result, said }) => {
    const [domain] = namesOf(said);
    const selector = /header\.s=([^\s;]+)/i.exec(said)?.[1] ?? '';
    return domain === undefined ? [] : [{ domain, selector, result }];
  });
}

const tagOf = (text: string): string => text.replaceAll(/\s+/g, '');

const namesOf = (said: string): ReadonlySet<string> =>
  new Set(
    [...said.matchAll(/header\.[di]=@?(?:[^\s;@]*@)?([^\s;]+)/gi)].map(([, name = '']) => name.toLowerCase()),
  );

function priorityOf(written: string | undefined): MailDelivery['priority'] {
  if (written === undefined) return undefined;
  if (/^[12]\b|high|urgent/i.test(written)) return 'high';
  if (/^[45]\b|low|non-urgent/i.test(written)) return 'low';
  return 'normal';
}
