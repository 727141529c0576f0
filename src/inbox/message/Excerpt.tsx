import { useMemo } from 'react';
import { fieldValues } from '../../core/email/compose/headers.ts';
import { place } from '../../core/scenario/layout/place.ts';
import { spotOf } from '../../core/scenario/layout/spot.ts';
import { linesOf } from '../../core/scenario/layout/blocks.ts';
import { layOut } from '../../core/scenario/layout/regions.ts';
import type { Anchor } from '../../core/scenario/format/anchor.ts';
import type { Message } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { type Field, type Language, mailFields } from '../../core/scenario/format/vocabulary.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { breakableInFlow } from '../../ui/breakable.tsx';
import { Certificate } from '../inspect/Certificate.tsx';
import { useChannelFields } from '../channels/channel-fields.ts';
import type { OtherMessage } from '../channels/channel-view-props.ts';

interface ExcerptProps {
  readonly anchor: Anchor;
  readonly message: Message;
  readonly scenario: Pick<Scenario, 'recipient' | 'clock'>;
}

/** The content at one anchor of a message: a quotation, a field's value, a link's address. */
export function Excerpt({ anchor, message, scenario: { recipient, clock } }: ExcerptProps) {
  const { t, language } = useLanguage();
  const words = useMemo(
    () => wordsAt(anchor, message, recipient, language),
    [anchor, message, recipient, language],
  );
  const spot = spotOf(anchor);
  if (spot.kind === 'field' && message.channel !== 'mail') {
    return <ChannelFieldWords field={spot.field} message={message} clock={clock} />;
  }
  if (spot.kind === 'pagePart' && spot.part !== 'address' && spot.part !== 'title') {
    const page = pageNamed(spot.page, message);
    return page && <Certificate page={page} />;
  }
  return (
    <span translate={words === '' ? undefined : 'no'}>
      {words === ''
        ? t(spot.kind === 'image' ? 'twins.part.image' : 'message.absent')
        : breakableInFlow(words)}
    </span>
  );
}

interface ChannelFieldWordsProps {
  readonly field: Field;
  readonly message: OtherMessage;
  readonly clock: string;
}

function ChannelFieldWords({ field, message, clock }: ChannelFieldWordsProps) {
  const { t } = useLanguage();
  const { words } = useChannelFields(message, clock);
  return <span translate={words[field] ? 'no' : undefined}>{words[field] || t('message.absent')}</span>;
}

function wordsAt(
  anchor: Anchor,
  message: Message,
  recipient: Scenario['recipient'],
  language: Language,
): string {
  const spot = spotOf(anchor);
  switch (spot.kind) {
    case 'field': {
      const field = mailFields.find((name) => name === spot.field);
      return message.channel === 'mail' && field ? fieldValues(message, recipient, language)[field] : '';
    }
    case 'link':
      return message.links?.find(({ id }) => id === spot.link)?.url ?? '';
    case 'quote':
      return spot.quote[language] ?? '';
    case 'attachment':
    case 'filePart':
      return message.attachments?.find(({ id }) => id === spot.attachment)?.name[language] ?? '';
    case 'pagePart': {
      const page = pageNamed(spot.page, message);
      return (spot.part === 'title' ? page?.title[language] : page?.url) ?? '';
    }
    case 'slot': {
      const layout = layOut(message);
      const pictures = layout.regions.filter(({ kind, slot }) => kind === 'image' && slot === spot.slot);
      const lines = linesOf(layout.body).filter(({ slot }) => slot === spot.slot);
      return [
        ...pictures.map(({ text }) => text?.[language]),
        ...lines.map(({ plain }) => plain[language]),
      ].join('\n');
    }
    case 'thread':
    case 'image':
    case 'formField':
    case 'pageBlock': {
      const layout = layOut(message);
      const placed = place(anchor, layout);
      const region = placed.found && layout.regions.find(({ key }) => placed.regions.includes(key));
      return (region && region.text?.[language]) || '';
    }
  }
}

const pageNamed = (page: string, message: Message) => message.pages?.find(({ id }) => id === page);
