import { fixReplacement } from '../../core/draft/fix.ts';
import { problemsOf } from '../../core/draft/read-file.ts';
import type { Problem } from '../../core/scenario/read/problem.ts';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import { useEditing } from '../edit/editing.ts';
import { idOf } from '../mail/drawn.ts';

/** What is wrong with the inbox, message by message; each leads to its place, and some can be mended at once. */
export function ProblemsTab() {
  const { t, language } = useSentences('studio');
  const { open, file, index, marks, onMark, onMessage, onTab } = useEditing();
  const problems = problemsOf(file);
  if (problems.length === 0) return <p className="studio-empty">{t('problems.none')}</p>;
  const show = (problem: Problem): void => {
    const [list, at, ...inside] = problem.path;
    if (list !== 'messages' || typeof at !== 'number') return onTab('code');
    if (at !== index) return onMessage(at);
    const mark = marks.find(({ path }) => path.every((step, place) => step === inside[place]));
    if (mark === undefined) onTab(inside[0] === 'solution' ? 'solution' : 'message');
    else onMark(mark.path);
  };
  const mend = ({ fix }: Problem): void => {
    const text = file.text.replace(/^\uFEFF/, '');
    const mark = file.text.length - text.length;
    const made = fix && fixReplacement(text, fix);
    if (made) open.replace(file.path, { ...made, start: made.start + mark, end: made.end + mark });
  };
  return (
    <ul className="studio-problems">
      {problems.map((problem, number) => {
        const [list, at] = problem.path;
        const message = list === 'messages' && typeof at === 'number' ? file.messages[at] : undefined;
        return (
          <li key={number} className={problem.severity}>
            <button type="button" onClick={() => show(problem)}>
              <span className={`studio-chip ${problem.severity}`}>{t(`problems.${problem.severity}`)}</span>
              <span translate="no">{message ? idOf(message.value) : t('problems.inbox')}</span>
              <span>{pick(problem.text, language)}</span>
            </button>
            {problem.fix && (
              <button type="button" className="studio-button small" onClick={() => mend(problem)}>
                {t('problems.mend')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
