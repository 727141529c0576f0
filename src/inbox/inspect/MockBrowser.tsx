import './lens.css';
import { useMemo, useRef, useState } from 'react';
import type { LaidBlock } from '../../core/scenario/layout/blocks.ts';
import { pagePartRegion } from '../../core/scenario/layout/regions.ts';
import type { MockPage } from '../../core/scenario/format/page.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { useBackCloses } from '../../ui/dialog/back.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { focusOnce } from '../../ui/focus-once.ts';
import { Body } from '../message/Body.tsx';
import { BrowserBars } from './BrowserBars.tsx';
import { DialogInks } from '../InkPalette.tsx';
import { ClosingMarks } from './ClosingMarks.tsx';
import { findingsIn, useMarks } from '../marks.tsx';
import { PageBlockContext } from '../page/page-block-context.ts';
import { drawPageBlock } from '../page/PageBlocks.tsx';
import { TryContext } from '../page/TryButton.tsx';
import { useRegionKeys } from '../useRegionKeys.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

const LinkLens = lazyPart(() => import('./LinkLens.tsx'));

interface MockBrowserProps {
  /** The current page. */
  readonly page: MockPage;
  /** All pages of the message. */
  readonly pages: readonly MockPage[];
  readonly blocks: readonly LaidBlock[];
  readonly scenario: Pick<Scenario, 'clock' | 'directory' | 'recipient'>;
  readonly assets: string;
  /** Whether the lens explains what it shows, or only displays it. */
  readonly coaching: boolean;
  readonly onPage: (page: string) => void;
  readonly onClose: () => void;
}

/** The page behind a link, drawn from the scenario. Nothing is opened, and nothing typed is kept. */
export default function MockBrowser(props: MockBrowserProps) {
  const { page, pages, blocks, scenario, assets, coaching, onPage, onClose } = props;
  const { t, language } = useLanguage();
  const findings = findingsIn(useMarks());
  const [tried, setTried] = useState<string>();
  // The pressed button has unmounted, so the focus moves to what replaced it.
  const [cameBack, setCameBack] = useState(false);
  const [inspecting, setInspecting] = useState<Element>();
  // After the answer the sheet is open, so that every mark can be scrolled to.
  const [sheet, setSheet] = useState(findings !== undefined);
  const [opened, setOpened] = useState<readonly string[]>([page.id]);
  if (!opened.includes(page.id)) setOpened([...opened, page.id]);
  const holder = useRef<HTMLDivElement>(null);
  const { keys } = useRegionKeys(holder);
  const attempt = useMemo(() => () => setTried(page.id), [page.id]);
  const comeBack = (): void => {
    setTried(undefined);
    setCameBack(true);
  };
  const follow = (next: string): void => {
    setOpened([...new Set(opened.map((id) => (id === page.id ? next : id)))]);
    comeBack();
    onPage(next);
  };
  const { next } = page;
  useBackCloses(tried === page.id, comeBack);
  return (
    <Dialog title={t('page.heading')} closeLabel={t('app.close')} wide onClose={onClose}>
      <DialogInks />
      <ClosingMarks onClose={onClose}>
        <div ref={holder} className="browser" {...keys}>
          <BrowserBars
            page={page}
            clock={scenario.clock}
            sheet={sheet}
            controls={{
              tabs: opened.flatMap((id) => pages.find((other) => other.id === id) ?? []),
              onTab: (id) => {
                setCameBack(false);
                onPage(id);
              },
              onMail: onClose,
              onInspect: setInspecting,
              onSheet: () => setSheet(!sheet),
            }}
          />
          {tried === page.id ? (
            <section className="aftermath" role="status">
              <h3 tabIndex={-1} ref={focusOnce}>
                {t('page.outcome')}
              </h3>
              <p>{pick(page.outcome, language)}</p>
              <h3>{t('page.firstAid')}</h3>
              <p>{pick(page.firstAid, language)}</p>
              <div className="dialog-actions">
                <button type="button" className="button" onClick={comeBack}>
                  {t('page.backToPage')}
                </button>
                {next !== undefined && (
                  <button type="button" className="button" onClick={() => follow(next)}>
                    {t('page.next')}
                  </button>
                )}
              </div>
            </section>
          ) : (
            <div className="browser-page" tabIndex={-1} ref={cameBack ? focusOnce : undefined}>
              <TryContext value={attempt}>
                <PageBlockContext value={drawPageBlock}>
                  <Body key={page.id} blocks={blocks} assets={assets} />
                </PageBlockContext>
              </TryContext>
            </div>
          )}
        </div>
      </ClosingMarks>
      {/* In the dialog, since nothing else can be used while it is open. */}
      {inspecting && (
        <Loaded onClose={() => setInspecting(undefined)}>
          <LinkLens
            url={page.url}
            region={pagePartRegion(page.id, 'address')}
            beside={inspecting}
            scenario={scenario}
            assets={assets}
            coaching={coaching}
            onClose={() => setInspecting(undefined)}
          />
        </Loaded>
      )}
    </Dialog>
  );
}
