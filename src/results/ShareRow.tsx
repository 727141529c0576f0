import { useSentences } from '../i18n/setup.ts';
import { CopyField } from './CopyField.tsx';
import type { Envelope } from './Envelopes.tsx';

interface ShareRowProps {
  readonly envelopes: readonly Envelope[];
  readonly score: number;
}

/** The round as a row of signs to share. It says which messages were judged right and nothing of what they are. */
export function ShareRow({ envelopes, score }: ShareRowProps) {
  const { t } = useSentences('result');
  const isRight = ({ assessment }: Envelope): boolean => assessment?.correct === true;
  const text = t('share.text', {
    row: envelopes.map((one) => (isRight(one) ? '◎' : '惜')).join(''),
    right: envelopes.filter(isRight).length,
    count: envelopes.length,
    score: Math.round(score),
  });
  return (
    <details className="share">
      <summary>{t('share.title')}</summary>
      <CopyField label={t('share.label')} text={text} copyLabel={t('share.copy')} kind="text" />
    </details>
  );
}
