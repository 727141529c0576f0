import './lms.css';
import { useSentences } from '../../i18n/setup.ts';
import { Loaded } from '../../ui/Loaded.tsx';

/** Covers the game while the host pauses it, and says so. `timed`: the clock of the round keeps running. */
export function PauseCover({ paused, timed }: { readonly paused: boolean; readonly timed: boolean }) {
  return (
    <div role="status">
      {paused && (
        <Loaded>
          <Words timed={timed} />
        </Loaded>
      )}
    </div>
  );
}

function Words({ timed }: { readonly timed: boolean }) {
  const { t } = useSentences('lms');
  return (
    <div className="pause-cover">
      <p>
        <strong>{`${t('paused.title')} `}</strong>
        <span>{t(timed ? 'paused.timeRuns' : 'paused.timeStops')}</span>
      </p>
    </div>
  );
}
