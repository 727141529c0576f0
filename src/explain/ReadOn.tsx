import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import type { ShelvedLesson } from './lesson-shelf.ts';

/** Links to lessons that explain more. Draws nothing if there are none. */
export function ReadOn({ lessons }: { readonly lessons: readonly ShelvedLesson[] }) {
  const { t, language } = useLanguage();
  if (lessons.length === 0) return null;
  return (
    <section className="read-on">
      <h3>{t('start.lessons')}</h3>
      <ul>
        {lessons.map(({ title, href }) => (
          <li key={href}>
            <a href={href}>{pick(title, language)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
