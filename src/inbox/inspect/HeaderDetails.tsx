import './headers.css';
import { useMemo, useState } from 'react';
import { scrolledTo } from '../../ui/motion/scrolled-to.ts';
import { headerReadings } from '../../core/email/headers/header-reading.ts';
import { fieldValues } from '../../core/email/compose/headers.ts';
import { fieldRegion } from '../../core/scenario/layout/regions.ts';
import type { SealedMail } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { type MailField, mailFields } from '../../core/scenario/format/vocabulary.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Flaggable } from '../Flaggable.tsx';
import { HeaderReading } from './HeaderReading.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

const MailProgramCard = lazyPart(() => import('./MailProgramCard.tsx'));

interface HeaderDetailsProps {
  readonly message: SealedMail;
  readonly recipient: Scenario['recipient'];
  /** Whether fields are explained in words, or only displayed. */
  readonly coaching: boolean;
}

/** The fields that most often decide, first; the others follow in their usual order. */
const deciding: readonly MailField[] = [
  'fromName',
  'fromAddress',
  'replyTo',
  'spf',
  'dkim',
  'dmarc',
  'received1',
];

/** All header fields, the same rows for every message. A field the message lacks is shown as missing. */
export default function HeaderDetails({ message, recipient, coaching }: HeaderDetailsProps) {
  const { t, language } = useLanguage();
  const { t: tHeaders } = useSentences('headers');
  const [opened, setOpened] = useState<ReadonlySet<MailField>>(new Set());
  const [card, setCard] = useState(false);
  const values = useMemo(() => fieldValues(message, recipient, language), [message, recipient, language]);
  const readings = useMemo(
    () => headerReadings(message, recipient, language),
    [message, recipient, language],
  );
  const rows = [
    ...deciding.flatMap((field) => readings.find((reading) => reading.field === field) ?? []),
    ...readings.filter(({ field }) => !deciding.includes(field)),
  ];
  const all = opened.size === readings.length;
  const toggle = (field: MailField): void => {
    setOpened(
      (before) =>
        new Set(before.has(field) ? [...before].filter((other) => other !== field) : [...before, field]),
    );
  };
  return (
    <div className="headers" ref={scrolledTo}>
      <div className="headers-tools">
        {coaching && (
          <button
            type="button"
            className="button small"
            onClick={() => setOpened(new Set(all ? [] : mailFields))}
          >
            {tHeaders(all ? 'reading.closeAll' : 'reading.openAll')}
          </button>
        )}
        <button type="button" className="button small" onClick={() => setCard(true)}>
          <Icon name="help" size={15} />
          <span>{tHeaders('mailProgram.open')}</span>
        </button>
      </div>
      <dl className="details">
        {rows.map((reading) => (
          <div key={reading.field}>
            <dt>{t(`field.${reading.field}`)}</dt>
            <dd>
              <div className="header-value">
                <Flaggable region={fieldRegion(reading.field)} ours={values[reading.field] === ''}>
                  {values[reading.field] === '' ? t('message.absent') : values[reading.field]}
                </Flaggable>
              </div>
              {coaching && (
                <HeaderReading
                  reading={reading}
                  open={opened.has(reading.field)}
                  onToggle={() => toggle(reading.field)}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {card && (
        <Loaded onClose={() => setCard(false)}>
          <MailProgramCard onClose={() => setCard(false)} />
        </Loaded>
      )}
    </div>
  );
}
