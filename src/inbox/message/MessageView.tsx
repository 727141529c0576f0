import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Layout, layOut, slotRegion } from '../../core/scenario/layout/regions.ts';
import { linkRegion } from '../../core/scenario/layout/block-kinds.ts';
import { senderOf, titleOf } from '../../core/scenario/layout/headline.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { type Slot, slotsOf } from '../../core/scenario/format/vocabulary.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Arrival } from './Arrival.tsx';
import { Attachments } from './Attachments.tsx';
import { Flaggable } from '../Flaggable.tsx';
import { LinksContext } from '../links.tsx';
import { MailFace } from './MailFace.tsx';
import { ReadingContext, useReadingChoice } from '../reading.ts';
import { useSkin } from '../skin.ts';
import { ReadingToggle } from './ReadingToggle.tsx';
import { linkUnder, useLongPress } from '../useLongPress.ts';
import { useRegionKeys } from '../useRegionKeys.ts';
import { breakable } from '../../ui/breakable.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

const ChannelView = lazyPart(() => import('../channels/ChannelView.tsx'));
const FileSheet = lazyPart(() => import('../inspect/FileSheet.tsx'));
const LinkLens = lazyPart(() => import('../inspect/LinkLens.tsx'));
const MockBrowser = lazyPart(() => import('../inspect/MockBrowser.tsx'));

interface MessageViewProps {
  readonly message: SealedMessage;
  readonly scenario: Pick<Scenario, 'clock' | 'recipient' | 'directory'> & {
    readonly messages: readonly SealedMessage[];
  };
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
  /** Whether the lens explains what it shows, or only displays it. */
  readonly coaching: boolean;
  /** A region to scroll to, opening whatever contains it. A new object is a new request. */
  readonly reveal?: { readonly region: string } | undefined;
  /** Whether the heading takes the focus when it appears. */
  readonly takesFocus?: boolean;
}

/**
 * One open message with everything that a careful person would check. Memoised: a flag redraws regions, not the
 * message.
 */
export const MessageView = memo(function MessageView({
  message,
  scenario,
  assets,
  coaching,
  reveal,
  takesFocus = false,
}: MessageViewProps) {
  const { language } = useLanguage();
  const [lens, setLens] = useState<OpenLens>();
  const [target, setTarget] = useState<string>();
  const layout = useMemo(() => layOut(message), [message]);
  const holder = useRef<HTMLElement>(null);
  const onInspect = useCallback((link: string, beside: Element) => setLens({ link, beside }), []);
  const links = useMemo(
    () => ({
      urlOf: (link: string) => message.links?.find(({ id }) => id === link)?.url,
      onInspect,
    }),
    [message, onInspect],
  );
  const press = useLongPress(onInspect, useSkin() === 'phone');
  const { keys, settle } = useRegionKeys(holder);
  const point = (element: EventTarget | null): void => {
    const link = linkUnder(element);
    setTarget(link === undefined ? undefined : links.urlOf(link));
  };
  const { page, setPage, file, setFile, show } = useReveal(reveal);
  const [isText, setText] = useReadingChoice();
  const arrive = (): void => {
    settle();
    show();
  };

  return (
    <LinksContext value={links}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- one listener for all its regions, each of which is a button */}
      <article
        ref={holder}
        className="message"
        aria-label={pick(titleOf(message), language)}
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
        <ReadingToggle isText={isText} onChoose={setText} />
        <ReadingContext value={isText}>
          {message.channel === 'mail' ? (
            <MailFace
              message={message}
              layout={layout}
              scenario={scenario}
              assets={assets}
              coaching={coaching}
              reveal={reveal}
              takesFocus={takesFocus}
              onArrival={arrive}
            />
          ) : (
            <Loaded what="message" waiting>
              <ChannelView
                message={message}
                body={layout.body}
                clock={scenario.clock}
                assets={assets}
                heading="h2"
                takesFocus={takesFocus}
              />
              <Arrival onArrival={arrive} />
            </Loaded>
          )}
          <Attachments attachments={message.attachments ?? []} onInspect={setFile} />
        </ReadingContext>
        <Slots slots={slotsOf[message.channel]} />
      </article>
      <div className="status-bar" translate="no" aria-live="polite" data-shown={target !== undefined}>
        {target && breakable(target)}
      </div>
      <Inspectors
        inbox={{ message, scenario, assets, coaching }}
        layout={layout}
        open={{ lens, page, file }}
        onLensClose={() => setLens(undefined)}
        onPage={setPage}
        onFile={setFile}
        onArrival={show}
      />
    </LinksContext>
  );
});

