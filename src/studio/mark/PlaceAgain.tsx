import { anchorAt } from '../../core/scenario/layout/anchor-at.ts';
import { useSentences } from '../../i18n/setup.ts';
import { set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import type { AuthoredMark } from './authored-marks.ts';

/** A mark whose place is lost can be put on the part that is chosen now. */
export function PlaceAgain({ mark }: { readonly mark: AuthoredMark }) {
  const { t } = useSentences('studio');
  const { drawn, region, change, onMark } = useEditing();
  const anchor = region !== undefined && drawn ? anchorAt(region, drawn.layout) : undefined;
  return (
    <div className="studio-lost">
      <p>{t('mark.lost')}</p>
      {anchor !== undefined && (
        <button
          type="button"
          className="studio-button"
          onClick={() => {
            change([set([...mark.path, 'anchor'], { ...anchor })]);
            onMark(mark.path);
          }}
        >
          {t('mark.placeAgain')}
        </button>
      )}
    </div>
  );
}
