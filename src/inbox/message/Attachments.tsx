import { attachmentRegion } from '../../core/scenario/layout/regions.ts';
import type { Attachment } from '../../core/scenario/format/attachment.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Icon } from '../../ui/Icon.tsx';
import { fileSize } from '../../core/scenario/layout/file-size.ts';
import { Flaggable } from '../Flaggable.tsx';

interface AttachmentsProps {
  readonly attachments: readonly Attachment[];
  /** Absent where the message is only read. */
  readonly onInspect?: (attachment: string) => void;
}

/** The attachments of a message, each with a magnifier that inspects the file without opening it. */
export function Attachments({ attachments, onInspect }: AttachmentsProps) {
  const { t, language } = useLanguage();
  if (attachments.length === 0) return null;
  return (
    <ul className="attachments" aria-label={t('message.attachments')}>
      {attachments.map(({ id, name, bytes }) => (
        <li key={id}>
          <Icon name="clip" size={16} />
          <Flaggable region={attachmentRegion(id)}>
            {/* A bidirectional control character in a name must not affect the text around it. */}
            <bdi dir="ltr">{pick(name, language)}</bdi>
          </Flaggable>
          <span className="size">{fileSize(bytes)}</span>
          {onInspect && (
            <button
              type="button"
              className="button small"
              aria-label={t('message.inspectFile', { name: pick(name, language) })}
              onClick={() => onInspect(id)}
            >
              <Icon name="loupe" size={14} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
