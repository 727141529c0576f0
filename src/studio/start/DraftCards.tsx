import { useState } from 'react';
import { locales } from '../../i18n/moment.ts';
import { useSentences } from '../../i18n/setup.ts';
import { InkSeal } from '../../inbox/InkSeal.tsx';
import { ProblemChips } from '../ProblemChips.tsx';
import type { DraftEntry } from '../draft/shelf.ts';

interface DraftCardsProps {
  readonly entries: readonly DraftEntry[];
  readonly onOpen: (id: string) => void;
  readonly onRemove: (id: string) => Promise<void>;
}

/** The drafts as cards, the one changed last first. */
export function DraftCards({ entries, onOpen, onRemove }: DraftCardsProps) {
  const { t } = useSentences('studio');
  if (entries.length === 0) return <p className="studio-empty">{t('start.none')}</p>;
  return (
    <ul className="studio-cards">
      {entries.map((entry) => (
        <Card key={entry.id} entry={entry} onOpen={onOpen} onRemove={onRemove} />
      ))}
    </ul>
  );
}

interface CardProps extends Omit<DraftCardsProps, 'entries'> {
  readonly entry: DraftEntry;
}

function Card({ entry, onOpen, onRemove }: CardProps) {
  const { t, language } = useSentences('studio');
  const [isAsking, setAsking] = useState(false);
  const { id, name, changed, lures, genuine } = entry;
  return (
    <li className="studio-card">
      <button type="button" className="studio-card-open" onClick={() => onOpen(id)}>
        <b translate="no">{name}</b>
        <span className="studio-card-facts">
          <span className="studio-count" title={t('truth.phish')}>
            <InkSeal ink="doubt" />
            <span>{lures}</span>
          </span>
          <span className="studio-count" title={t('truth.legitimate')}>
            <InkSeal ink="trust" />
            <span>{genuine}</span>
          </span>
          <time dateTime={new Date(changed).toISOString()}>
            {new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(
              changed,
            )}
          </time>
        </span>
        <ProblemChips errors={entry.errors} warnings={entry.warnings} />
      </button>
      {isAsking ? (
        <span className="studio-card-ask">
          <span>{t('start.removeAsk')}</span>
          <button type="button" className="studio-button danger" onClick={() => void onRemove(id)}>
            {t('start.removeYes')}
          </button>
          <button type="button" className="studio-button" onClick={() => setAsking(false)}>
            {t('start.removeNo')}
          </button>
        </span>
      ) : (
        <button type="button" className="studio-button bare" onClick={() => setAsking(true)}>
          {t('start.remove', { name })}
        </button>
      )}
    </li>
  );
}
