import '../page/page.css';
import { pagePartRegion } from '../../core/scenario/layout/regions.ts';
import type { MockPage } from '../../core/scenario/format/page.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CertificateSheet } from './CertificateSheet.tsx';
import { Flaggable } from '../Flaggable.tsx';

interface BrowserBarsProps {
  readonly page: MockPage;
  readonly clock: string;
  /** Whether the certificate sheet is open. */
  readonly sheet: boolean;
  /** The working buttons of the browser; absent where a page is only displayed. */
  readonly controls?: BrowserControls;
}

interface BrowserControls {
  /** The pages opened so far, including the current one. */
  readonly tabs: readonly MockPage[];
  readonly onTab: (page: string) => void;
  /** Called for the first tab, which holds the mail. */
  readonly onMail: () => void;
  /** Opens the lens on the address, beside the given element. */
  readonly onInspect: (beside: Element) => void;
  readonly onSheet: () => void;
}

/** What a browser shows above a page: title, address, and who vouches for the connection. */
export function BrowserBars({ page, clock, sheet, controls }: BrowserBarsProps) {
  const { t, language } = useLanguage();
  return (
    <>
      <ul className="browser-tabs" aria-label={t('page.tabs')}>
        {controls && (
          <li className="browser-tab">
            <button type="button" onClick={controls.onMail}>
              <Icon name="letter" size={14} />
              <span>{t('page.mailTab')}</span>
            </button>
          </li>
        )}
        {(controls?.tabs ?? [page]).map((tab) =>
          tab.id === page.id ? (
            <li key={tab.id} className="browser-tab" aria-current="page">
              <Icon name="globe" size={14} />
              <Flaggable region={pagePartRegion(page.id, 'title')}>{pick(page.title, language)}</Flaggable>
            </li>
          ) : (
            <li key={tab.id} className="browser-tab">
              <button type="button" onClick={() => controls?.onTab(tab.id)}>
                <Icon name="globe" size={14} />
                <span>{pick(tab.title, language)}</span>
              </button>
            </li>
          ),
        )}
      </ul>
      <div className="browser-row">
        {/* Drawn only: the tabs are the way back. */}
        <span className="browser-moves" aria-hidden="true">
          <Icon name="back" size={16} />
          <Icon name="forward" size={16} />
          <Icon name="reload" size={15} />
        </span>
        <div className="browser-bar">
          <Icon name={page.certificate ? 'tune' : 'notSecure'} size={15} />
          <span className="browser-address">
            <Flaggable region={pagePartRegion(page.id, 'address')}>{page.url}</Flaggable>
          </span>
          {controls && (
            <button
              type="button"
              className="link-tool"
              aria-label={t('page.inspectAddress')}
              onClick={({ currentTarget }) => controls.onInspect(currentTarget)}
            >
              <Icon name="loupe" size={14} />
            </button>
          )}
        </div>
      </div>
      <div className="browser-certificate">
        <span>
          <Flaggable region={pagePartRegion(page.id, 'certificate')} ours>
            {t(page.certificate ? 'page.secure' : 'page.noCertificate')}
          </Flaggable>
        </span>
        {controls && (
          <button type="button" className="button small" aria-expanded={sheet} onClick={controls.onSheet}>
            {t('page.sheet.show')}
          </button>
        )}
      </div>
      {sheet && <CertificateSheet page={page} clock={clock} />}
    </>
  );
}
