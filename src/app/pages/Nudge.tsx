import { useEffect, useState } from 'react';
import { type Nudge as Reason, nudgeOf } from '../../core/record/nudge.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { Memory } from '../../device/memory.ts';
import { hashOf } from '../route.ts';

/** Says on the start page that what was learnt fades, where the last round is long ago. */
export default function Nudge({ memory }: { readonly memory: Memory }) {
  const { t } = useSentences('round');
  const [reason, setReason] = useState<Reason>('none');
  useEffect(() => {
    void memory.practice().then(({ lastRound }) => setReason(nudgeOf(lastRound, Date.now())));
  }, [memory]);
  if (reason === 'none') return null;
  return (
    <p className="nudge">
      <span>{`${t(`nudge.${reason}`)} `}</span>
      <a href={hashOf({ screen: 'round', parameters: [['mode', 'practice']] })}>{t('nudge.go')}</a>
    </p>
  );
}
