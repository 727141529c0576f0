import { type RefObject, useState } from 'react';
import type { Answer } from '../../core/engine/answer.ts';
import type { Truth } from '../../core/scenario/format/solution.ts';
import type { Channel, Ink } from '../../core/scenario/format/vocabulary.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { useBackCloses } from '../../ui/dialog/back.ts';
import { Icon } from '../../ui/Icon.tsx';
import { InkPalette } from '../../inbox/InkPalette.tsx';
import { SealRow } from './SealRow.tsx';

interface DockProps {
  readonly answer: Answer;
  readonly channel: Channel;
  readonly ink: Ink;
  readonly fold: Fold;
  /** Will hold the button that unfolds the answer. */
  readonly toggle: RefObject<HTMLButtonElement | null>;
  /** A class for the seals. */
  readonly look: string;
  /** What the answer lacks, or what in it does not agree. */
  readonly said: string | undefined;
  readonly onInk: (ink: Ink) => void;
  readonly onJudge: (verdict: Truth, confidence: number) => void;
  readonly onSubmit: () => void;
}

/** The dock below the message: inks, seals and the button that gives the answer. */
export function Dock({
  answer,
  channel,
  ink,
  fold,
  toggle,
  look,
  said,
  onInk,
  onJudge,
  onSubmit,
}: DockProps) {
  const { t } = useLanguage();
  return (
    <div className="dock">
      <InkPalette ink={ink} onChoose={onInk} />
      <SealRow answer={answer} channel={channel} look={look} onJudge={onJudge} />
      <p className="dock-said" role="status">
        {said}
      </p>
      <button type="button" className="button stamp-it" onClick={onSubmit}>
        <span>{t('answer.submit')}</span>
        <span aria-hidden="true">⏎</span>
      </button>
      <button
        ref={toggle}
        type="button"
        className="button dock-toggle"
        aria-expanded={fold.unfolded}
        onClick={fold.turn}
      >
        {fold.unfolded && <Icon name="unfold" />}
        <span className={fold.unfolded ? 'visually-hidden' : undefined}>
          {t(fold.unfolded ? 'answer.fold' : 'answer.open')}
        </span>
      </button>
    </div>
  );
}

/** Whether the answer is unfolded, and what changes that. */
interface Fold {
  readonly unfolded: boolean;
  readonly turn: () => void;
  readonly unfold: () => void;
}

/** Whether the answer is unfolded in a low frame. In others the style sheet hides the toggle, and nothing is folded. */
export function useFold(toggle: RefObject<HTMLButtonElement | null>): Fold {
  const [unfolded, setUnfolded] = useState(false);
  useBackCloses(unfolded, () => setUnfolded(false));
  return {
    unfolded,
    turn: () => setUnfolded(!unfolded),
    unfold: () => {
      if (toggle.current !== null) setUnfolded(getComputedStyle(toggle.current).display !== 'none');
    },
  };
}
