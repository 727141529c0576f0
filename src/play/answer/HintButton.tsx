import type { Answer } from '../../core/engine/answer.ts';
import { scoringOf } from '../../core/engine/assess.ts';
import { hintCost, hintCount } from '../../core/engine/hints.ts';
import type { PlayedMessage } from '../../core/round/played-message.ts';
import { useSentences } from '../../i18n/setup.ts';
import { Icon } from '../../ui/Icon.tsx';

interface HintButtonProps {
  readonly played: PlayedMessage;
  readonly answer: Answer;
  readonly onHint: () => void;
}

/** Takes the next hint and says beforehand what it costs. */
export default function HintButton({ played, answer, onHint }: HintButtonProps) {
  const { t } = useSentences('coach');
  const { hints: taken = 0 } = answer;
  if (taken >= hintCount) return null;
  const points = Math.round(100 * hintCost * scoringOf(played.pack).weights.evidence);
  return (
    <button type="button" className="tool-button hint-button" title={t('hint.free')} onClick={onHint}>
      <Icon name="hint" size={16} />
      <span>{t(taken === 0 ? 'hint.take' : 'hint.next', { points })}</span>
    </button>
  );
}
