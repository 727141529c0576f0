import { decoyLoad, phishScale, type PhishScale } from '../core/engine/phish-scale.ts';
import type { Message } from '../core/scenario/format/message.ts';
import { useLanguage } from '../i18n/setup.ts';

/**
 * How hard the message was, and how that is worked out: the NIST Phish Scale for a lure, our own count of decoys
 * for genuine mail.
 */
export function DifficultyNote({ message }: { readonly message: Message }) {
  const { t } = useLanguage();
  const { solution } = message;
  if (solution.truth === 'legitimate') {
    return <p className="difficulty">{t('difficulty.decoyLoad', { count: decoyLoad(message).total })}</p>;
  }
  const audience = solution.premise[0]?.audience;
  const scale = audience === undefined ? undefined : phishScale(solution, audience);
  return scale && <Working scale={scale} />;
}

const elements = ['process', 'relevance', 'events', 'consequence', 'exposure'] as const;

function Working({
  scale: { cues, cueTotal, cueCategory, premise, difficulty },
}: {
  readonly scale: PhishScale;
}) {
  const { t } = useLanguage();
  return (
    <details className="difficulty">
      <summary>{t('difficulty.summary', { difficulty: t(`difficulty.is.${difficulty}`) })}</summary>
      <p>{t('difficulty.cues', { total: cueTotal, amount: t(`difficulty.amount.${cueCategory}`) })}</p>
      <ul className="bullets">
        {cues.map(({ cue, count }) => (
          <li key={cue}>{`${t(`cue.${cue}`)} × ${count}`}</li>
        ))}
      </ul>
      <p>
        {t('difficulty.premise', {
          rating: premise.rating,
          strength: t(`difficulty.strength.${premise.category}`),
        })}
      </p>
      <ul className="bullets">
        {elements.map((element) => (
          <li key={element}>
            {`${t(`difficulty.element.${element}`)} ${element === 'exposure' ? '−' : '+'}${premise.elements[element]}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
