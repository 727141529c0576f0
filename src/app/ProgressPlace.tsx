import type { PracticeParameters } from '../core/record/advice.ts';
import ProgressScreen from '../game/ProgressScreen.tsx';
import { useLanguage } from '../i18n/setup.ts';
import type { Memory } from './memory.ts';
import { useRecords } from './useRecords.ts';

interface ProgressPlaceProps {
  readonly records: Memory['records'];
  readonly onPractise: (parameters: PracticeParameters) => void;
  readonly onBegin: () => void;
  readonly onGroup: () => void;
  readonly onCertificate: (record: string) => void;
}

/** Fetches what is kept of all rounds, and shows what it comes to. */
export default function ProgressPlace({ records, ...on }: ProgressPlaceProps) {
  const { t } = useLanguage();
  const kept = useRecords(records);
  if (kept === undefined) return <p className="waiting">{t('app.loading')}</p>;
  return <ProgressScreen records={kept} {...on} />;
}
