import { useMemo, useState } from 'react';
import { fieldValues } from '../../core/email/compose/headers.ts';
import { fieldRegion, layOut, pagePrefix, slotRegion } from '../../core/scenario/layout/regions.ts';
import type { SealedMail, SealedMessage } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { type MailField, mailFields, type Slot, slotsOf } from '../../core/scenario/format/vocabulary.ts';
import { type Language, pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Attachments } from './Attachments.tsx';
import { Body } from './Body.tsx';
import { BrowserBars } from '../inspect/BrowserBars.tsx';
import { Flaggable } from '../Flaggable.tsx';
import { LinksContext } from '../links.tsx';
import { findingsIn, useMarks } from '../marks.tsx';
import { fullTime } from '../../i18n/moment.ts';
import { PageBlockContext } from '../page/page-block-context.ts';
import { drawPageBlock } from '../page/PageBlocks.tsx';
import { SenderCard } from './SenderCard.tsx';
import { SkinContext } from '../skin.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { titleClass } from '../../ui/title-class.ts';

const ChannelView = lazyPart(() => import('../channels/ChannelView.tsx'));
const LinkLens = lazyPart(() => import('../inspect/LinkLens.tsx'));

interface MessageSheetProps {
  readonly message: SealedMessage;
  readonly scenario: Pick<Scenario, 'clock' | 'recipient' | 'directory'>;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
}

/** A message with everything unfolded for reading. Anything with a mark is visible, even a header field or a page. */
export function MessageSheet({ message, scenario, assets }: MessageSheetProps) {
  const { t, language } = useLanguage();
  const findings = findingsIn(useMarks());
  const [lens, setLens] = useState<{ readonly link: string; readonly beside: Element }>();
  const layout = useMemo(() => layOut(message), [message]);
  const links = useMemo(
    () => ({
      urlOf: (link: string) => message.links?.find(({ id }) => id === link)?.url,
      onInspect: (link: string, beside: Element) => setLens({ link, beside }),
    }),
    [message, setLens],
  );
  const marked = new Set(findings?.keys());
  const slots: readonly Slot[] = slotsOf[message.channel];
  const absent = slots.filter(
    (slot) => marked.has(slotRegion(slot)) && !layout.regions.some((region) => region.slot === slot),
  );
  const further = message.channel === 'mail' ? offCard(message, scenario.recipient, language, marked) : [];
  const pages = (message.pages ?? []).filter(({ id }) =>
    [...marked].some((region) => region.startsWith(`${pagePrefix(id)}/`)),
  );
  const url = lens && links.urlOf(lens.link);
  return (
    <LinksContext value={links}>
      {message.channel === 'mail' && (
        <SkinContext value="desktop">
          <h4 className={titleClass(pick(message.subject, language), 'subject')}>
            <Flaggable region={fieldRegion('subject')}>{pick(message.subject, language)}</Flaggable>
          </h4>
          <SenderCard message={message} time={fullTime(message.sent, scenario.clock, language)} />
        </SkinContext>
      )}
      <Rows
        rows={absent
          .filter((slot) => slot !== 'signature')
          .map((slot) => ({ region: slotRegion(slot), name: t(`slot.${slot}`), words: '' }))}
      />
      {message.channel === 'mail' ? (
        <Body blocks={layout.body} assets={assets} canvas={message.canvas} />
      ) : (
        <Loaded what="message">
          <ChannelView
            message={message}
            body={layout.body}
            clock={scenario.clock}
            assets={assets}
            heading="h4"
          />
        </Loaded>
      )}
      <Attachments attachments={message.attachments ?? []} />
      <Rows
        rows={[
          ...absent
            .filter((slot) => slot === 'signature')
            .map((slot) => ({ region: slotRegion(slot), name: t(`slot.${slot}`), words: '' })),
          ...further.map(({ field, words }) => ({
            region: fieldRegion(field),
            name: t(`field.${field}`),
            words,
          })),
        ]}
      />
      {pages.map((page) => (
        <figure key={page.id} className="sheet-page">
          <figcaption>{t('twins.page')}</figcaption>
          <div className="browser">
            <BrowserBars page={page} clock={scenario.clock} sheet />
            <div className="browser-page">
              <PageBlockContext value={drawPageBlock}>
                <Body blocks={layout.pages.get(page.id) ?? []} assets={assets} />
              </PageBlockContext>
            </div>
          </div>
        </figure>
      ))}
      {url !== undefined && (
        <Loaded onClose={() => setLens(undefined)}>
          <LinkLens
            url={url}
            beside={lens?.beside}
            scenario={scenario}
            assets={assets}
            coaching
            onClose={() => setLens(undefined)}
          />
        </Loaded>
      )}
    </LinksContext>
  );
}

/** Marked header fields that the sender card does not show. */
function offCard(
  message: SealedMail,
  recipient: Scenario['recipient'],
  language: Language,
  marked: ReadonlySet<string>,
): readonly { readonly field: MailField; readonly words: string }[] {
  const values = fieldValues(message, recipient, language);
  const onCard = new Set(['subject', 'fromName', 'fromAddress', 'to', 'date', ...(message.cc ? ['cc'] : [])]);
  return mailFields
    .filter((field) => !onCard.has(field) && marked.has(fieldRegion(field)))
    .map((field) => ({ field, words: values[field] }));
}

interface RowsProps {
  readonly rows: readonly { readonly region: string; readonly name: string; readonly words: string }[];
}

/** Fields that no mail program shows by default, and fields that the message lacks. */
function Rows({ rows }: RowsProps) {
  const { t } = useLanguage();
  if (rows.length === 0) return null;
  return (
    <dl className="details">
      {rows.map(({ region, name, words }) => (
        <div key={region}>
          <dt>{name}</dt>
          <dd>
            <Flaggable region={region} ours={words === ''}>
              {words === '' ? t('message.absent') : words}
            </Flaggable>
          </dd>
        </div>
      ))}
    </dl>
  );
}
