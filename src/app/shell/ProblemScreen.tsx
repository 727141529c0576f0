import type { Problem } from '../../core/scenario/read/problem.ts';
import { shownPath } from '../../core/scenario/read/shown.ts';
import { otherLanguage, pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';

interface ProblemScreenProps {
  readonly problems: readonly Problem[];
  readonly onLeave: () => void;
}

/** What is wrong with a file, in both languages; the rest of the pack still plays. */
export default function ProblemScreen({ problems, onLeave }: ProblemScreenProps) {
  const { t, language } = useLanguage();
  const other = otherLanguage(language);
  return (
    <main className="sheet problems">
      <h1>{t('problem.title')}</h1>
      <p>{t('problem.reassure')}</p>
      <ul>
        {problems.map((problem, index) => (
          <li key={index} className="card">
            <p className="problem-where" translate="no">
              <code>{`${problem.file}:${problem.line}:${problem.column}`}</code>
              <code>{shownPath(problem.path)}</code>
              <span className="tag">{problem.rule}</span>
            </p>
            <p>{pick(problem.text, language)}</p>
            <p lang={other} className="soft">
              {pick(problem.text, other)}
            </p>
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <button type="button" className="button main" onClick={onLeave}>
          {t('app.back')}
        </button>
      </div>
    </main>
  );
}
