import { attachmentRegion } from '../core/scenario/regions.ts';
import type { Attachment } from '../core/scenario/schema.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Icon } from '../ui/Icon.tsx';
import { Flaggable } from './Flaggable.tsx';

/** The files that came with a message. */
export function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  const { t, language } = useLanguage();
  if (attachments.length === 0) return null;
  return (
    <ul className="attachments" aria-label={t('message.attachments')}>
      {attachments.map(({ id, name, bytes }) => (
        <li key={id}>
          <Icon name="clip" size={16} />
          <Flaggable region={attachmentRegion(id)}>{pick(name, language)}</Flaggable>
          <span className="size">{size(bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
