import './list-search.css';
import { useMemo, useState } from 'react';
import { previewOf, senderOf, topicOf } from '../core/scenario/layout/headline.ts';
import type { SealedMessage } from '../core/scenario/format/message.ts';
import { searchKey } from '../core/scenario/world/search-key.ts';
import { pick } from '../i18n/language.ts';
import { useSentences } from '../i18n/setup.ts';
import { SearchField } from '../ui/SearchField.tsx';

interface ListSearchProps {
  readonly messages: readonly SealedMessage[];
  /** Called with the ids of the messages that contain what is searched; undefined for an empty search. */
  readonly onFound: (found: ReadonlySet<string> | undefined) => void;
}

/** The query is compared with every row, so its length is limited. */
const longestQuery = 100;

/** Searches the rows of the list by what they show. */
export default function ListSearch({ messages, onFound }: ListSearchProps) {
  const { t, language } = useSentences('round');
  const [query, setQuery] = useState('');
  const keys = useMemo(
    () =>
      messages.map((message) => {
        const topic = topicOf(message);
        const words = [
          pick(senderOf(message), language),
          topic && pick(topic, language),
          previewOf(message, language),
        ];
        return { id: message.id, key: searchKey(words.join('\n')) };
      }),
    [messages, language],
  );
  const search = (next: string): void => {
    setQuery(next);
    const wanted = searchKey(next);
    onFound(
      wanted === '' ? undefined : new Set(keys.flatMap(({ id, key }) => (key.includes(wanted) ? [id] : []))),
    );
  };
  const isWanted = searchKey(query) !== '';
  return (
    <>
      <SearchField
        className="list-search-field"
        name={t('search')}
        value={query}
        maxLength={longestQuery}
        onSearch={search}
      />
      <p className="soft" role="status">
        {isWanted && !keys.some(({ key }) => key.includes(searchKey(query))) && t('nothingFound')}
      </p>
    </>
  );
}
