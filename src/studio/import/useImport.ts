import { useEffect, useRef, useState } from 'react';
import { largestFile } from '../../core/eml/bounds.ts';
import type { ListedMail, MailChoice } from '../../core/eml/import-mail.ts';
import type { MailProblem } from '../../core/eml/mail-problem.ts';
import type { ChosenReplacement } from '../../core/eml/replace/chosen.ts';
import { LoadFailure } from '../../loading/load-once.ts';
import type { ImportedMail } from './import-job.ts';
import { runImport } from './run-import.ts';

/** A mail as it came: a file, or what was pasted. */
export interface MailSource {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly read: () => Promise<Uint8Array>;
}

/** Why there is no mail: what the reader says of the file, or why it could not begin. */
export type ImportFailure = MailProblem['kind'] | 'unreadable' | 'notLoaded';

/** How far an import is. */
export type ImportStage =
  | { readonly kind: 'source'; readonly failure?: { readonly name: string; readonly why: ImportFailure } }
  | { readonly kind: 'reading'; readonly name: string; readonly done: number }
  | { readonly kind: 'choice'; readonly name: string; readonly mails: readonly ListedMail[] }
  | {
      readonly kind: 'found';
      readonly source: MailSource;
      readonly mail: ImportedMail;
      readonly choice: MailChoice;
      /** While the mail is read again with another replacement: the share that is done. */
      readonly again?: number;
    };

/** An import on its way from a file to a mail without real names. */
export interface Importing {
  readonly stage: ImportStage;
  readonly onSource: (source: MailSource) => void;
  /** Chooses a mail of a mailbox file, or the one that was forwarded inside. */
  readonly onChoice: (choice: MailChoice) => void;
  readonly onReplace: (chosen: ChosenReplacement) => void;
  readonly onStop: () => void;
  /** Back to the choice of a file. */
  readonly onBack: () => void;
}

/** Imports the mail of `first`, if there is one, and what is chosen after it. */
export function useImport(first: MailSource | undefined): Importing {
  const [stage, setStage] = useState<ImportStage>({ kind: 'source' });
  const work = useRef<{ readonly source: MailSource; readonly stop: AbortController }>(undefined);
  const run = async (source: MailSource, choice: MailChoice, before?: ImportStage): Promise<void> => {
    work.current?.stop.abort();
    const stop = new AbortController();
    work.current = { source, stop };
    const show = (next: ImportStage): void => {
      if (work.current?.stop === stop) setStage(next);
    };
    const fail = (why: ImportFailure): void => show({ kind: 'source', failure: { name: source.name, why } });
    const onProgress = (done: number): void =>
      show(
        before?.kind === 'found'
          ? { ...before, choice, again: done }
          : { kind: 'reading', name: source.name, done },
      );
    onProgress(0);
    if (source.size > largestFile) {
      fail('file-too-large');
      return;
    }
    try {
      const bytes = await source.read();
      const result = await runImport({ bytes, choice }, { onProgress, signal: stop.signal });
      if (stop.signal.aborted && before !== undefined) show(before);
      else if (result.kind === 'refused') fail(result.problem.kind);
      else if (result.kind === 'choice') show({ kind: 'choice', name: source.name, mails: result.mails });
      else show({ kind: 'found', source, mail: result, choice });
    } catch (error) {
      if (error instanceof LoadFailure) fail('notLoaded');
      // The file was moved or deleted after it was chosen.
      else if (error instanceof DOMException) fail('unreadable');
      else throw error;
    }
  };
  useEffect(() => {
    if (first !== undefined) void run(first, {});
    return () => work.current?.stop.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- only a new first file begins anew
  }, [first]);
  return {
    stage,
    onSource: (source) => void run(source, {}),
    onChoice: (choice) => {
      const before = stage.kind === 'found' ? stage.choice : {};
      if (work.current !== undefined) void run(work.current.source, { ...before, ...choice });
    },
    onReplace: (chosen) => {
      if (stage.kind !== 'found') return;
      const { replacements = [] } = stage.choice;
      const others = replacements.filter(
        ({ kind, original }) => kind !== chosen.kind || original !== chosen.original,
      );
      void run(stage.source, { ...stage.choice, replacements: [...others, chosen] }, stage);
    },
    onStop: () => work.current?.stop.abort(),
    onBack: () => {
      work.current?.stop.abort();
      work.current = undefined;
      setStage({ kind: 'source' });
    },
  };
}
