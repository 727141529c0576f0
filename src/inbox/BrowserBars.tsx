import { pagePartRegion } from '../core/scenario/regions.ts';
import type { Page } from '../core/scenario/schema.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Icon } from '../ui/Icon.tsx';
import { Certificate } from './Certificate.tsx';
import { Flaggable } from './Flaggable.tsx';

/** What a browser says of a page above it: its title, its address and who vouches for the connection. */
export function BrowserBars({ page }: { readonly page: Page }) {
  const { language } = useLanguage();
  return (
    <>
      <div className="browser-tabs">
        <span className="browser-tab">
          <Flaggable region={pagePartRegion(page.id, 'title')}>{pick(page.title, language)}</Flaggable>
        </span>
      </div>
      <div className="browser-bar">
        <Icon name={page.certificate ? 'lock' : 'unlocked'} size={15} />
        <Flaggable region={pagePartRegion(page.id, 'address')}>{page.url}</Flaggable>
      </div>
      <div className="browser-certificate">
        <Flaggable region={pagePartRegion(page.id, 'certificate')}>
          <Certificate page={page} />
        </Flaggable>
      </div>
    </>
  );
}
