import { useLanguage } from '../../i18n/setup.ts';
import { hashOf } from '../route.ts';

const pages = ['plan', 'group', 'studio'] as const;

/** The pages for trainers, on each of them. */
export function TrainersNav({ current }: { readonly current: (typeof pages)[number] }) {
  const { t } = useLanguage();
  return (
    <nav className="trainers" aria-label={t('start.trainers')}>
      {pages.map((page) => (
        <a key={page} href={hashOf({ screen: page })} aria-current={page === current ? 'page' : undefined}>
          {t(`start.${page}`)}
        </a>
      ))}
    </nav>
  );
}
