import type { Draft } from '../../core/draft/draft.ts';
import { problemsOf } from '../../core/draft/read-file.ts';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';

/** A draft without a scenario that can be read: what is wrong with its files. */
export function NothingToEdit({ draft }: { readonly draft: Draft }) {
  const { t, language } = useSentences('studio');
  const problems = [...draft.files.values()].flatMap(problemsOf);
  return (
    <main className="sheet">
      <h1>{t('nothing')}</h1>
      <ul className="bullets">
        {problems.map((problem, index) => (
          <li key={index}>{`${problem.file}:${problem.line} ${pick(problem.text, language)}`}</li>
        ))}
      </ul>
    </main>
  );
}
