import { pagePartRegion } from '../../core/scenario/layout/regions.ts';
import type { MockPage } from '../../core/scenario/format/page.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Flaggable } from '../Flaggable.tsx';
import { dayOf, timeSince } from '../../i18n/moment.ts';

interface CertificateSheetProps {
  readonly page: MockPage;
  /** The current time in the inbox; the age of a certificate is counted from it. */
  readonly clock: string;
}

/** Subject, issuer and age of a certificate. Every page shows the same rows, empty if it has no certificate. */
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
