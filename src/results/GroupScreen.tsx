import './progress.css';
import { type ChangeEvent, type ReactNode, useId, useMemo, useState } from 'react';
import { cohortOf } from '../core/record/cohort.ts';
import {
  codesLeftOut,
  type HandedResult,
  longestSearched,
  mostCodes,
  type ReadResult,
  resultsIn,
} from '../core/record/result-code.ts';
import { wholeNumber } from '../i18n/number-words.ts';
import { useSentences } from '../i18n/setup.ts';
import { askAgain, LoadFailure } from '../loading/load-once.ts';
import { Icon } from '../ui/Icon.tsx';
import { focusOnce } from '../ui/focus-once.ts';
import { type Catalogue, CohortView } from './CohortView.tsx';
import { handedText, pastedText } from './handed-text.ts';
import { SleepingBox } from './SleepingBox.tsx';
import { RoundCode } from './RoundCode.tsx';

interface GroupScreenProps {
  /** Finds the messages of these results, as far as this copy of the game contains them. */
  readonly look: (results: readonly HandedResult[]) => Promise<Catalogue>;
  /** The way to the other pages for trainers. */
  readonly children?: ReactNode;
}

/** In bytes. A real file of results is far smaller. */
const largestFile = 1_000_000;
/** In UTF-16 units, for the pasted text and for the texts of all files together. */
const longest = longestSearched / 2;

/** Lets a trainer read several results together. Nothing leaves the browser. */
export default function GroupScreen({ look, children }: GroupScreenProps) {
  const { t } = useSentences('progress');
  const [pasted, setPasted] = useState('');
  const [files, setFiles] = useState('');
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const [separately, setSeparately] = useState(false);
  const paste = useId();
  const text = useMemo(() => `${pastedText(pasted.slice(0, longest - 1))}\n${files}`, [pasted, files]);
  const read = useMemo(() => resultsIn(text), [text]);
  const leftOut = useMemo(() => codesLeftOut(text), [text]);
  const results = useMemo(() => handedIn(read, separately), [read, separately]);
  const cohort = useMemo(() => cohortOf(results), [results]);
  const same = useMemo(() => handedIn(read, true).length - handedIn(read, false).length, [read]);

  const take = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    askAgain();
    const taken = await Promise.all([...(target.files ?? [])].map(textOf));
    const { together, refusals } = addedTo(files, taken);
    setFiles(together);
    setRefused(refusals);
    // Reset, so that the same file can be chosen again.
    target.value = '';
  };
  return (
    <main className="sheet group">
      {children}
      <h1 tabIndex={-1} ref={focusOnce}>
        {t('group.heading')}
      </h1>
      <p className="insight-lead">{t('group.lead')}</p>
      <div className="code-field">
        <label htmlFor={paste}>{t('group.paste')}</label>
        <textarea
          id={paste}
          rows={6}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          value={pasted}
          onChange={({ target }) => setPasted(target.value)}
        />
      </div>
      <div className="code-field group-files">
        <label className="button file-button">
          <Icon name="page" size={16} />
          <span>{t('group.files')}</span>
          <input
            type="file"
            className="visually-hidden"
            multiple
            accept=".txt,.csv,.eml,.md,text/plain"
            onChange={(event) => void take(event)}
          />
        </label>
      </div>
      <GroupNotes
        pasted={pasted}
        read={read}
        count={results.length}
        refused={refused}
        leftOut={leftOut}
        same={separately ? 0 : same}
      />
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
        <div className="nothing-yet">
          <SleepingBox />
          <p>{t('group.empty')}</p>
        </div>
      ) : (
        <CohortView cohort={cohort} results={results} look={look} />
      )}
      <RoundCode />
    </main>
  );
}

interface GroupNotesProps {
  readonly pasted: string;
  readonly read: ReturnType<typeof resultsIn>;
  /** The number of results that are shown. */
  readonly count: number;
  readonly refused: readonly Refusal[];
  /** The number of codes beyond the limit. */
  readonly leftOut: number;
  /** The number of results left out because they are handed in twice. */
  readonly same: number;
}

/** What was read, and why something was not. */
function GroupNotes({ pasted, read, count, refused, leftOut, same }: GroupNotesProps) {
  const { t, language } = useSentences('progress');
  return (
    <div className="group-notes" role="status">
      {read.length === 0 && pasted.trim() !== '' && <p>{t('group.nothingPasted')}</p>}
      {read.length > 0 && <p>{t('group.read', { count })}</p>}
      {problems.map((reason) => {
        const found = read.filter((one) => one.kind === 'problem' && one.reason === reason).length;
        return found === 0 ? null : <p key={reason}>{t(`group.problem.${reason}`, { count: found })}</p>;
      })}
      {refused.map(({ name, reason }) => (
        <p key={name}>{t(`group.${reason}`, { name })}</p>
      ))}
      {pasted.length >= longest && (
        <p>{t('group.pastedTooLong', { most: wholeNumber(longest, language) })}</p>
      )}
      {leftOut > 0 && (
        <p>
          {t('group.leftOut', {
            count: leftOut,
            most: wholeNumber(mostCodes, language),
          })}
        </p>
      )}
      {same > 0 && <p>{t('group.same', { count: same })}</p>}
    </div>
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
  readonly reason: 'tooLarge' | 'tooMuch' | 'unreadable' | 'notLoaded' | 'nothing';
}

interface Taken {
  readonly name: string;
  readonly text: string;
  readonly refusal?: Refusal;
}

/** Adds the texts of files to those read before, as long as there is room. */
function addedTo(before: string, taken: readonly Taken[]) {
  let together = before;
  const refusals: Refusal[] = [];
  for (const { name, text, refusal } of taken) {
    if (refusal !== undefined) refusals.push(refusal);
    else if (together.length + text.length >= longest) refusals.push({ name, reason: 'tooMuch' });
    else together = `${together}\n${text}`;
  }
  return { together, refusals };
}

async function textOf(file: File): Promise<Taken> {
  const { name } = file;
  const refused = (reason: Refusal['reason']): Taken => ({ name, text: '', refusal: { name, reason } });
  if (file.size > largestFile) return refused('tooLarge');
  try {
    const text = await handedText(new Uint8Array(await file.arrayBuffer()));
    return resultsIn(text).length > 0 ? { name, text } : refused('nothing');
  } catch (error) {
    // Otherwise a folder, or a file that no longer exists.
    return refused(error instanceof LoadFailure ? 'notLoaded' : 'unreadable');
  }
}
