import { useEffect, useMemo, useRef } from 'react';
import { useSentences } from '../../i18n/setup.ts';
import type { Mark, Marks } from '../../inbox/marks.tsx';
import { useEditing } from '../edit/editing.ts';
import { isSameMark } from '../mark/authored-marks.ts';

const letters = { decoy: 'D', myth: 'M', reassurance: 'R' } as const;

/** What the author says of the parts of the open message; a press on a part chooses it. */
export function useAuthorMarks(areShown: boolean): Marks {
  const { t } = useSentences('studio');
  const { marks, proposals, mark, region, onRegion } = useEditing();
  const found = useMemo(() => {
    const all = new Map<string, Mark>();
    if (!areShown) return all;
    if (region !== undefined) all.set(region, { kind: 'chosen', lit: true });
    for (const { proposal, regions } of proposals) {
      for (const at of regions) {
        const word = t('proposal.title');
        all.set(at, {
          kind: 'proposal',
          badge: t(`proposal.badge.${proposal.grade}`),
          word,
          lit: at === region,
        });
      }
    }
    // The chosen mark last, so that it is the one shown where several share a part.
    for (const one of marks.toSorted((a, b) => Number(isSameMark(a, mark)) - Number(isSameMark(b, mark)))) {
      for (const at of one.regions) {
        all.set(at, {
          kind: one.kind,
          badge: one.kind === 'clue' ? String(one.number) : letters[one.kind],
          word: t(`kind.${one.kind}`),
          lit: isSameMark(one, mark) || at === region,
        });
      }
    }
    return all;
  }, [areShown, marks, proposals, mark, region, t]);
  // The latest one, so that a new draft does not draw every part again.
  const choose = useRef(onRegion);
  useEffect(() => {
    choose.current = onRegion;
  });
  return useMemo(
    (): Marks => ({
      mode: 'author',
      flags: new Map(),
      findings: found,
      onChoose: (_, at) => choose.current(at),
    }),
    [found],
  );
}
