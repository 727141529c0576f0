import { decoyLoad, type PhishScale, phishScale } from '../core/engine/phish-scale.ts';
import type { Message } from '../core/scenario/format/message.ts';
import type { PlayedPack } from '../core/round/played-message.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';

interface DifficultyNoteProps {
  readonly message: Message;
  /** Names the audiences; one without a name is shown by its id. */
  readonly pack: PlayedPack;
}

/**
 * How hard the message was, for whom, and how that is worked out: the NIST Phish Scale for a lure, our own count of decoys
 * for genuine mail.
 */
export function DifficultyNote({ message, pack }: DifficultyNoteProps) {
  const { t, language } = useLanguage();
  const { solution } = message;
  if (solution.truth === 'legitimate') {
    return <p className="difficulty">{t('difficulty.decoyLoad', { count: decoyLoad(message).total })}</p>;
  }
  const rated = solution.premise.flatMap(({ audience: id }) => {
    const scale = phishScale(solution, id);
    const name = pack.audiences?.find((one) => one.id === id)?.name;
    return scale === undefined ? [] : [{ id, audience: name ? pick(name, language) : id, scale }];
  });
  const [first] = rated;
  if (first === undefined) return null;
  const { cues, cueTotal, cueCategory, difficulty } = first.scale;
  return (
    <details className="difficulty">
      <summary>
        {t('difficulty.summary', {
          difficulty: t(`difficulty.is.${difficulty}`),
          audience: first.audience,
        })}
      </summary>
      <p>{t('difficulty.cues', { total: cueTotal, amount: t(`difficulty.amount.${cueCategory}`) })}</p>
      <ul className="bullets">
        {cues.map(({ cue, count }) => (
          <li key={cue}>{`${t(`cue.${cue}`)} × ${count}`}</li>
        ))}
      </ul>
      {rated.map(({ id, audience, scale }) => (
        <PremiseWorking key={id} audience={audience} scale={scale} />
      ))}
    </details>
  );
}

const elements = ['process', 'relevance', 'events', 'consequence', 'exposure'] as const;

interface PremiseWorkingProps {
  readonly audience: string;
  readonly scale: PhishScale;
}

function PremiseWorking({ audience, scale: { premise, difficulty } }: PremiseWorkingProps) {
  const { t } = useLanguage();
  return (
    <>
      <p>
        {t('difficulty.premise', {
          audience,
          rating: premise.rating,
          strength: t(`difficulty.strength.${premise.category}`),
          difficulty: t(`difficulty.is.${difficulty}`),
        })}
      </p>
      <ul className="bullets">
        {elements.map((element) => (
          <li key={element}>
            {`${t(`difficulty.element.${element}`)} ${element === 'exposure' ? '−' : '+'}${premise.elements[element]}`}
          </li>
        ))}
      </ul>
    </>
  );
}
