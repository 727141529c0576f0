import type { Page } from '../../core/scenario/format/page.ts';
import { useLanguage } from '../../i18n/setup.ts';

/** The certificate of a page in a sentence, or that it has none. */
export function Certificate({ page: { certificate } }: { readonly page: Page }) {
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
