import { useCallback } from 'react';
import { type NudgeReason, nudgeOf } from '../../core/record/nudge.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { Memory } from '../../device/memory.ts';
import { type Asked, useAsked, useSettled } from '../../ui/asked.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { hashOf } from '../route.ts';

/** Says on the start page that skills fade, if the last round was long ago. */
export default function Nudge({ memory }: { readonly memory: Memory }) {
  const asked = useAsked(
    useCallback(async () => nudgeOf((await memory.practice()).lastRound, Date.now()), [memory]),
  );
  return (
    <Loaded onAgain={asked.again}>
      <Words key={asked.attempt} asked={asked} />
    </Loaded>
  );
}

function Words({ asked }: { readonly asked: Asked<NudgeReason> }) {
  const { t } = useSentences('round');
  const reason = useSettled(asked.promise);
  if (reason === undefined || reason === 'none') return null;
  return (
    <p className="nudge">
      <span>{`${t(`nudge.${reason}`)} `}</span>
      <a href={hashOf({ screen: 'round', parameters: [['mode', 'practice']] })}>{t('nudge.go')}</a>
    </p>
  );
}
