import { useMemo, useRef, useState } from 'react';
import type { LaidBlock } from '../core/scenario/body.ts';
import { pagePartRegion } from '../core/scenario/regions.ts';
import type { Page } from '../core/scenario/schema.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Body } from './Body.tsx';
import { Flaggable } from './Flaggable.tsx';
import { FormContext } from './MockForm.tsx';
import { useRegionKeys } from './useRegionKeys.ts';

interface MockBrowserProps {
  readonly page: Page;
  readonly blocks: readonly LaidBlock[];
  readonly assets: string;
  readonly onClose: () => void;
}

/** The page behind a link, drawn from the scenario: nothing is opened, nothing typed is kept. */
export default function MockBrowser({ page, blocks, assets, onClose }: MockBrowserProps) {
  const { t, language } = useLanguage();
  const [submitted, setSubmitted] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const keys = useRegionKeys(holder);
  const submit = useMemo(() => () => setSubmitted(true), []);
  const { certificate } = page;
  return (
    <Dialog title={t('page.heading')} closeLabel={t('app.close')} wide onClose={onClose}>
      <div ref={holder} className="browser" {...keys}>
        <div className="browser-tabs">
          <span className="browser-tab">
            <Flaggable region={pagePartRegion(page.id, 'title')}>{pick(page.title, language)}</Flaggable>
          </span>
        </div>
        <div className="browser-bar">
          <Icon name={certificate ? 'lock' : 'unlocked'} size={15} />
          <Flaggable region={pagePartRegion(page.id, 'address')}>{page.url}</Flaggable>
        </div>
        <div className="browser-certificate">
          <Flaggable region={pagePartRegion(page.id, 'certificate')}>
            {certificate
              ? t('page.certificate', {
                  issuer: certificate.issuer,
                  names: certificate.names.join(', '),
                  issued: certificate.issued.slice(0, 10),
                })
              : t('page.noCertificate')}
          </Flaggable>
        </div>
        {submitted ? (
          <section className="aftermath" role="status">
            <h3>{t('page.outcome')}</h3>
            <p>{pick(page.outcome, language)}</p>
            <h3>{t('page.firstAid')}</h3>
            <p>{pick(page.firstAid, language)}</p>
            <button type="button" className="button" onClick={() => setSubmitted(false)}>
              {t('page.backToPage')}
            </button>
          </section>
        ) : (
          <div className="browser-page">
            <FormContext value={submit}>
              <Body blocks={blocks} assets={assets} />
            </FormContext>
          </div>
        )}
      </div>
    </Dialog>
  );
}
