import './open-pack-file.css';
import { useId } from 'react';
import { archiveProblem } from '../../core/packaging/archive-problem.ts';
import { archiveBounds, packFileEnding } from '../../core/packaging/bounds.ts';
import type { Outcome, Problem } from '../../core/scenario/read/problem.ts';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import { LoadFailure, loadOnce } from '../../loading/load-once.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { KeptDraft } from '../draft/shelf.ts';
import { newHead } from '../start/new-draft.ts';
import { FileInput } from '../../ui/FileInput.tsx';

interface PackFileEnds {
  readonly onDraft: (draft: KeptDraft) => void;
  /** Called with a sentence that says why the file cannot be opened. */
  readonly onFailed: (why: string) => void;
}

const reader = loadOnce(() => import('./given-file.ts'));

/** Returns what opens a pack file as a draft. */
export function usePackFile({ onDraft, onFailed }: PackFileEnds): (file: File) => Promise<void> {
  const { t, language } = useSentences('give');
  const reasons = (problems: readonly Problem[]): readonly string[] =>
    problems.slice(0, 3).map(({ text }) => pick(text, language));
  return async (file) => {
    const draft = await draftOf(file);
    if (draft === 'notLoaded' || draft === 'unreadable') onFailed(t(`open.${draft}`, { file: file.name }));
    else if (draft.ok) onDraft(draft.value);
    else onFailed([t('open.refused', { file: file.name }), ...reasons(draft.problems)].join(' '));
  };
}

/** The way to a draft that begins with a pack file. */
export function OpenPackFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useSentences('give');
  const input = useId();
  return (
    <label className="studio-way open-pack-file" htmlFor={input}>
      <span className="studio-way-icon">
        <Icon name="box" size={20} />
      </span>
      <span>
        <b>{t('open.name')}</b>
        <small>{t('open.about')}</small>
      </span>
      <FileInput id={input} accept={`${packFileEnding},.zip`} onFile={onFile} />
    </label>
  );
}

async function draftOf(file: File): Promise<Outcome<KeptDraft> | 'notLoaded' | 'unreadable'> {
  if (file.size > archiveBounds.size)
    return { ok: false, problems: [archiveProblem('archive-too-large', 0)] };
  try {
    const [{ draftOfPackFile }, bytes] = await Promise.all([reader(), file.arrayBuffer()]);
    return draftOfPackFile(new Uint8Array(bytes), newHead(file.name.replace(/\.[^.]*$/, '').slice(0, 80)));
  } catch (error) {
    if (error instanceof LoadFailure) return 'notLoaded';
    // The file was moved or deleted after it was chosen.
    if (error instanceof DOMException) return 'unreadable';
    throw error;
  }
}
