import type { Truth } from '../../core/scenario/format/solution.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';
import { anchorAt } from '../../core/scenario/layout/anchor-at.ts';
import { useSentences } from '../../i18n/setup.ts';
import { useRegionNames } from '../../explain/useRegionNames.ts';
import { remove } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { useStudioKeys } from '../useStudioKeys.ts';
import type { AuthoredKind } from './authored-marks.ts';
import { addedMark, blankMark, changedKind, kindsFor } from './new-solution.ts';
import { likelyCues } from './likely-cues.ts';

const letters = { clue: 'C', decoy: 'D', myth: 'M', reassurance: 'R' } as const;

/** The chosen part of the message, and what its author says of it: one of four kinds, each with its key. */
export function RegionHead({ truth }: { readonly truth: Truth }) {
  const { t } = useSentences('studio');
  const { message, drawn, region, mark, marks, change, onMark, onRegion } = useEditing();
  const anchor = region !== undefined && drawn ? anchorAt(region, drawn.layout) : undefined;
  const kinds = kindsFor(truth);
  const say = (kind: AuthoredKind): void => {
    if (message === undefined || !kinds.includes(kind) || mark?.kind === kind) return;
    const made =
      mark !== undefined
        ? changedKind(message.value, mark, kind)
        : anchor && addedMark(message.value, kind, blankMark(anchor, likelyCues(region ?? '')[0]));
    if (made && change(made.changes)) onMark(made.path);
  };
  const erase = (): void => {
    if (mark !== undefined && change([remove(mark.path)])) onMark(undefined);
  };
  const beside = marks.filter(({ regions }) => region !== undefined && regions.includes(region));
  useStudioKeys({
    c: () => say('clue'),
    d: () => say('decoy'),
    m: () => say('myth'),
    r: () => say('reassurance'),
    Backspace: erase,
    Delete: erase,
    Escape: () => onRegion(undefined),
  });
  return (
    <div className="studio-region">
      <div className="studio-region-head">
        {drawn !== undefined && region !== undefined && <RegionName message={drawn.sealed} region={region} />}
        <button type="button" className="studio-button bare small" onClick={() => onRegion(undefined)}>
          <span>{t('mark.leave')}</span>
          <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>
      {mark === undefined && anchor === undefined ? (
        <p className="studio-hint">{t('mark.noAnchor')}</p>
      ) : (
        <div className="studio-kinds" role="group" aria-label={t('mark.kind')}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className={kind}
              aria-pressed={mark?.kind === kind}
              aria-keyshortcuts={letters[kind]}
              onClick={() => say(kind)}
            >
              <span>{t(`kind.${kind}`)}</span>
              <kbd aria-hidden="true">{letters[kind]}</kbd>
            </button>
          ))}
        </div>
      )}
      {beside.length > 1 && (
        <p className="studio-beside">
          <span>{t('mark.beside')}</span>
          {beside.map((one) => (
            <button
              key={one.path.join('/')}
              type="button"
              className="studio-button small"
              aria-pressed={one === mark}
              onClick={() => onMark(one.path)}
            >
              {`${t(`kind.${one.kind}`)} ${one.number}`}
            </button>
          ))}
        </p>
      )}
      {mark !== undefined && (
        <button type="button" className="studio-button bare small" onClick={erase}>
          <span>{t('mark.erase')}</span>
          <kbd aria-hidden="true">⌫</kbd>
        </button>
      )}
    </div>
  );
}

/** The chosen part of a message by its words or its name. */
function RegionName({ message, region }: { readonly message: SealedMessage; readonly region: string }) {
  return <h2 translate="no">{useRegionNames(message)(region) ?? region}</h2>;
}
