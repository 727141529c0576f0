import CertificateScreen from '../../results/CertificateScreen.tsx';
import { useLanguage } from '../../i18n/setup.ts';
import type { Memory } from '../../device/memory.ts';
import type { Route } from '../route.ts';
import { useRecords } from '../../device/useRecords.ts';

interface CertificatePlaceProps {
  readonly route: Extract<Route, { screen: 'certificate' }>;
  readonly records: Memory['records'];
  readonly onLeave: () => void;
}

/** Fetches the round that a certificate is about. */
export default function CertificatePlace({ route, records, onLeave }: CertificatePlaceProps) {
  const { t } = useLanguage();
  const kept = useRecords(records);
  if (kept === undefined) return <p className="waiting">{t('app.loading')}</p>;
  return <CertificateScreen record={kept.find(({ id }) => id === route.record)} onLeave={onLeave} />;
}
