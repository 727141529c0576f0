/** A file of any of the ways in → the mail without real names: the one entry for the command line and the studio. */
import { largestFile } from './bounds.ts';
import type { Decode } from './charset/text-of.ts';
import type { ReceivedMailbox } from './headers/addresses.ts';
import type { MailProblem } from './mail-problem.ts';
import { mailOfOutlook } from './msg/mail-of-outlook.ts';
import { readMail } from './read-mail.ts';
import type { ChosenReplacement } from './replace/chosen.ts';
import { type Anonymous, anonymousSteps } from './replace/anonymous-mail.ts';
import { mailsIn, sourceKindOf } from './source.ts';
import { partOf, type Watch, watched } from './steps.ts';

/** Which mail of a file is wanted, and how. */
export interface MailChoice {
  /** Which mail of a mailbox file, from 1 on. */
  readonly mail?: number;
  /** The mail that was forwarded as an attachment, if there is one. */
  readonly inner?: boolean;
  /** Replacements that the trainer wants instead of ours. */
  readonly replacements?: readonly ChosenReplacement[];
}

/** A mail of a mailbox file, to choose from. */
export interface ListedMail {
  /** From 1 on. */
  readonly number: number;
  readonly subject: string;
  readonly from?: ReceivedMailbox;
}

/** What came of an import. */
export type MailImport =
  | {
      readonly kind: 'imported';
      readonly anonymous: Anonymous;
      /** What could not be read, or only with a guess. */
      readonly problems: readonly MailProblem[];
      /** Whether it holds a mail that was forwarded as an attachment; `inner` imports that one. */
      readonly hasInner: boolean;
    }
  /** A mailbox file: one of its mails must be chosen. */
  | { readonly kind: 'choice'; readonly mails: readonly ListedMail[] }
  | { readonly kind: 'refused'; readonly problem: MailProblem };

/** Imports a mail: an .eml, an Outlook .msg, one of an .mbox, or pasted source. Ends for any bytes; `watch` may stop it. */
export async function importMail(
  file: Uint8Array,
  decode: Decode,
  choice: MailChoice = {},
  watch: Watch = {},
): Promise<MailImport> {
  if (file.length > largestFile) return refused('file-too-large');
  switch (sourceKindOf(file)) {
    case 'outlook':
      return fromOutlook(file, decode, choice, watch);
    case 'mailbox':
      return fromMailbox(mailsIn(file), decode, choice, watch);
    case 'mail':
      return fromMail(file, decode, choice, watch);
  }
}

const refused = (kind: MailProblem['kind']): MailImport => ({
  kind: 'refused',
  problem: { kind, place: 'file' },
});

async function fromOutlook(
  file: Uint8Array,
  decode: Decode,
  choice: MailChoice,
  watch: Watch,
): Promise<MailImport> {
  const outlook = mailOfOutlook(file, decode);
  if (outlook === undefined) return refused('outlook-broken');
  const found = await fromMail(outlook.source, decode, choice, watch);
  if (found.kind !== 'imported' || !outlook.isCut) return found;
  return { ...found, problems: [{ kind: 'outlook-cut', place: 'file' }, ...found.problems] };
}

async function fromMailbox(
  mails: readonly Uint8Array[],
  decode: Decode,
  choice: MailChoice,
  watch: Watch,
): Promise<MailImport> {
  const chosen = choice.mail === undefined ? undefined : mails[choice.mail - 1];
  if (chosen !== undefined) return fromMail(chosen, decode, choice, watch);
  const listed: ListedMail[] = [];
  for (const [at, mail] of mails.entries()) {
    const reading = await readMail(mail, decode, partOf(watch, at / mails.length, (at + 1) / mails.length));
    if (!reading.ok && reading.problem.kind === 'stopped') return refused('stopped');
    const { subject, from } = reading.ok ? reading.mail : { subject: '' };
    listed.push({ number: at + 1, subject, ...(from !== undefined && { from }) });
  }
  return { kind: 'choice', mails: listed };
}

async function fromMail(
  file: Uint8Array,
  decode: Decode,
  choice: MailChoice,
  watch: Watch,
): Promise<MailImport> {
  const reading = await readMail(file, decode, partOf(watch, 0, 0.4));
  if (!reading.ok) return { kind: 'refused', problem: reading.problem };
  const [forwarded] = reading.mail.forwarded;
  if (choice.inner === true && forwarded !== undefined)
    return fromMail(forwarded.source, decode, { ...choice, inner: false }, partOf(watch, 0.4, 1));
  const anonymous = await watched(anonymousSteps(reading.mail, choice.replacements), partOf(watch, 0.4, 1));
  if (anonymous === undefined) return refused('stopped');
  return {
    kind: 'imported',
    anonymous: anonymous.result,
    problems: anonymous.result.mail.problems,
    hasInner: forwarded !== undefined,
  };
}
