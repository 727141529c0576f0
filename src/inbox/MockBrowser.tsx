import { useMemo, useRef, useState } from 'react';
import type { LaidBlock } from '../core/scenario/body.ts';
import type { Page } from '../core/scenario/schema.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Body } from './Body.tsx';
import { BrowserBars } from './BrowserBars.tsx';
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
  return (
    <Dialog title={t('page.heading')} closeLabel={t('app.close')} wide onClose={onClose}>
      <div ref={holder} className="browser" {...keys}>
        <BrowserBars page={page} />
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
