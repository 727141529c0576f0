import { useMemo } from 'react';
import { fieldValues } from '../core/email/headers.ts';
import { fieldRegion } from '../core/scenario/regions.ts';
import type { Scenario, SealedMessage } from '../core/scenario/schema.ts';
import { fields } from '../core/scenario/vocabulary.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Flaggable } from './Flaggable.tsx';

interface HeaderDetailsProps {
  readonly message: SealedMessage;
  readonly recipient: Scenario['recipient'];
}

/** Every header field, the same rows for every message; what a message lacks is said to be lacking. */
export default function HeaderDetails({ message, recipient }: HeaderDetailsProps) {
  const { t, language } = useLanguage();
  const values = useMemo(() => fieldValues(message, recipient, language), [message, recipient, language]);
  return (
    <dl className="details">
      {fields.map((field) => (
        <div key={field}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>
            <Flaggable region={fieldRegion(field)}>
              {values[field] === '' ? t('message.absent') : values[field]}
            </Flaggable>
          </dd>
        </div>
      ))}
    </dl>
  );
}
