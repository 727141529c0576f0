import type { ReactNode } from 'react';
import { rankOf } from '../core/engine/result/rank.ts';
import type { Result } from '../core/engine/result/tally.ts';
import type { RoundOutcome } from '../core/round/round-outcome.ts';
import { senderOf, titleOf } from '../core/scenario/layout/headline.ts';
import { OutcomeSeal } from '../explain/OutcomeSeal.tsx';
import { pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { CountUp } from './CountUp.tsx';

interface ResultHeroProps {
  readonly result: Result;
  readonly outcome: RoundOutcome;
  /** What the round asks for, and where to go from here. */
  readonly children: ReactNode;
}

/** What the round came to, in a sentence; beside it the rank with the score. */
export function ResultHero({ result, outcome, children }: ResultHeroProps) {
  const { t, language } = useLanguage();
  const { t: say } = useSentences('result');
  const headline = useHeadline();
  const score = Math.round(result.score);
  const { rank, next } = rankOf(result.score);
  const { doubted, consequence, lures } = outcome;
  const [first] = doubted;
  return (
    <header className="result-hero">
      <div className="result-words">
        <h1 tabIndex={-1} ref={focusOnce}>
          <span className="result-kicker">{t('result.title')}</span>
          <span>{headline(outcome, result.answered)}</span>
        </h1>
        <p>
          {t('result.summary', {
            right: result.results.filter(({ correct }) => correct).length,
            count: result.answered,
          })}
        </p>
        {consequence && (
          <p className="result-consequence">
            {say('consequence', {
              subject: pick(titleOf(consequence.played.message), language),
              text: pick(consequence.text, language),
            })}
          </p>
        )}
        {first && lures > 0 && (
          <p>
            {doubted.length === 1
              ? say('doubted.one', { sender: pick(senderOf(first.played.message), language) })
              : say('doubted.more', { count: doubted.length })}
          </p>
        )}
        {children}
      </div>
      <div className="result-rank">
        <span className="result-seal">
          <OutcomeSeal sign="eye" />
        </span>
        <p className="rank-name">
          <span className="visually-hidden">{say('rank.label')}</span>
          <span>{say(`rank.${rank}`)}</span>
        </p>
        <p className="result-score" role="img" aria-label={t('debrief.score', { score })}>
          <span>{say('score')}</span>
          <CountUp to={score} />
        </p>
        {next && (
          <p className="soft">
            {say('rank.next', { missing: next.missing, rank: say(`rank.${next.rank}`) })}
          </p>
        )}
      </div>
    </header>
  );
}

/** Returns the sentence for an outcome: about the lures, or without any about the genuine messages. */
function useHeadline(): (outcome: RoundOutcome, answered: number) => string {
  const { t } = useSentences('result');
  return ({ lures, stopped, genuine, passed }, answered) => {
    if (answered === 0) return t('nothing');
    if (lures === 0) {
      const one = genuine === 1;
      if (passed === genuine) return t(one ? 'genuine.all_1' : 'genuine.all', { count: genuine });
      if (passed > 0) return t('genuine.some', { count: genuine, passed });
      return t(one ? 'genuine.none_1' : 'genuine.none', { count: genuine });
    }
    if (stopped === lures) {
      if (lures > 2) return t('lures.all', { count: lures });
      return t(lures === 1 ? 'lures.all_1' : 'lures.all_2');
    }
    if (stopped > 0) return t('lures.some', { count: lures, stopped });
    return t(lures === 1 ? 'lures.none_1' : 'lures.none', { count: lures });
  };
}
