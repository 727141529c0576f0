import { useMemo, useState } from 'react';
import { phishScale } from '../../core/engine/phish-scale.ts';
import type { Message } from '../../core/scenario/format/message.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { useEditing } from '../edit/editing.ts';
import { GaugeDialog } from './GaugeDialog.tsx';
import { packOf, typicalScores } from './measures.ts';

/** How hard the open message is and what typical players score on it; a press shows the working. */
export function MessageGauges({ message }: { readonly message: Message }) {
  const { t, language } = useSentences('studio');
  const { t: say } = useLanguage();
  const { open, file } = useEditing();
  const [isOpen, setOpen] = useState(false);
  const { pack, scoring } = useMemo(() => packOf(open.draft, file.path), [open.draft, file.path]);
  const scores = useMemo(() => typicalScores(message, scoring), [message, scoring]);
  const { solution } = message;
  const rated =
    solution.truth === 'phish'
      ? solution.premise.slice(0, 2).flatMap(({ audience }) => {
          const scale = phishScale(solution, audience);
          const name = pack.audiences?.find(({ id }) => id === audience)?.name;
          return scale ? [{ audience: name ? pick(name, language) : audience, scale }] : [];
        })
      : [];
  return (
    <>
      {rated.length > 0 && (
        <div>
          <small>{t('gauge.difficulty')}</small>
          <button type="button" className="studio-gauge-button" onClick={() => setOpen(true)}>
            {rated.map(({ audience, scale }) => (
              <span key={audience} className="studio-rated">
                <span translate="no">{audience}</span>
                <span className="studio-chip">{say(`difficulty.is.${scale.difficulty}`)}</span>
              </span>
            ))}
          </button>
        </div>
      )}
      <div>
        <small>{t('gauge.players')}</small>
        <button type="button" className="studio-gauge-button studio-scores" onClick={() => setOpen(true)}>
          {scores.map(({ player, score }) => (
            <span key={player}>
              <span>{t(`player.${player}.name`)}</span>
              <b>{score}</b>
              <meter min={0} max={100} value={score} aria-label={t(`player.${player}.name`)} />
            </span>
          ))}
        </button>
      </div>
      {isOpen && <GaugeDialog message={message} onClose={() => setOpen(false)} />}
    </>
  );
}
