import { Fragment } from 'react';
import type { Problem } from '../../core/scenario/read/problem.ts';
import { shownPath } from '../../core/scenario/read/shown.ts';
import { otherLanguage, pick } from '../../i18n/language.ts';
import { useFailureWords, useLanguage } from '../../i18n/setup.ts';
import { askAgain } from '../../loading/load-once.ts';
import { readFailureOf } from '../../packs/read-failure.ts';
import { focusOnce } from '../../ui/focus-once.ts';

interface ProblemScreenProps {
  readonly problems: readonly Problem[];
  /** How often the player has tried again already. */
  readonly tries: number;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

/** Says why a file could not be read and offers another attempt, or lists its problems. In both languages, because trainers may work together. */
export default function ProblemScreen({ problems, tries, onAgain, onLeave }: ProblemScreenProps) {
  return readFailureOf(problems) === undefined ? (
    <UnusableFile problems={problems} onLeave={onLeave} />
  ) : (
    <UnreadFile problems={problems} tries={tries} onAgain={onAgain} onLeave={onLeave} />
  );
}

function UnreadFile({ problems, tries, onAgain, onLeave }: ProblemScreenProps) {
  const { t, language } = useLanguage();
  const say = useFailureWords();
  const other = otherLanguage(language);
  return (
    <main className="sheet problems">
      <div role="alert">
        <h1>{say('title')}</h1>
        {problems.slice(0, 1).map((problem) => (
          <Fragment key={problem.file}>
            <p>{pick(problem.text, language)}</p>
            <p lang={other} className="soft">
              {pick(problem.text, other)}
            </p>
          </Fragment>
        ))}
      </div>
      <div className="dialog-actions">
        {/* The button that was pressed is gone: this one takes the focus. */}
        <button
          ref={tries > 0 ? focusOnce : undefined}
          type="button"
          className="button main"
          onClick={() => {
            askAgain();
            onAgain();
          }}
        >
          {say('again')}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {t('app.back')}
        </button>
      </div>
    </main>
  );
}

function UnusableFile({ problems, onLeave }: Pick<ProblemScreenProps, 'problems' | 'onLeave'>) {
  const { t, language } = useLanguage();
  const other = otherLanguage(language);
  return (
    <main className="sheet problems">
      <div role="alert">
        <h1>{t('problem.title')}</h1>
        <p>{t('problem.reassure')}</p>
      </div>
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
