import { useMemo } from 'react';
import { anatomyOf } from '../core/email/url.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Dialog } from '../ui/Dialog.tsx';

interface LinkLensProps {
  readonly url: string;
  readonly knownDomains: readonly string[];
  readonly coaching: boolean;
  readonly onClose: () => void;
  readonly onOpen: (() => void) | undefined;
}

/** A link target taken apart, each part named; with coaching also what is remarkable about it. */
export default function LinkLens({ url, knownDomains, coaching, onClose, onOpen }: LinkLensProps) {
  const { t } = useLanguage();
  const anatomy = useMemo(() => anatomyOf(url, { knownDomains }), [url, knownDomains]);
  return (
    <Dialog title={t('lens.title')} closeLabel={t('app.close')} onClose={onClose}>
      <p className="lens-url">
        {anatomy.parts.map(({ name, text }, index) => (
          <span key={index} className={`url-part ${name}`}>
            {text}
          </span>
        ))}
      </p>
      <dl className="lens-parts">
        {anatomy.parts.map(({ name, text }, index) => (
          <div key={index} className={`lens-part ${name}`}>
            <dt>{t(`lens.part.${name}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {coaching && (
        <ul className="lens-notes">
          {anatomy.tricks.map((trick, index) => (
            <li key={index}>{t(`lens.trick.${trick.kind}`, { ...trick })}</li>
          ))}
        </ul>
      )}
      <p className="lens-rule">{t('lens.rule')}</p>
      <div className="dialog-actions">
        {onOpen && (
          <button type="button" className="button" onClick={onOpen}>
            {t('lens.open')}
          </button>
        )}
      </div>
    </Dialog>
  );
}
