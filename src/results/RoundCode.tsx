import { type ReactNode, useId, useState } from 'react';
import { roundCodeOf } from '../core/record/round-code.ts';
import { useSentences } from '../i18n/setup.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { roundLinkIn } from './round-link.ts';

const QrModules = lazyPart(() => import('../inbox/message/QrModules.tsx'));

/** The link to a round as a short code to read out and as a QR code. */
export function RoundCode() {
  const { t } = useSentences('progress');
  const [link, setLink] = useState('');
  const id = useId();
  const round = roundLinkIn(link);
  const code = round === undefined ? undefined : roundCodeOf(round.settings);
  const symbol = (modules: ReactNode) => (
    <span className="round-qr" role="img" aria-label={t('group.qr')}>
      {modules}
    </span>
  );
  return (
    <section>
      <h2>{t('group.roundCode')}</h2>
      <p className="soft">{t('group.roundLead')}</p>
      <div className="code-field">
        <label htmlFor={id}>{t('group.link')}</label>
        <input
          id={id}
          type="url"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={600}
          value={link}
          onChange={({ target }) => setLink(target.value)}
        />
      </div>
      <div role="status">
        {link.trim() !== '' && code === undefined && <p>{t('group.linkWrong')}</p>}
        {code !== undefined && (
          <p>
            <span>{`${t('group.code')} `}</span>
            <span className="round-code" translate="no">
              {code}
            </span>
          </p>
        )}
      </div>
      {code !== undefined && round !== undefined && (
        <Loaded waiting={symbol(undefined)}>{symbol(<QrModules text={round.link} />)}</Loaded>
      )}
    </section>
  );
}
