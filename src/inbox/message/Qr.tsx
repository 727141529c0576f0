import './qr.css';
import type { ReactNode } from 'react';
import type { Block } from '../../core/scenario/format/block.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Flaggable } from '../Flaggable.tsx';
import { useLinks } from '../links.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

const QrModules = lazyPart(() => import('./QrModules.tsx'));

/** Default side length in CSS pixels. */
const usualSize = 160;

interface QrProps {
  readonly block: Extract<Block, { kind: 'qr' }>;
  readonly region: string;
}

/** A link as a QR code. Its target appears nowhere until the player reads it into the lens, which opens nothing. */
export function Qr({ block: { link, alt, size = usualSize }, region }: QrProps) {
  const { t, language } = useLanguage();
  const { urlOf, onInspect } = useLinks();
  const text = pick(alt, language);
  const symbol = (modules: ReactNode) => (
    <Flaggable region={region}>
      <span className="qr-symbol" role="img" aria-label={text} style={{ width: size, height: size }}>
        {modules}
      </span>
    </Flaggable>
  );
  return (
    <div className="qr">
      <Loaded
        what="message"
        renderAround={(note) => (
          <>
            {symbol(undefined)}
            {note}
          </>
        )}
      >
        {symbol(<QrModules text={urlOf(link) ?? ''} />)}
      </Loaded>
      <button
        type="button"
        className="button small"
        aria-label={t('qr.readThis', { text })}
        onClick={({ currentTarget }) => onInspect(link, currentTarget)}
      >
        <Icon name="loupe" size={14} />
        <span>{t('qr.read')}</span>
      </button>
    </div>
  );
}
