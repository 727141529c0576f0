/** The work of an import, wherever it is done: a file → the draft of its mail, and what was replaced and lost. */
import type { DraftFields } from '../../core/eml/draft/draft-body.ts';
import { draftLosses, type Loss } from '../../core/eml/draft/loss.ts';
import { messageDraft, scenarioDraft } from '../../core/eml/draft/scenario-draft.ts';
import { importMail, type ListedMail, type MailChoice } from '../../core/eml/import-mail.ts';
import type { MailProblem } from '../../core/eml/mail-problem.ts';
import type { Replacement } from '../../core/eml/replace/replacer.ts';
import type { Watch } from '../../core/eml/steps.ts';
import type { Language } from '../../core/scenario/format/vocabulary.ts';

/** What is to be imported. */
export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly choice: MailChoice;
}

/** A mail that can become a draft. */
export interface ImportedMail {
  readonly kind: 'imported';
  /** A scenario of one message, without real names. */
  readonly scenario: DraftFields;
  readonly language: Language;
  /** The charset in which the mail was written. */
  readonly charset: string;
  /** Holds the real names: shown, and kept nowhere. */
  readonly table: readonly Replacement[];
  readonly problems: readonly MailProblem[];
  readonly losses: readonly Loss[];
  /** Whether it holds a mail that was forwarded as an attachment. */
  readonly hasInner: boolean;
}

/** What came of an import. All of it can be sent by a worker. */
export type ImportResult =
  | ImportedMail
  | { readonly kind: 'choice'; readonly mails: readonly ListedMail[] }
  | { readonly kind: 'refused'; readonly problem: MailProblem };

/** What a worker that imports says. */
export type WorkerNews =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'result'; readonly result: ImportResult }
  | { readonly kind: 'failed' };

/** Imports a mail. Ends for any bytes. */
export async function importJob({ bytes, choice }: ImportRequest, watch: Watch): Promise<ImportResult> {
  const found = await importMail(bytes, decode, choice, watch);
  if (found.kind !== 'imported') return found;
  const { mail, table } = found.anonymous;
  const { message, language, losses } = messageDraft(mail, 'my-inbox-1');
  return {
    kind: 'imported',
    scenario: scenarioDraft('my-inbox', [mail], [message]),
    language,
    charset: mail.charset,
    table,
    problems: found.problems,
    losses: draftLosses(losses),
    hasInner: found.hasInner,
  };
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // An unknown name, or bytes that are not of that set: the caller tries another.
    return undefined;
  }
}
