import { isoMoment } from '../../core/scenario/read/datable.ts';
import '../session/lms.css';
import { useState } from 'react';
import { useSentences } from '../../i18n/setup.ts';
import type { Exchange, LmsSession, RecordDelivery, Trouble } from '../../lms/port.ts';
import { copyText } from '../../ui/leave-page.ts';
import type { Connection } from '../session/connection.ts';
import { useDelivery } from '../session/useDelivery.ts';

interface DiagnosisPageProps {
  readonly connection: Connection;
  /** Whether the device stores data permanently. */
  readonly lasting: boolean;
  /** Names in the address that are not ours; never their values, which may be secret. */
  readonly foreign?: readonly string[];
  readonly onLeave: () => void;
}

/** Shows what the game found around it and its calls to the LMS, to read and to copy. */
export default function DiagnosisPage({ connection, lasting, foreign, onLeave }: DiagnosisPageProps) {
  const { t } = useSentences('lms');
  const { session, trouble, attempt } = connection;
  const delivery = useDelivery(session);
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const exchanges = [...attempt, ...session.conversation()];
  const rows: readonly (readonly [string, string])[] = [
    [t('diagnosis.standard'), t(`standard.${session.standard}`)],
    [t('diagnosis.mode'), t(`mode.${session.launch.mode}`)],
    [t('diagnosis.delivery'), deliveryWords(t, session, delivery)],
    [t('diagnosis.trouble'), troubleWords(t, trouble ?? troubleOf(delivery)) ?? '–'],
    [t('diagnosis.storage'), t(lasting ? 'diagnosis.lasting' : 'diagnosis.fleeting')],
    [t('diagnosis.origin'), `${location.origin} (${origin})`],
    [t('diagnosis.framed'), t(parent === window ? 'diagnosis.no' : 'diagnosis.yes')],
    [t('diagnosis.browser'), navigator.userAgent],
    [t('diagnosis.foreign'), foreign?.join(', ') || '–'],
  ];
  const text = [...rows.map(([what, value]) => `${what}: ${value}`), '', ...exchanges.map(lineOf)].join('\n');
  const copy = (): void => {
    // A frame may lack the permission: then the text below can still be selected.
    void copyText(text).then((done) => setCopied(done ? 'yes' : 'no'));
  };
  return (
    <main className="page diagnosis">
      <h1>{t('diagnosis.title')}</h1>
      <p>{t('diagnosis.lead')}</p>
      <p className="diagnosis-tools">
        <button type="button" className="button" onClick={copy}>
          {t('diagnosis.copy')}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {t('diagnosis.back')}
        </button>
        <span role="status">
          {copied && t(copied === 'yes' ? 'diagnosis.copied' : 'diagnosis.copyFailed')}
        </span>
      </p>
      <dl>
        {rows.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd translate="no">{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('diagnosis.conversation')}</h2>
      {exchanges.length === 0 ? (
        <p>{t('diagnosis.none')}</p>
      ) : (
        <ol className="conversation" translate="no">
          {exchanges.map((exchange, index) => (
            <li key={index}>{lineOf(exchange)}</li>
          ))}
        </ol>
      )}
    </main>
  );
}

type Say = ReturnType<typeof useSentences<'lms'>>['t'];

function deliveryWords(t: Say, { standard, launch }: LmsSession, delivery: RecordDelivery): string {
  if (standard === 'standalone' || launch.mode !== 'normal') return t('delivery.nothing');
  return t(`delivery.${delivery.state === 'failed' && delivery.lost === true ? 'lost' : delivery.state}`);
}

const troubleOf = (delivery: RecordDelivery): Trouble | undefined =>
  delivery.state === 'failed' || delivery.state === 'ended' ? delivery.trouble : undefined;

/** What went wrong, with the other side's own code and words as they came. */
function troubleWords(t: Say, trouble: Trouble | undefined): string | undefined {
  switch (trouble?.kind) {
    case undefined:
      return undefined;
    case 'nobody':
    case 'over':
      return t(`trouble.${trouble.kind}`);
    case 'unreachable':
      return t('trouble.unreachable', { call: trouble.call });
    case 'threw':
    case 'odd':
      return t(`trouble.${trouble.kind}`, { call: trouble.call, text: trouble.text });
    case 'refused':
      return t('trouble.refused', { call: trouble.call, code: trouble.code, text: trouble.text });
  }
}

const lineOf = ({ at, call, answer }: Exchange): string =>
  `${isoMoment(at).slice(11, 23)} ${call} → ${answer}`;
