import { useState } from 'react';
import { useSentences } from '../../i18n/setup.ts';
import type { OpenDraft } from '../draft/store.ts';
import { WithPictures } from '../mail/DraftPictures.tsx';
import type { StudioProps } from '../studio-props.ts';
import { StudioBar } from '../StudioBar.tsx';
import { packsWith, type Playable } from './draft-packs.ts';

interface DraftRoundFrameProps extends Pick<StudioProps, 'packs' | 'play'> {
  readonly playable: Playable;
  readonly open: OpenDraft;
  readonly onLeave: () => void;
}

/** The game with the inbox of the draft, as it was when the round began. */
export function DraftRoundFrame({ playable, open, packs, play, onLeave }: DraftRoundFrameProps) {
  const { t } = useSentences('studio');
  const [round] = useState(() => ({
    packs: packsWith(playable, open.draft, packs),
    pack: playable.pack,
    scenario: playable.scenario.id,
    onLeave,
  }));
  return (
    <>
      <StudioBar path={[{ text: open.name, onGo: onLeave }, { text: t('play.title') }]} onHome={onLeave}>
        <button type="button" className="studio-button main" onClick={onLeave}>
          {t('play.end')}
        </button>
      </StudioBar>
      <WithPictures pictures={open.pictures}>{play(round)}</WithPictures>
    </>
  );
}
