import { useEffect, useMemo, useRef } from 'react';
import type { Language } from '../../core/scenario/format/vocabulary.ts';
import { LanguageContext, useSentences, useSpoken } from '../../i18n/setup.ts';
import { type Mark, type Marks, MarksProvider } from '../../inbox/marks.tsx';
import { MessageView } from '../../inbox/message/MessageView.tsx';
import { type Skin, SkinContext } from '../../inbox/skin.ts';
import { contentRoot } from '../../packs/ahead.ts';
import { useEditing } from '../edit/editing.ts';
import type { Drawn } from './drawn.ts';
import { isSameMark } from '../mark/authored-marks.ts';

interface AuthorMailProps {
  readonly language: Language;
  readonly skin: Skin;
  /** Whether the marks are shown, or the mail as the player sees it. */
  readonly areShown: boolean;
  readonly drawn: Drawn;
}

const letters = { decoy: 'D', myth: 'M', reassurance: 'R' } as const;

/** The game's own message in one language; each part of it can be chosen. */
export function AuthorMail({ language, skin, areShown, drawn }: AuthorMailProps) {
  const { t } = useSentences('studio');
  useSpoken(language);
  const { file, surround, marks, proposals, mark, region, onRegion } = useEditing();
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
  const given = useMemo(
    (): Marks => ({
      mode: 'author',
      flags: new Map(),
      findings: found,
      onChoose: (_, at) => choose.current(at),
    }),
    [found],
  );
  const pack = /^packs\/[^/]+\//.exec(file.path)?.[0] ?? '';
  return (
    <LanguageContext value={language}>
      <SkinContext value={skin}>
        <div className={skin === 'phone' ? 'stage phone' : 'stage'} lang={language}>
          <div className="reader">
            <MarksProvider marks={given}>
              <MessageView
                message={drawn.sealed}
                scenario={surround}
                assets={`${contentRoot}${pack}assets/`}
                coaching={false}
              />
            </MarksProvider>
          </div>
        </div>
      </SkinContext>
    </LanguageContext>
  );
}
