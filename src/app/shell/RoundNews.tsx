import type { Localized } from '../../core/scenario/format/text.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';

/** A note at the start of a round: an invalid setting, a missing file, or messages left out. */
export type RoundNote =
  | { readonly kind: 'mistake'; readonly text: Localized }
  | { readonly kind: 'noFile'; readonly name: string }
  | { readonly kind: 'broken' | 'unread'; readonly count: number };

interface RoundNewsProps {
  /** May contain the same note more than once. */
  readonly notes: readonly RoundNote[];
  readonly onClose: () => void;
}

/** The notes of a round, each once, in the current language. */
export default function RoundNews({ notes, onClose }: RoundNewsProps) {
  const { t: tGame } = useLanguage();
  const { t, language } = useSentences('round');
  const wordsOf = (note: RoundNote): string => {
    switch (note.kind) {
      case 'mistake':
        return pick(note.text, language);
      case 'noFile':
        return t('noFile', { name: note.name });
      case 'broken':
      case 'unread':
        return t(note.kind, { count: note.count });
    }
  };
  return (
    <p className="notice-bar">
      <span>
        {[...new Set(notes.map(wordsOf))].map((words) => (
          <span key={words} className="notice-line">
            {words}
          </span>
        ))}
      </span>
      <button type="button" className="button small" onClick={onClose}>
        {tGame('app.close')}
      </button>
    </p>
  );
}
