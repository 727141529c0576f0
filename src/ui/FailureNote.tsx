import './failure.css';
import { use, useEffect } from 'react';
import { useFailureWords } from '../i18n/setup.ts';
import { asked } from '../loading/browser.ts';
import { focusOnce } from './focus-once.ts';
import { LastingContext } from './lasting.ts';

/** The thing that is missing; each has its own sentence. */
export type Missing = 'start' | 'screen' | 'debrief' | 'result' | 'message' | 'part';

interface FailureNoteProps {
  /** `fault`: nothing failed to load, the game itself threw an error. */
  readonly what: Missing | 'fault';
  /** How many times the player has tried again. */
  readonly tries: number;
  readonly onAgain: () => void;
}

/**
 * Says what could not be loaded and offers to try again. From the second failure on it offers to reload the page
 * too.
 */
export function FailureNote({ what, tries, onAgain }: FailureNoteProps) {
  const t = useFailureWords();
  const lasting = use(LastingContext);
  useEffect(() => {
    addEventListener('online', onAgain);
    return () => removeEventListener('online', onAgain);
  }, [onAgain]);
  const isStuck = tries > 0 || what === 'fault';
  return (
    <div className="failure" role="alert">
      <div>
        <p>{t(`what.${what}`)}</p>
        {asked(() => Object.is(navigator.onLine, false), false) && <p>{t('offline')}</p>}
        {isStuck && what !== 'fault' && <p>{t('stuck')}</p>}
        {isStuck && <p>{t(lasting ? 'kept' : 'lost')}</p>}
      </div>
      <div className="failure-ways">
        {/* The pressed button has unmounted, so this one takes the focus. */}
        <button ref={tries > 0 ? focusOnce : undefined} type="button" className="button" onClick={onAgain}>
          {t('again')}
        </button>
        {isStuck && <ReloadButton />}
      </div>
    </div>
  );
}

/** Says that loading takes long and offers to reload the page. */
export function LateNote() {
  const t = useFailureWords();
  const lasting = use(LastingContext);
  return (
    <div className="failure" role="status">
      <div>
        <p>{t('late')}</p>
        {!lasting && <p>{t('lost')}</p>}
      </div>
      <div className="failure-ways">
        <ReloadButton />
      </div>
    </div>
  );
}

function ReloadButton() {
  const t = useFailureWords();
  return (
    <button type="button" className="button" onClick={() => location.reload()}>
      {t('reload')}
    </button>
  );
}
