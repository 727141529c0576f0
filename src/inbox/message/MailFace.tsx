import { useState } from 'react';
import { fieldRegion, type Layout } from '../../core/scenario/layout/regions.ts';
import { isFromOutside } from '../../core/scenario/layout/passed-checks.ts';
import { isSourceBlock } from '../../core/scenario/layout/block-kinds.ts';
import { leavesOf } from '../../core/scenario/layout/blocks.ts';
import type { SealedMail } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { useBackCloses } from '../../ui/dialog/back.ts';
import { isForGame, useKeys } from '../../ui/useKeys.ts';
import { focusOnce } from '../../ui/focus-once.ts';
import { Arrival } from './Arrival.tsx';
import { Body } from './Body.tsx';
import { Flaggable } from '../Flaggable.tsx';
import { fullTime } from '../../i18n/moment.ts';
import { tintOf } from './Avatar.tsx';
import { SenderCard } from './SenderCard.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { titleClass } from '../../ui/title-class.ts';

const HeaderDetails = lazyPart(() => import('../inspect/HeaderDetails.tsx'));
const HeaderSource = lazyPart(() => import('../inspect/HeaderSource.tsx'));

interface MailFaceProps {
  readonly message: SealedMail;
  readonly layout: Layout;
  readonly scenario: Pick<Scenario, 'clock' | 'recipient' | 'directory'>;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
  readonly coaching: boolean;
  /** A region to scroll to. A new object is a new request. */
  readonly reveal: { readonly region: string } | undefined;
  /** Whether the heading takes the focus when it appears. */
  readonly takesFocus: boolean;
  /** Called whenever more or less of the mail has been rendered. */
  readonly onArrival: () => void;
}

const onSenderCard = new Set(
  ['subject', 'fromName', 'fromAddress', 'to', 'cc', 'date'].map((field) => `field/${field}`),
);

/** A mail: subject, sender card and body; all header fields and the source on demand. */
export function MailFace({
  message,
  layout,
  scenario,
  assets,
  coaching,
  reveal,
  takesFocus,
  onArrival,
}: MailFaceProps) {
  const { t, language } = useLanguage();
  const { from } = message;
  const [details, setDetails] = useState(false);
  const [source, setSource] = useState(false);
  useBackCloses(source, () => setSource(false));
  useKeys((event) => {
    const key = event.key.toLowerCase();
    if ((key !== 'i' && key !== 'u') || !isForGame(event)) return false;
    if (key === 'i') setDetails(!details);
    else setSource(!source);
    return true;
  });
  // Open folded content while rendering, so that it exists when we scroll to it.
  const [asked, setAsked] = useState(reveal);
  if (reveal !== undefined && reveal !== asked) {
    setAsked(reveal);
    if (reveal.region.startsWith('field/') && !onSenderCard.has(reveal.region)) setDetails(true);
    if (isInSourceAlone(reveal.region, layout.body)) setSource(true);
  }
  return (
    <>
      {isFromOutside(message, scenario.recipient) && <p className="outside">{t('message.outside')}</p>}
      <h2
        className={titleClass(pick(message.subject, language), 'subject')}
        tabIndex={-1}
        ref={takesFocus ? focusOnce : undefined}
      >
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
        <Loaded what="message" waiting>
          <HeaderDetails message={message} recipient={scenario.recipient} coaching={coaching} />
          <Arrival onArrival={onArrival} />
        </Loaded>
      )}
      {source && (
        <Loaded what="message" waiting>
          <HeaderSource message={message} recipient={scenario.recipient} />
          <Arrival onArrival={onArrival} />
        </Loaded>
      )}
      <div className={`mail-body face-${tintOf(from.name?.en ?? from.address) % 3}`}>
        <Body blocks={layout.body} assets={assets} canvas={message.canvas} />
      </div>
      <Arrival onArrival={onArrival} />
    </>
  );
}

/** Whether a region is in no drawn part of the body. */
const isInSourceAlone = (region: string, body: Layout['body']): boolean =>
  leavesOf(body).some(
    ({ block, texts, parts }) =>
      isSourceBlock(block) &&
      (parts.some(({ key }) => key === region) ||
        texts.some(({ line }) =>
          [...line.pieces.ja, ...line.pieces.en].some((piece) => piece.region === region),
        )),
  );
