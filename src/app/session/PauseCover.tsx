import './lms.css';
import { Suspense } from 'react';
import { useSentences } from '../../i18n/setup.ts';

/** Lies over the game while the page around it holds it, and says so; `timed` where a round's time runs on. */
export function PauseCover({ paused, timed }: { readonly paused: boolean; readonly timed: boolean }) {
  return (
    <div role="status">
      {paused && (
        <Suspense fallback={null}>
          <Words timed={timed} />
        </Suspense>
      )}
    </div>
  );
}

function Words({ timed }: { readonly timed: boolean }) {
  const { t } = useSentences('lms');
  return (
    <div className="pause-cover">
      <p>
        <strong>{t('paused.title')}</strong> {t(timed ? 'paused.timeRuns' : 'paused.timeStops')}
      </p>
    </div>
  );
}
