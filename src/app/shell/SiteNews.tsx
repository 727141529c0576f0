import { useLanguage, useSentences } from '../../i18n/setup.ts';
import type { ReadFailure } from '../../packs/read-failure.ts';

interface SiteNewsProps {
  /** Why the player sees kept copies of the content, if so. */
  readonly kept: ReadFailure | undefined;
  readonly onKeptClose: () => void;
  /** Whether to offer a new version. */
  readonly newVersion: boolean;
  readonly onUpdate: () => void;
  readonly onUpdateClose: () => void;
}

/** Messages of the service worker: content comes from this device, or a new version is ready. */
export default function SiteNews({ kept, onKeptClose, newVersion, onUpdate, onUpdateClose }: SiteNewsProps) {
  const { t: tGame } = useLanguage();
  const { t } = useSentences('site');
  const close = (onClose: () => void) => (
    <button type="button" className="button small" onClick={onClose}>
      {tGame('app.close')}
    </button>
  );
  return (
    <>
      {kept && (
        <p className="notice-bar">
          <span>{t(`kept.${kept}`)}</span>
          {close(onKeptClose)}
        </p>
      )}
      {newVersion && (
        <p className="notice-bar">
          <span>{t('newVersion')}</span>
          <span className="notice-buttons">
            <button type="button" className="button main small" onClick={onUpdate}>
              {t('update')}
            </button>
            {close(onUpdateClose)}
          </span>
        </p>
      )}
    </>
  );
}
