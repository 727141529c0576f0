import { useMemo } from 'react';
import { resultCodeOf } from '../core/record/result-code.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import { useSentences } from '../i18n/setup.ts';
import { CopyField } from './CopyField.tsx';
import { saveFile } from '../ui/leave-page.ts';

/** The result as a code or a file, which the player may give to a trainer. */
export function HandIn({ record }: { readonly record: RoundRecord }) {
  const { t } = useSentences('progress');
  const code = useMemo(() => resultCodeOf(record), [record]);
  return (
    <details className="hand-in">
      <summary>{t('handIn.heading')}</summary>
      <p>{t('handIn.about')}</p>
      <CopyField label={t('handIn.code')} text={code} copyLabel={t('handIn.copy')} kind="code" />
      <button
        type="button"
        className="button small"
        onClick={() => saveFile('mikiwame-result.txt', 'text/plain', [`${code}\n`])}
      >
        {t('handIn.save')}
      </button>
    </details>
  );
}
