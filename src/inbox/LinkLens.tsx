import { useMemo } from 'react';
import { visible } from '../core/email/look-alike.ts';
import { anatomyOf } from '../core/email/url.ts';
import type { Contact } from '../core/scenario/schema.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { Dialog } from '../ui/Dialog.tsx';

interface LinkLensProps {
  readonly url: string;
  readonly directory: readonly Contact[];
  readonly coaching: boolean;
  readonly onClose: () => void;
  /** Absent where the link leads to no mock page. */
  readonly onOpen?: (() => void) | undefined;
}

/** A link target taken apart, each part named; with coaching also what is remarkable about it. */
export default function LinkLens({ url, directory, coaching, onClose, onOpen }: LinkLensProps) {
  const { t } = useLanguage();
  const { t: tLens } = useSentences('lens');
  const anatomy = useMemo(() => anatomyOf(url, { knownDomains: domainsOf(directory) }), [url, directory]);
  return (
    <Dialog title={tLens('title')} closeLabel={t('app.close')} onClose={onClose}>
      <p className="lens-url" lang="en">
        {anatomy.parts.map(({ name, text }, index) => (
          <span key={index} className={`url-part ${name}`}>
            {visible(text)}
          </span>
        ))}
      </p>
      {anatomy.truncated && <p className="soft">{tLens('truncated', { length: anatomy.text.length })}</p>}
      <p className="lens-owner">
        <span>{tLens(anatomy.registrableDomain === undefined ? 'noOwner' : 'owner')}</span>
        <strong>{anatomy.registrableDomain ?? anatomy.ip ?? ''}</strong>
      </p>
      <dl className="lens-parts">
        {anatomy.parts
          .filter(({ name }) => name !== 'separator')
          .map(({ name, text }, index) => (
            <div key={index} className={`lens-part ${name}`}>
              <dt>{tLens(`part.${name}`)}</dt>
              <dd>{visible(text)}</dd>
            </div>
          ))}
      </dl>
      {coaching && (
        <section>
          <h3 className="lens-heading">{t('lens.seen')}</h3>
          {anatomy.tricks.length === 0 && <p>{tLens('plain')}</p>}
          <ul className="lens-notes">
            {anatomy.tricks.map((trick, index) => (
              <li key={index}>
                {tLens(`trick.${trick.kind}`, { ...trick })}
                {trick.kind === 'lookAlike' && (
                  <span className="glyphs" role="img" aria-label={tLens('glyphs')}>
                    {trick.pairs.map(({ character, looksLike }, pair) => (
                      <span key={pair}>
                        <b>{character}</b>
                        <i>≠</i>
                        <b>{looksLike}</b>
                      </span>
                    ))}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="lens-rule">{tLens('rule')}</p>
      {onOpen && (
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onOpen}>
            {tLens('open')}
          </button>
        </div>
      )}
    </Dialog>
  );
}

/** The registrable domains of those the recipient knows. */
function domainsOf(directory: readonly Contact[]): readonly string[] {
  return directory.flatMap(({ address, site }) =>
    [address?.split('@').at(-1), site].flatMap((text) => {
      const domain = text === undefined ? undefined : anatomyOf(text).registrableDomain;
      return domain === undefined ? [] : [domain];
    }),
  );
}
