import type { Truth } from '../../core/scenario/format/solution.ts';
import { useSentences } from '../../i18n/setup.ts';
import { Choice } from '../mail/Choice.tsx';
import { truths } from '../mark/new-solution.ts';

interface TruthChoiceProps {
  /** Undefined where the author has not decided. */
  readonly truth: Truth | undefined;
  readonly onTruth: (truth: Truth | undefined) => void;
}

/** Asks what the mail is. Proposals are for a lure or for genuine mail, so without an answer there are none yet. */
export function TruthChoice({ truth, onTruth }: TruthChoiceProps) {
  const { t } = useSentences('import');
  const { t: studio } = useSentences('studio');
  return (
    <div className="import-truth">
      <span>{studio('message.truth')}</span>
      <Choice
        label={studio('message.truth')}
        value={truth ?? 'open'}
        options={[
          ...truths.map((value) => ({ value, text: studio(`truth.${value}`) })),
          { value: 'open', text: t('undecided') },
        ]}
        onChange={(next) => onTruth(truths.find((one) => one === next))}
      />
      <small>{t(truth === undefined ? 'noProposals' : 'proposals')}</small>
    </div>
  );
}
