import { useMemo } from 'react';
import { contactDomains } from '../../core/email/url/contact-domains.ts';
import { visible } from '../../core/email/url/look-alike.ts';
import { anatomyOf } from '../../core/email/url/url.ts';
import type { Trick } from '../../core/email/url/url-tricks.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { LookUp } from '../directory/LookUp.tsx';
import { findingsIn, useMarks } from '../marks.tsx';
import { Standing } from '../directory/Standing.tsx';
import { useWorld } from '../directory/useWorld.ts';

interface LinkLensProps {
  readonly url: string;
  readonly scenario: Pick<Scenario, 'directory' | 'recipient'>;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
  readonly coaching: boolean;
  readonly onClose: () => void;
  /** Absent if the link has no mock page. */
  readonly onOpen?: (() => void) | undefined;
}

/**
 * A link's target taken apart, each part named; with coaching also what is remarkable. It does not say who owns the
 * domain until the player has answered: before that, players look it up themselves.
 */
export default function LinkLens({ url, scenario, assets, coaching, onClose, onOpen }: LinkLensProps) {
  const { t } = useLanguage();
  const { t: tLens } = useSentences('lens');
  const found = useWorld(assets);
  const answered = findingsIn(useMarks()) !== undefined;
  const { directory, recipient } = scenario;
  const anatomy = useMemo(
    () => anatomyOf(url, { knownDomains: contactDomains(directory).flatMap(({ domains }) => domains) }),
    [url, directory],
  );
  return (
    <Dialog title={tLens('title')} closeLabel={t('app.close')} onClose={onClose}>
      <p className="lens-url" lang="en" translate="no">
        {anatomy.parts.map(({ name, text }, index) => (
          <span key={index} className={`url-part ${name}`}>
            {visible(text)}
          </span>
        ))}
      </p>
      {anatomy.truncated && <p className="soft">{tLens('truncated', { length: anatomy.text.length })}</p>}
      <p className="lens-owner">
        <span>{tLens(anatomy.registrableDomain === undefined ? 'noOwner' : 'owner')}</span>
        <strong translate="no">{anatomy.registrableDomain ?? anatomy.ip ?? ''}</strong>
      </p>
      {answered && anatomy.registrableDomain !== undefined && (
        <Standing domain={anatomy.registrableDomain} scenario={scenario} found={found} />
      )}
      <dl className="lens-parts">
        {anatomy.parts
          .filter(({ name }) => name !== 'separator')
          .map(({ name, text }, index) => (
            <div key={index} className={`lens-part ${name}`}>
              <dt>{tLens(`part.${name}`)}</dt>
              <dd translate="no">{visible(text)}</dd>
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
                <span>{tLens(`trick.${trick.kind}`, spelledOut(trick))}</span>
                {trick.kind === 'lookAlike' && (
                  <span className="glyphs" translate="no" role="img" aria-label={tLens('glyphs')}>
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
      <LookUp contacts={directory} found={found} mailbox={recipient.mailbox ?? 'work'} />
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

/**
 * The values for the sentence about a trick, isolated so that no invisible character can reverse the text around
 * them.
 */
function spelledOut(trick: Trick): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(trick).map(([name, value]) => [name, typeof value === 'string' ? visible(value) : value]),
  );
}
