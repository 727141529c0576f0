import './lens.css';
import { Fragment, type ReactNode, useMemo, useRef, useState } from 'react';
import { contactDomains } from '../../core/email/url/contact-domains.ts';
import { visible } from '../../core/email/url/look-alike.ts';
import { anatomyOf } from '../../core/email/url/url.ts';
import type { Trick } from '../../core/email/url/trick.ts';
import { directoryOf } from '../../core/scenario/world/directory.ts';
import { type KnownOrganization, namedIn } from '../../core/scenario/world/organizations.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { breakable } from '../../ui/breakable.tsx';
import { Popover } from '../../ui/dialog/Popover.tsx';
import { LookUp } from '../directory/LookUp.tsx';
import { Flaggable } from '../Flaggable.tsx';
import { DialogInks } from '../InkPalette.tsx';
import { findingsIn, useMarks } from '../marks.tsx';
import { Standing } from '../directory/Standing.tsx';
import { useRegionKeys } from '../useRegionKeys.ts';
import type { FoundWorld } from '../directory/world-source.ts';
import { useWorld } from '../directory/useWorld.ts';
import { ClosingMarks } from './ClosingMarks.tsx';
import { type Cut, cutAddress } from './cut-address.ts';

interface LinkLensProps {
  readonly url: string;
  /** The region of the address, which can be flagged here too; without one it is only read. */
  readonly region?: string;
  /** The name that the sender gives itself, to compare the address with its own after the answer. */
  readonly sender?: Localized;
  /** What the lens is shown beside; without it, it is a modal dialog. */
  readonly beside?: Element | undefined;
  readonly scenario: Pick<Scenario, 'directory' | 'recipient'>;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
  readonly coaching: boolean;
  readonly onClose: () => void;
  /** Absent if the link has no mock page. */
  readonly onOpen?: (() => void) | undefined;
}

/**
 * A link's target taken apart, with the part that decides its owner in a box; with coaching also what is remarkable.
 * Before the answer it does not say who owns the domain: players choose somebody to compare it with.
 */
export default function LinkLens(props: LinkLensProps) {
  const { url, region, sender, beside, scenario, assets, coaching, onClose, onOpen } = props;
  const { t } = useLanguage();
  const { t: tLens } = useSentences('lens');
  const found = useWorld(assets);
  const answered = findingsIn(useMarks()) !== undefined;
  const [chosen, setChosen] = useState<KnownOrganization>();
  const holder = useRef<HTMLDivElement>(null);
  const { keys } = useRegionKeys(holder);
  const { directory, recipient } = scenario;
  const anatomy = useMemo(
    () => anatomyOf(url, { knownDomains: contactDomains(directory).flatMap(({ domains }) => domains) }),
    [url, directory],
  );
  const cut = useMemo(() => cutAddress(anatomy.parts), [anatomy]);
  const named = answered && sender !== undefined ? namedBy(sender, scenario, found) : undefined;
  const genuine = chosen ?? named;
  const domain = anatomy.registrableDomain;
  return (
    <Popover title={tLens('title')} closeLabel={t('app.close')} anchor={beside} onClose={onClose}>
      <ClosingMarks onClose={onClose}>
        <div ref={holder} className="lens" {...keys}>
          <p className="lens-url" lang="en" translate="no">
            {region === undefined ? (
              <Address cut={cut} />
            ) : (
              <Flaggable region={region}>
                <Address cut={cut} />
              </Flaggable>
            )}
          </p>
          {region !== undefined && <DialogInks />}
          {anatomy.truncated && <p className="soft">{tLens('truncated', { length: anatomy.text.length })}</p>}
          <dl className="lens-owner">
            <div>
              <dt>{tLens(domain === undefined ? 'noOwner' : 'owner')}</dt>
              <dd>
                <strong translate="no">{breakable(domain ?? anatomy.ip ?? '')}</strong>
              </dd>
            </div>
            {genuine && <Genuine known={genuine} isChosen={chosen !== undefined} />}
          </dl>
          {answered && domain !== undefined && <Standing domain={domain} scenario={scenario} found={found} />}
          <LookUp
            contacts={directory}
            found={found}
            mailbox={recipient.mailbox ?? 'work'}
            onCompare={domain === undefined ? undefined : setChosen}
          />
          {coaching && <Seen tricks={anatomy.tricks} />}
          <p className="lens-rule">{tLens('rule')}</p>
          <details className="lens-more">
            <summary>{tLens('parts')}</summary>
            <dl className="lens-parts">
              {cut.rows.map(({ name, text }, index) => (
                <div key={index} className={`lens-part ${name}`}>
                  <dt>{tLens(`part.${name}`)}</dt>
                  <dd translate="no">{breakable(visible(text))}</dd>
                </div>
              ))}
            </dl>
          </details>
          {onOpen && (
            <div className="dialog-actions">
              <button type="button" className="button" onClick={onOpen}>
                {tLens('open')}
              </button>
            </div>
          )}
        </div>
      </ClosingMarks>
    </Popover>
  );
}

/** The address in one stretch. An arrow below the server name shows the way to read it: from the right. */
function Address({ cut: { before, host, after } }: { readonly cut: Cut }) {
  const stretch = (parts: Cut['before']): ReactNode =>
    parts.map(({ name, text }, index) => (
      <Fragment key={index}>
        <span className={`url-part ${name}`}>{breakable(visible(text))}</span>
        {name === 'separator' && <wbr />}
      </Fragment>
    ));
  return (
    <>
      {stretch(before)}
      <wbr />
      <span className="url-host">{stretch(host)}</span>
      {stretch(after)}
    </>
  );
}

interface GenuineProps {
  readonly known: KnownOrganization;
  /** Whether the player chose it just now, so that its line takes the focus. */
  readonly isChosen: boolean;
}

/** The official domains of somebody, below the domain of the link, to be compared by eye. */
function Genuine({ known: { name, domains }, isChosen }: GenuineProps) {
  const { t, language } = useSentences('lens');
  return (
    <div className="lens-genuine" tabIndex={-1} ref={isChosen ? focusLine : undefined}>
      <dt>{t('genuine', { name: pick(name, language) })}</dt>
      {domains.map((domain) => (
        <dd key={domain}>
          <strong translate="no">{breakable(domain)}</strong>
        </dd>
      ))}
    </div>
  );
}

function focusLine(line: HTMLElement | null): void {
  line?.focus({ preventScroll: true });
  // The address and both domains are at the top.
  line?.closest('.lens')?.scrollIntoView({ block: 'start' });
}

/** Who the sender says it is, if the directory or the contacts have a domain of somebody by that name. */
function namedBy(
  sender: Localized,
  { directory, recipient }: LinkLensProps['scenario'],
  found: FoundWorld | undefined,
): KnownOrganization | undefined {
  const entries = found?.kind === 'found' ? directoryOf(found.world, recipient.mailbox ?? 'work') : [];
  return namedIn(sender, [...entries, ...contactDomains(directory)]).find(
    ({ domains }) => domains.length > 0,
  );
}

/** What is remarkable about the address, in words. */
function Seen({ tricks }: { readonly tricks: readonly Trick[] }) {
  const { t } = useLanguage();
  const { t: tLens } = useSentences('lens');
  return (
    <section>
      <h3 className="lens-heading">{t('lens.seen')}</h3>
      {tricks.length === 0 && <p>{tLens('plain')}</p>}
      <ul className="lens-notes">
        {tricks.map((trick, index) => (
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
