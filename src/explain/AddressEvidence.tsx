import type { ComparedAddresses, MarkedAddress } from '../core/engine/debrief/compared-addresses.ts';
import { useSentences } from '../i18n/setup.ts';

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
        {before}
        <wbr />
        <mark className={`evidence-${kind}`}>{differs}</mark>
        {after}
      </dd>
    </div>
  );
}
