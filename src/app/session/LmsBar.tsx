import './lms.css';
import { useEffect, useRef, useState } from 'react';
import { useSentences } from '../../i18n/setup.ts';
import type { RecordDelivery, LearningRecord, LmsSession } from '../../lms/port.ts';
import { saveFile } from '../../ui/leave-page.ts';
import type { Connection } from './connection.ts';
import { useDelivery } from './useDelivery.ts';

interface LmsBarProps {
  readonly connection: Connection;
  /** Present while the learner plays something that is not recorded; `assigned` is the address of the assigned round, if there is one. */
  readonly aside?: { readonly assigned: string | undefined } | undefined;
  /** The last record, to be saved as a file if it does not arrive. */
  readonly lastRecord: () => LearningRecord | undefined;
  /** Whether the device keeps the answers. */
  readonly isKept?: boolean;
  readonly onDiagnosis: () => void;
}

/** Says whether the record arrives, and leads out of the course. */
export default function LmsBar({
  connection: { session, trouble, isHostMissing },
  aside,
  lastRecord,
  isKept = true,
  onDiagnosis,
}: LmsBarProps) {
  const { t } = useSentences('lms');
  const delivery = useDelivery(session);
  const record = lastRecord();
  const isRecording = session.launch.mode === 'normal';
  const failed = trouble !== undefined || (isRecording && delivery.state === 'failed');
  const [leaving, setLeaving] = useState(false);
  const text = (): string => {
    if (isHostMissing) return t(isKept ? 'bar.noHost' : 'bar.noHostNorDevice');
    if (trouble !== undefined) {
      return t(trouble.kind === 'nobody' || trouble.kind === 'over' ? `bar.${trouble.kind}` : 'bar.refused');
    }
    if (!isRecording) return t('bar.review');
    if (leaving) return t('bar.leaving');
    if (aside) return t(aside.assigned === undefined ? 'bar.drill' : 'bar.aside');
    if (delivery.state === 'failed') return t(delivery.lost === true ? 'bar.lost' : 'bar.failed');
    return t(`bar.${delivery.state === 'ended' ? 'saved' : delivery.state}`);
  };
  if (delivery.state === 'ended') return <Ended session={session} delivery={delivery} record={record} />;
  return (
    <aside className="lms-bar" aria-label={t('bar.label')}>
      <p role="status" data-failed={failed} data-aside={aside !== undefined}>
        {text()}
      </p>
      {aside?.assigned !== undefined && (
        <a className="button small" href={aside.assigned}>
          {t('assigned.go')}
        </a>
      )}
      {failed && (
        <button type="button" className="button small" onClick={onDiagnosis}>
          {t('bar.details')}
        </button>
      )}
      {failed && record && <SaveRecord record={record} />}
      {/* The page around a frame has its own way out. */}
      {trouble === undefined && session.standard !== 'frame' && (
        <button
          type="button"
          className="button small"
          aria-disabled={leaving}
          onClick={() => {
            setLeaving(true);
            session.close('left');
          }}
        >
          {t(isRecording ? 'bar.leave' : 'bar.leaveReview')}
        </button>
      )}
    </aside>
  );
}

interface EndedProps {
  readonly session: LmsSession;
  readonly delivery: Extract<RecordDelivery, { state: 'ended' }>;
  readonly record: LearningRecord | undefined;
}

function Ended({ session: { launch }, delivery, record }: EndedProps) {
  const { t } = useSentences('lms');
  // In a review nothing is recorded, so nothing is missing.
  const trouble = launch.mode === 'normal' ? delivery.trouble : undefined;
  const title = useRef<HTMLHeadingElement>(null);
  // The element that had the focus is gone.
  useEffect(() => title.current?.focus(), []);
  const outcome = trouble !== undefined ? 'failed' : launch.mode === 'normal' ? 'saved' : 'review';
  return (
    <section className="lms-ended" aria-labelledby="lms-ended">
      <h1 id="lms-ended" ref={title} tabIndex={-1}>
        {t('ended.title')}
      </h1>
      <p>{t(`ended.${outcome}`)}</p>
      {trouble !== undefined && (
        <p className="lms-ended-ways">
          {record && <SaveRecord record={record} />}
          {launch.returnTo !== undefined && (
            <a className="button small" href={launch.returnTo}>
              {t('ended.back')}
            </a>
          )}
        </p>
      )}
    </section>
  );
}

function SaveRecord({ record }: { readonly record: LearningRecord }) {
  const { t } = useSentences('lms');
  return (
    <button
      type="button"
      className="button small"
      onClick={() => saveFile('mikiwame-result.json', 'application/json', [JSON.stringify(record, null, 2)])}
    >
      {t('bar.saveFile')}
    </button>
  );
}
