import { useMemo } from 'react';
import { fieldValues } from '../../core/email/compose/headers.ts';
import { place } from '../../core/scenario/layout/spot.ts';
import { linesOf } from '../../core/scenario/layout/blocks.ts';
import { layOut } from '../../core/scenario/layout/regions.ts';
import type { Anchor } from '../../core/scenario/format/anchor.ts';
import type { Message } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { type Field, type Language, mailFields } from '../../core/scenario/format/vocabulary.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Certificate } from '../inspect/Certificate.tsx';
import { useChannelFields } from '../channels/channel-fields.ts';
import type { OtherMessage } from '../channels/channel-view-props.ts';

interface ExcerptProps {
  readonly anchor: Anchor;
  readonly message: Message;
  readonly scenario: Pick<Scenario, 'recipient' | 'clock'>;
}

/** What stands at one place of a message, taken out of it: a quotation, the value of a field, the address of a link. */
export function Excerpt({ anchor, message, scenario: { recipient, clock } }: ExcerptProps) {
  const { t, language } = useLanguage();
  const words = useMemo(
    () => wordsAt(anchor, message, recipient, language),
    [anchor, message, recipient, language],
  );
  if ('field' in anchor && message.channel !== 'mail') {
    return <ChannelFieldWords field={anchor.field} message={message} clock={clock} />;
  }
  if ('page' in anchor && 'part' in anchor && anchor.part !== 'address' && anchor.part !== 'title') {
    const page = pageOf(anchor.page, message);
    return page && <Certificate page={page} />;
  }
  return words === '' ? t('message.absent') : words;
}

interface ChannelFieldWordsProps {
  readonly field: Field;
  readonly message: OtherMessage;
  readonly clock: string;
}

function ChannelFieldWords({ field, message, clock }: ChannelFieldWordsProps) {
  const { t } = useLanguage();
  const { words } = useChannelFields(message, clock);
  return words[field] || t('message.absent');
}

function wordsAt(
  anchor: Anchor,
  message: Message,
  recipient: Scenario['recipient'],
  language: Language,
): string {
  if ('field' in anchor) {
    const field = mailFields.find((name) => name === anchor.field);
    return message.channel === 'mail' && field ? fieldValues(message, recipient, language)[field] : '';
  }
  if ('link' in anchor) return message.links?.find(({ id }) => id === anchor.link)?.url ?? '';
  if ('quote' in anchor) {
    const quotes: Partial<Record<Language, string>> = anchor.quote;
    return quotes[language] ?? '';
  }
  if ('attachment' in anchor) {
    return message.attachments?.find(({ id }) => id === anchor.attachment)?.name[language] ?? '';
  }
  if ('part' in anchor) {
    const page = pageOf(anchor.page, message);
    return (anchor.part === 'title' ? page?.title[language] : page?.url) ?? '';
  }
  const layout = layOut(message);
  if ('slot' in anchor) {
    const pictures = layout.regions.filter(({ kind, slot }) => kind === 'image' && slot === anchor.slot);
    const lines = linesOf(layout.body).filter(({ slot }) => slot === anchor.slot);
    return [
      ...pictures.map(({ text }) => text?.[language]),
      ...lines.map(({ plain }) => plain[language]),
    ].join('\n');
  }
  const placed = place(anchor, layout);
  const region = placed.found && layout.regions.find(({ key }) => placed.regions.includes(key));
  return (region && region.text?.[language]) || '';
}

const pageOf = (page: string, message: Message) => message.pages?.find(({ id }) => id === page);
