import { lazy, memo, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { layOut, fieldRegion, slotRegion } from '../core/scenario/regions.ts';
import type { Scenario, SealedMessage } from '../core/scenario/schema.ts';
import { slots } from '../core/scenario/vocabulary.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { Attachments } from './Attachments.tsx';
import { Body } from './Body.tsx';
import { Flaggable } from './Flaggable.tsx';
import { LinksContext } from './links.tsx';
import { fullTime } from './moment.ts';
import { SenderCard } from './SenderCard.tsx';
import { useSkin } from './skin.ts';
import { linkUnder, useLongPress } from './useLongPress.ts';
import { useRegionKeys } from './useRegionKeys.ts';

const FileSheet = lazy(() => import('./FileSheet.tsx'));
const HeaderDetails = lazy(() => import('./HeaderDetails.tsx'));
const HeaderSource = lazy(() => import('./HeaderSource.tsx'));
const LinkLens = lazy(() => import('./LinkLens.tsx'));
const MockBrowser = lazy(() => import('./MockBrowser.tsx'));

interface MessageViewProps {
  readonly message: SealedMessage;
  readonly scenario: Pick<Scenario, 'clock' | 'recipient' | 'directory'> & {
    readonly messages: readonly Pick<SealedMessage, 'id' | 'subject'>[];
  };
  /** Where the pack's pictures lie, ending in a slash. */
  readonly assets: string;
  /** Whether the lens says in words what it sees, or only takes apart. */
  readonly coaching: boolean;
  /** A region to bring into view, opening what it lies in; a new object asks anew. */
  readonly reveal?: { readonly region: string } | undefined;
  /** Whether its heading takes the focus when it appears. */
  readonly takesFocus?: boolean;
}

const onSenderCard = new Set(
  ['subject', 'fromName', 'fromAddress', 'to', 'cc', 'date'].map((field) => `field/${field}`),
);

/** One opened message with everything a careful person would check. Remembered: a flag redraws the regions, not the message. */
export const MessageView = memo(function MessageView({
  message,
  scenario,
  assets,
  coaching,
  reveal,
  takesFocus = false,
}: MessageViewProps) {
  const { t, language } = useLanguage();
  const [details, setDetails] = useState(false);
  const [source, setSource] = useState(false);
  const [lens, setLens] = useState<string>();
  const [page, setPage] = useState<string>();
  const [file, setFile] = useState<string>();
  const [target, setTarget] = useState<string>();
  const layout = useMemo(() => layOut(message), [message]);
  const holder = useRef<HTMLElement>(null);
  const links = useMemo(
    () => ({
      urlOf: (link: string) => message.links?.find(({ id }) => id === link)?.url,
      onInspect: setLens,
    }),
    [message],
  );
  const press = useLongPress(setLens, useSkin() === 'phone');
  const keys = useRegionKeys(holder);
  const point = (element: EventTarget | null): void => {
    const link = linkUnder(element);
    setTarget(link === undefined ? undefined : links.urlOf(link));
  };
  // What lies folded away or on another page is opened while drawing, so that it is there to be scrolled to.
  const [asked, setAsked] = useState(reveal);
  if (reveal !== undefined && reveal !== asked) {
    setAsked(reveal);
    const [place, name] = reveal.region.split('/');
    if (place === 'field' && !onSenderCard.has(reveal.region)) setDetails(true);
    setPage(place === 'page' ? name : undefined);
    setFile(place === 'file' ? name : undefined);
  }
  const revealed = useRef<object>(undefined);
  const show = (): void => {
    if (reveal === undefined || revealed.current === reveal) return;
    const region = document.querySelector(`.region[data-region="${CSS.escape(reveal.region)}"]`);
    if (region === null) return;
    revealed.current = reveal;
    region.scrollIntoView({ block: 'center', behavior: 'smooth' });
  };
  // Runs after every drawing; a region in a part that is still loading is found by the part's own `Arrival`.
  useEffect(show);
  const opened = message.links?.find(({ id }) => id === lens);
  const openPage = message.pages?.find(({ id }) => id === page);
  const openFile = message.attachments?.find(({ id }) => id === file);

  return (
    <LinksContext value={links}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- one listener for all its regions, each of which is a button */}
      <article
        ref={holder}
        className="message"
        aria-label={pick(message.subject, language)}
        onMouseOver={(event) => point(event.target)}
        onMouseLeave={() => point(null)}
        onKeyDown={keys.onKeyDown}
        onFocus={(event) => {
          keys.onFocus(event);
          point(event.target);
        }}
        onBlur={() => point(null)}
        {...press}
      >
        <h2 className="subject" tabIndex={-1} ref={takesFocus ? focusOnce : undefined}>
          <Flaggable region={fieldRegion('subject')}>{pick(message.subject, language)}</Flaggable>
        </h2>
        <SenderCard message={message} time={fullTime(message.sent, scenario.clock, language)} />
        <div className="message-tools">
          <button
            type="button"
            className="button small"
            aria-expanded={details}
            onClick={() => setDetails(!details)}
          >
            {t(details ? 'message.hideDetails' : 'message.showDetails')}
          </button>
          <button
            type="button"
            className="button small"
            aria-expanded={source}
            onClick={() => setSource(!source)}
          >
            {t(source ? 'message.hideSource' : 'message.showSource')}
          </button>
        </div>
        {details && (
          <Suspense fallback={<p className="waiting">{t('app.loading')}</p>}>
            <HeaderDetails message={message} recipient={scenario.recipient} coaching={coaching} />
            <Arrival onArrival={show} />
          </Suspense>
        )}
        {source && (
          <Suspense fallback={<p className="waiting">{t('app.loading')}</p>}>
            <HeaderSource message={message} recipient={scenario.recipient} />
          </Suspense>
        )}
        <Body blocks={layout.body} assets={assets} />
        <Attachments attachments={message.attachments ?? []} onInspect={setFile} />
        <div className="slots">
          <p id="slots-hint">{t('message.slots')}</p>
          <div role="group" aria-labelledby="slots-hint">
            {slots.map((slot) => (
              <Flaggable key={slot} region={slotRegion(slot)}>
                {t(`slot.${slot}`)}
              </Flaggable>
            ))}
          </div>
        </div>
      </article>
      <div className="status-bar" aria-live="polite" data-shown={target !== undefined}>
        {target}
      </div>
      {/* Apart from the lens and the page, which may load while the file lies open. */}
      <Suspense fallback={null}>
        {openFile && (
          <>
            <FileSheet
              attachment={openFile}
              blocks={layout.files.get(openFile.id) ?? []}
              passwordIn={scenario.messages.find(({ id }) => id === openFile.password?.message)?.subject}
              assets={assets}
              coaching={coaching}
              onClose={() => setFile(undefined)}
            />
            <Arrival onArrival={show} />
          </>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {opened && (
          <LinkLens
            url={opened.url}
            directory={scenario.directory}
            coaching={coaching}
            onClose={() => setLens(undefined)}
            onOpen={
              opened.page === undefined
                ? undefined
                : () => {
                    setLens(undefined);
                    setPage(opened.page);
                  }
            }
          />
        )}
        {openPage && (
          <>
            <MockBrowser
              page={openPage}
              pages={message.pages ?? []}
              blocks={layout.pages.get(openPage.id) ?? []}
              scenario={scenario}
              assets={assets}
              coaching={coaching}
              onPage={setPage}
              onClose={() => setPage(undefined)}
            />
            <Arrival onArrival={show} />
          </>
        )}
      </Suspense>
    </LinksContext>
  );
});

/** Tells that what stands before it in the same Suspense has loaded and is drawn. */
function Arrival({ onArrival }: { readonly onArrival: () => void }) {
  useEffect(onArrival);
  return null;
}
