import './directory.css';
import { type ReactNode, useMemo, useState } from 'react';
import { type DirectoryEntry, directoryOf, findIn } from '../../core/scenario/world/directory.ts';
import type { KnownOrganization } from '../../core/scenario/world/organizations.ts';
import type { MailboxKind } from '../../core/scenario/format/vocabulary.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { CompareButton } from './CompareButton.tsx';
import type { FoundWorld } from './world-source.ts';
import { breakable } from '../../ui/breakable.tsx';
import { SearchField } from '../../ui/SearchField.tsx';

interface DirectoryProps {
  /** Undefined while loading. */
  readonly found: FoundWorld | undefined;
  readonly mailbox: MailboxKind;
  readonly onCompare?: ((known: KnownOrganization) => void) | undefined;
}

/** Longer than any address. The query is compared with every entry, so its length is limited. */
const longestQuery = 300;

/**
 * Official details of every organisation in the world, searchable by hand. The list does not depend on the open
 * message.
 */
export function Directory({ found, mailbox, onCompare }: DirectoryProps) {
  const { t } = useSentences('directory');
  const { t: tApp } = useLanguage();
  const [query, setQuery] = useState('');
  const entries = useMemo(
    () => (found?.kind === 'found' ? directoryOf(found.world, mailbox) : []),
    [found, mailbox],
  );
  const matching = useMemo(() => findIn(entries, query), [entries, query]);
  if (found === undefined) return <p className="waiting">{tApp('app.loading')}</p>;
  if (found.kind === 'none') return null;
  if (found.kind === 'unreadable') return <p role="status">{t('unreadable')}</p>;
  return (
    <div className="directory">
      <p className="soft">{t(`lead.${mailbox}`)}</p>
      <label className="directory-search">
        <span>{t('search')}</span>
        <SearchField value={query} maxLength={longestQuery} onSearch={setQuery} />
      </label>
      <p className="soft" role="status">
        {matching.length === 0 ? t('nothing') : t('count', { count: matching.length })}
      </p>
      <ul className="entries">
        {matching.map((entry) => (
          <Entry key={entry.id} entry={entry} onCompare={onCompare} />
        ))}
      </ul>
    </div>
  );
}

interface EntryProps extends Pick<DirectoryProps, 'onCompare'> {
  readonly entry: DirectoryEntry;
}

function Entry({ entry, onCompare }: EntryProps) {
  const { t, language } = useSentences('directory');
  const { name, kind, domains, addresses, sms, phone, site, writes } = entry;
  const codes = (words: readonly (string | undefined)[]): readonly ReactNode[] =>
    words.flatMap((word) =>
      word === undefined
        ? []
        : [
            <code key={word} translate="no">
              {breakable(word)}
            </code>,
          ],
    );
  const facts = [
    { fact: 'domains', words: codes(domains) },
    { fact: 'addresses', words: codes(addresses) },
    { fact: 'sms', words: codes([sms]) },
    { fact: 'phone', words: codes([phone]) },
    { fact: 'site', words: codes([site]) },
  ] as const;
  return (
    <li>
      <p className="entry-head">
        <strong translate="no">{pick(name, language)}</strong>
        <span className="soft">{pick(kind, language)}</span>
      </p>
      {writes && <p>{pick(writes, language)}</p>}
      <dl className="entry-facts">
        {facts
          .filter(({ words }) => words.length > 0)
          .map(({ fact, words }) => (
            <div key={fact}>
              <dt>{t(`entry.${fact}`)}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
      <CompareButton known={entry} onCompare={onCompare} />
    </li>
  );
}
