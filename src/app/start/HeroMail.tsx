import './hero.css';
import { useId, useState } from 'react';
import { InkSeal } from '../../inbox/InkSeal.tsx';
import { useSentences } from '../../i18n/setup.ts';
import { breakableInFlow } from '../../ui/breakable.tsx';

/** The parts of the mail that can be stamped, as they stand below each other. Only the sum settles nothing. */
const parts = ['subject', 'address', 'sum', 'date', 'card'] as const;
type Part = (typeof parts)[number];

/** Whether a stamp on the part is right. */
export const isTelling = (part: Part): boolean => part !== 'sum';

/**
 * A mail for trying the game: each pressed part gets a stamp and an explanation. Nothing is scored or stored. A test compares its
 * words with a shipped message.
 */
export default function HeroMail() {
  const { t } = useSentences('hero');
  const [stamped, setStamped] = useState<readonly Part[]>([]);
  const note = useId();
  const latest = stamped.at(-1);
  const toggle = (part: Part): void =>
    setStamped((before) =>
      before.includes(part) ? before.filter((one) => one !== part) : [...before, part],
    );
  const drawn = (part: Part) => {
    const isStamped = stamped.includes(part);
    return (
      <button
        type="button"
        className="hero-part"
        aria-pressed={isStamped}
        aria-describedby={part === latest ? note : undefined}
        onClick={() => toggle(part)}
      >
        <span translate="no">{t(`mail.${part}`)}</span>
        {isStamped && (
          <span className="hero-stamp">
            <InkSeal ink="doubt" />
          </span>
        )}
        {part === 'address' && latest === undefined && <GhostPointer />}
      </button>
    );
  };
  const hasFound = stamped.some(isTelling);
  return (
    <section className={hasFound ? 'hero-mail found' : 'hero-mail'} aria-label={t('label')}>
      <div className="hero-window">
        <p className="hero-bar" aria-hidden="true">
          <i />
          <i />
          <i />
          <span>{t('window')}</span>
        </p>
        <div className="hero-paper">
          <p className="hero-subject">{drawn('subject')}</p>
          <div className="hero-from">
            <span className="hero-face" aria-hidden="true">
              {t('mail.name').slice(0, 1)}
            </span>
            <p translate="no">{t('mail.name')}</p>
            <p>
              <span>{t('from')}</span>
              {drawn('address')}
            </p>
            <time dateTime="2026-11-16T16:33:00+09:00">16:33</time>
          </div>
          <p>{drawn('sum')}</p>
          <p>{drawn('date')}</p>
          <p>{drawn('card')}</p>
        </div>
      </div>
      {hasFound && (
        <span className="hero-seal">
          <InkSeal ink="doubt" />
        </span>
      )}
      <div className="hero-note-place" role="status" id={note}>
        {latest && (
          <p key={latest} className="hero-note">
            <strong>{t(isTelling(latest) ? 'caught' : 'open')}</strong>
            <span>{breakableInFlow(t(`about.${latest}`))}</span>
            {!isTelling(latest) && <span>{t('more')}</span>}
          </p>
        )}
      </div>
    </section>
  );
}

/** Points at the address once, to show what can be pressed. The style sheet shows it with a mouse and with motion only. */
function GhostPointer() {
  return (
    <svg className="hero-ghost" viewBox="0 0 16 22" aria-hidden="true">
      <path d="M1.5 1.5v16l4-3.8 2.6 6 2.9-1.3-2.6-5.8h5.6z" />
    </svg>
  );
}
