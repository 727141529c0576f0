import CertificateScreen from '../../results/CertificateScreen.tsx';
import type { Memory } from '../../device/memory.ts';
import { Arrived, useAsked } from '../../ui/asked.tsx';
import type { Route } from '../route.ts';

interface CertificatePageProps {
  readonly route: Extract<Route, { screen: 'certificate' }>;
  readonly records: Memory['records'];
  readonly onLeave: () => void;
}

/** Fetches the round that a certificate is about. */
export default function CertificatePage({ route, records, onLeave }: CertificatePageProps) {
  return (
    <Arrived asked={useAsked(records)} what="screen" waiting>
      {(kept) => <CertificateScreen record={kept.find(({ id }) => id === route.record)} onLeave={onLeave} />}
    </Arrived>
  );
}
