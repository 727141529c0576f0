import type { MockPage } from '../../core/scenario/format/page.ts';
import { useLanguage } from '../../i18n/setup.ts';

/** One sentence about the certificate of a page, or that it has none. */
export function Certificate({ page: { certificate } }: { readonly page: MockPage }) {
  const { t } = useLanguage();
  return (
    <span>
      {certificate
        ? t('page.certificate', {
            issuer: certificate.issuer,
            names: certificate.names.join(', '),
            issued: certificate.issued.slice(0, 10),
          })
        : t('page.noCertificate')}
    </span>
  );
}