/** The open page and attachment, and `show`, which scrolls to the region to reveal once it has been rendered. */
function useReveal(reveal: MessageViewProps['reveal']) {
  const [page, setPage] = useState<string>();
  const [file, setFile] = useState<string>();
  // Open folded content or another page while rendering, so that it exists when we scroll to it.
  const [asked, setAsked] = useState(reveal);
  if (reveal !== undefined && reveal !== asked) {
    setAsked(reveal);
    const [place, name] = reveal.region.split('/');
    setPage(place === 'page' ? name : undefined);
    setFile(place === 'file' ? name : undefined);
  }
  const revealed = useRef<object>(undefined);
  const show = (): void => {
    if (reveal === undefined || revealed.current === reveal) return;
    const named = `.region[data-region="${CSS.escape(reveal.region)}"]`;
    // What is drawn comes before its source.
    const region = document.querySelector(`.mail-body ${named}`) ?? document.querySelector(named);
    if (region === null) return;
    revealed.current = reveal;
    region.scrollIntoView({ block: 'center', behavior: 'smooth' });
  };
  // Runs after every render. For a region in a part that is still loading, the part's own `Arrival` calls it.
  useEffect(show);
  return { page, setPage, file, setFile, show };
}

/** The parts of a message that can be flagged even if the message lacks them. */
function Slots({ slots }: { readonly slots: readonly Slot[] }) {
  const { t } = useLanguage();
  if (slots.length === 0) return null;
  return (
    <div className="slots">
      <p id="slots-hint">{t('message.slots')}</p>
      <div role="group" aria-labelledby="slots-hint">
        {slots.map((slot) => (
          <Flaggable key={slot} region={slotRegion(slot)} ours>
            {t(`slot.${slot}`)}
          </Flaggable>
        ))}
      </div>
    </div>
  );
}

/** The link in the lens, and what the lens is shown beside. */
interface OpenLens {
  readonly link: string;
  readonly beside: Element;
}

interface InspectorsProps {
  readonly inbox: Pick<MessageViewProps, 'message' | 'scenario' | 'assets' | 'coaching'>;
  readonly layout: Layout;
  /** The open link, and the ids of the open page and attachment. */
  readonly open: Readonly<Record<'page' | 'file', string | undefined>> & {
    readonly lens: OpenLens | undefined;
  };
  readonly onLensClose: () => void;
  readonly onPage: (page: string | undefined) => void;
  readonly onFile: (file: string | undefined) => void;
  readonly onArrival: () => void;
}

/** Whatever is open above the message: an attachment, a link in the lens, a page in the mock browser. */
function Inspectors({ inbox, layout, open, onLensClose, onPage, onFile, onArrival }: InspectorsProps) {
  const { message, scenario, assets, coaching } = inbox;
  const link = message.links?.find(({ id }) => id === open.lens?.link);
  const page = message.pages?.find(({ id }) => id === open.page);
  const file = message.attachments?.find(({ id }) => id === open.file);
  const lockedWith = scenario.messages.find(({ id }) => id === file?.password?.message);
  const followTo = link?.page;
  const isPhone = useSkin() === 'phone';
  return (
    <>
      {file && (
        <Loaded onClose={() => onFile(undefined)}>
          <FileSheet
            attachment={file}
            blocks={layout.files.get(file.id) ?? []}
            passwordIn={lockedWith && titleOf(lockedWith)}
            assets={assets}
            coaching={coaching}
            onClose={() => onFile(undefined)}
          />
          <Arrival onArrival={onArrival} />
        </Loaded>
      )}
      {link && (
        <Loaded onClose={onLensClose}>
          <LinkLens
            url={link.url}
            region={linkRegion(link.id)}
            sender={senderOf(message)}
            beside={isPhone ? undefined : open.lens?.beside}
            scenario={scenario}
            assets={assets}
            coaching={coaching}
            onClose={onLensClose}
            onOpen={
              followTo === undefined
                ? undefined
                : () => {
                    onLensClose();
                    onPage(followTo);
                  }
            }
          />
        </Loaded>
      )}
      {page && (
        <Loaded onClose={() => onPage(undefined)}>
          <MockBrowser
            page={page}
            pages={message.pages ?? []}
            blocks={layout.pages.get(page.id) ?? []}
            scenario={scenario}
            assets={assets}
            coaching={coaching}
            onPage={onPage}
            onClose={() => onPage(undefined)}
          />
          <Arrival onArrival={onArrival} />
        </Loaded>
      )}
    </>
  );
}
