import type { ComparedAddresses, MarkedAddress } from '../core/engine/debrief/compared-addresses.ts';
import { useSentences } from '../i18n/setup.ts';
import { breakable } from '../ui/breakable.tsx';

/** What arrived above what is genuine. Colour and underline mark the part that differs. */
export function AddressEvidence({ arrived, genuine }: ComparedAddresses) {
  const { t } = useSentences('debrief');
  return (
    <dl className="evidence" aria-label={t('evidence.label')}>
      <Row name={t('evidence.arrived')} kind="false" address={arrived} />
      <Row name={t('evidence.genuine')} kind="true" address={genuine} />
    </dl>
  );
}

interface RowProps {
  readonly name: string;
  readonly kind: 'true' | 'false';
  readonly address: MarkedAddress;
}

function Row({ name, kind, address: { before, differs, after } }: RowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd translate="no">
        <span>{breakable(before)}</span>
        <wbr />
        <mark className={`evidence-${kind}`}>{breakable(differs)}</mark>
        <span>{breakable(after)}</span>
      </dd>
    </div>
  );
}
