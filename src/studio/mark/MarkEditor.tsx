import { memberOf } from '../../core/draft/json.ts';
import { useSentences } from '../../i18n/setup.ts';
import { LocalizedField } from '../inspector/LocalizedField.tsx';
import { useEditing } from '../edit/editing.ts';
import type { AuthoredMark } from './authored-marks.ts';
import { CueList } from './CueList.tsx';
import { FactField } from './FactField.tsx';
import { PlaceAgain } from './PlaceAgain.tsx';

/** What the author says with a mark: the cue, the fact it proves and how much that weighs, and why. */
export function MarkEditor({ mark }: { readonly mark: AuthoredMark }) {
  const { t } = useSentences('studio');
  const { region } = useEditing();
  const cue = memberOf(mark.value, 'cue');
  return (
    <div className="studio-mark">
      {mark.regions.length === 0 && <PlaceAgain mark={mark} />}
      {mark.kind !== 'reassurance' && (
        <CueList
          path={[...mark.path, 'cue']}
          cue={typeof cue === 'string' ? cue : undefined}
          region={region ?? mark.regions[0] ?? ''}
        />
      )}
      {mark.kind === 'clue' && <FactField mark={mark} />}
      <LocalizedField label={t('mark.explanation')} path={[...mark.path, 'explanation']} rows={5} isMetered />
    </div>
  );
}
