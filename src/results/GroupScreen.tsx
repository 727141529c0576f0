import './progress.css';
import { type ChangeEvent, useId, useMemo, useState } from 'react';
import { cohortOf } from '../core/record/cohort.ts';
import { type HandedResult, longestText, type ReadResult, resultsIn } from '../core/record/result-code.ts';
import { useSentences } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { type Catalogue, CohortView } from './CohortView.tsx';
import { handedText, pastedText } from './handed-text.ts';
import { RoundCode } from './RoundCode.tsx';

interface GroupScreenProps {
  /** Finds the messages of these results, as far as this copy of the game contains them. */
  readonly look: (results: readonly HandedResult[]) => Promise<Catalogue>;
}

/** In bytes. A real file of results is far smaller. */
const largestFile = 1_000_000;

/** Lets a trainer read several results together. Nothing leaves the browser. */
export default function GroupScreen({ look }: GroupScreenProps) {
  const { t } = useSentences('progress');
  const [pasted, setPasted] = useState('');
  const [files, setFiles] = useState('');
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const [separately, setSeparately] = useState(false);
  const ids = { paste: useId(), files: useId() };
  const read = useMemo(() => resultsIn(`${pastedText(pasted)}\n${files}`), [pasted, files]);
  const results = useMemo(() => handedIn(read, separately), [read, separately]);
  const cohort = useMemo(() => cohortOf(results), [results]);
  const same = useMemo(() => handedIn(read, true).length - handedIn(read, false).length, [read]);

  const take = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const taken = await Promise.all([...(target.files ?? [])].map(textOf));
    setFiles((before) => `${before}\n${taken.map(({ text }) => text).join('\n')}`.slice(0, longestText));
    setRefused(taken.flatMap(({ refusal }) => refusal ?? []));
    // Reset, so that the same file can be chosen again.
    target.value = '';
  };
  return (
    <main className="sheet group">
      <h1 tabIndex={-1} ref={focusOnce}>
        {t('group.heading')}
      </h1>
      <p className="insight-lead">{t('group.lead')}</p>
      <div className="code-field">
        <label htmlFor={ids.paste}>{t('group.paste')}</label>
        <textarea
          id={ids.paste}
          rows={6}
          maxLength={longestText / 2}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          value={pasted}
          onChange={({ target }) => setPasted(target.value)}
        />
      </div>
      <div className="code-field group-files">
        <label htmlFor={ids.files}>{t('group.files')}</label>
        <input
          id={ids.files}
          type="file"
          multiple
          accept=".txt,.csv,.eml,.md,text/plain"
          onChange={(event) => void take(event)}
        />
      </div>
      <div className="group-notes" role="status">
        {read.length === 0 && pasted.trim() !== '' && <p>{t('group.nothingPasted')}</p>}
        {read.length > 0 && <p>{t('group.read', { count: results.length })}</p>}
        {problems.map((reason) => {
          const count = read.filter((one) => one.kind === 'problem' && one.reason === reason).length;
          return count === 0 ? null : <p key={reason}>{t(`group.problem.${reason}`, { count })}</p>;
        })}
        {refused.map(({ name, reason }) => (
          <p key={name}>{t(`group.${reason}`, { name })}</p>
        ))}
        {same > 0 && !separately && <p>{t('group.same', { count: same })}</p>}
      </div>
      {same > 0 && (
        <label className="group-check">
          <input
            type="checkbox"
            checked={separately}
            onChange={({ target }) => setSeparately(target.checked)}
          />
          <span>{t('group.separately')}</span>
        </label>
      )}
      {results.length === 0 ? (
        <p className="soft">{t('group.empty')}</p>
      ) : (
        <CohortView cohort={cohort} results={results} look={look} />
      )}
      <RoundCode />
    </main>
  );
}

const problems = ['cutOff', 'mistyped', 'newer'] as const;

/**
 * The results that could be read. Equal codes count as one person's, unless the trainer says they are different
 * people's.
 */
function handedIn(read: readonly ReadResult[], separately: boolean): readonly HandedResult[] {
  const results = read.flatMap((one) => (one.kind === 'result' ? [one.result] : []));
  if (separately) return results;
  return [...new Map(results.map((result) => [JSON.stringify(result), result])).values()];
}

interface Refusal {
  readonly name: string;
  readonly reason: 'tooLarge' | 'unreadable' | 'nothing';
}

async function textOf(file: File): Promise<{ readonly text: string; readonly refusal?: Refusal }> {
  if (file.size > largestFile) return { text: '', refusal: { name: file.name, reason: 'tooLarge' } };
  try {
    const text = await handedText(new Uint8Array(await file.arrayBuffer()));
    return resultsIn(text).length > 0
      ? { text }
      : { text: '', refusal: { name: file.name, reason: 'nothing' } };
  } catch {
    // A folder, or a file that no longer exists.
    return { text: '', refusal: { name: file.name, reason: 'unreadable' } };
  }
}
