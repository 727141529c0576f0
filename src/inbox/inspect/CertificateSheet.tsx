import { pagePartRegion } from '../../core/scenario/layout/regions.ts';
import type { Page } from '../../core/scenario/format/page.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Flaggable } from '../Flaggable.tsx';
import { dayOf, timeSince } from '../../i18n/moment.ts';

interface CertificateSheetProps {
  readonly page: Page;
  /** Now, in the inbox; the age of a certificate counts from it. */
  readonly clock: string;
}

/** Whom a certificate names, who issued it and how long ago: the same rows for every page, empty where there is none. */
export function CertificateSheet({ page: { id, certificate }, clock }: CertificateSheetProps) {
  const { t, language } = useLanguage();
  const rows = [
    { part: 'names', words: certificate?.names.join(', ') },
    { part: 'issuer', words: certificate?.issuer },
    {
      part: 'age',
      words:
        certificate &&
        t('page.sheet.issued', {
          day: dayOf(certificate.issued, clock, language),
          ago: timeSince(certificate.issued, clock, language),
        }),
    },
  ] as const;
  return (
    <section className="certificate-sheet" aria-label={t('page.sheet.title')}>
      <dl>
        {rows.map(({ part, words }) => (
          <div key={part}>
            <dt>{t(`page.sheet.${part}`)}</dt>
            <dd>
              <Flaggable region={pagePartRegion(id, part)} ours={words === undefined || part === 'age'}>
                {words ?? t('message.absent')}
              </Flaggable>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('page.sheet.rule')}</p>
    </section>
  );
}
