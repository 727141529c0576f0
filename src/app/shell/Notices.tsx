import { type ReactNode, useEffect, useState } from 'react';
import type { StorageLoss } from '../../device/connection.ts';
import { useFailureWords, useLanguage } from '../../i18n/setup.ts';
import type { ReadFailure } from '../../packs/read-failure.ts';
import { onKeptCopy } from '../../packs/server.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import type { Mistake } from '../parameters.ts';
import type { RoundNote } from './RoundNews.tsx';

const RoundNews = lazyPart(() => import('./RoundNews.tsx'));
const SiteNews = lazyPart(() => import('./SiteNews.tsx'));

interface NoticesProps {
  /** Why the device stores nothing; undefined if it does. */
  readonly lost: StorageLoss | undefined;
  /** Invalid parameters of the address. */
  readonly mistakes: readonly Mistake[];
  /** Whether a language was chosen that did not load. */
  readonly isUnspoken: boolean;
  readonly update: { readonly offered: boolean; readonly close: () => void };
  /** Notes about the round. */
  readonly told: readonly RoundNote[];
  readonly onToldClose: () => void;
}

/** The notices above every screen. All but the one about the language can be closed. */
export function Notices({ lost, mistakes, isUnspoken, update, told, onToldClose }: NoticesProps) {
  const { t } = useLanguage();
  const say = useFailureWords();
  const [seen, setSeen] = useState<{ readonly lost?: StorageLoss | undefined; readonly mistakes?: boolean }>(
    {},
  );
  const [kept, setKept] = useState<ReadFailure>();
  useEffect(() => onKeptCopy(setKept), []);
  return (
    <div className="notices" role="status">
      {lost && seen.lost !== lost && (
        <Notice onClose={() => setSeen({ ...seen, lost })}>{t(`notice.memoryLost.${lost}`)}</Notice>
      )}
      {mistakes.length > 0 && !seen.mistakes && (
        <Notice onClose={() => setSeen({ ...seen, mistakes: true })}>
          {mistakes.map((mistake, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same mistake may be made twice, and none is ever added
            <span key={place} className="notice-line">
              {t(`notice.parameter.${mistake.kind}`, { ...mistake })}
            </span>
          ))}
        </Notice>
      )}
      {isUnspoken && (
        <p className="notice-bar">
          <span>{say('language')}</span>
        </p>
      )}
      {(kept !== undefined || update.offered) && (
        <Loaded>
          <SiteNews
            kept={kept}
            onKeptClose={() => setKept(undefined)}
            newVersion={update.offered}
            onUpdate={() => location.reload()}
            onUpdateClose={update.close}
          />
        </Loaded>
      )}
      {told.length > 0 && (
        <Loaded>
          <RoundNews notes={told} onClose={onToldClose} />
        </Loaded>
      )}
    </div>
  );
}

function Notice({ children, onClose }: { readonly children: ReactNode; readonly onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <p className="notice-bar">
      <span>{children}</span>
      <button type="button" className="button small" onClick={onClose}>
        {t('app.close')}
      </button>
    </p>
  );
}
