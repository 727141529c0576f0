import './lms.css';
import { useSentences } from '../i18n/setup.ts';
import type { LearningRecord } from '../lms/lms.ts';
import { saveFile } from '../ui/leave-page.ts';
import type { Sitting } from './sitting.ts';
import { useDelivery } from './useDelivery.ts';

interface LmsBarProps {
  readonly sitting: Sitting;
  /** What was told last, to be saved as a file where it does not arrive. */
  readonly lastRecord: () => LearningRecord | undefined;
  readonly onDiagnosis: () => void;
}

/** What becomes of the record, and the way out of the course. */
export default function LmsBar({ sitting: { session, trouble }, lastRecord, onDiagnosis }: LmsBarProps) {
  const { t } = useSentences('lms');
  const delivery = useDelivery(session);
  const record = lastRecord();
  const failed = trouble !== undefined || delivery.state === 'failed';
  const text = (): string => {
    if (trouble !== undefined) {
      return t(trouble.kind === 'nobody' || trouble.kind === 'over' ? `bar.${trouble.kind}` : 'bar.refused');
    }
    if (session.launch.mode !== 'normal') return t('bar.review');
    return t(`bar.${delivery.state === 'ended' ? 'saved' : delivery.state}`);
  };
  if (delivery.state === 'ended') {
    return (
      <section className="lms-ended" aria-labelledby="lms-ended">
        <h1 id="lms-ended">{t('ended.title')}</h1>
        <p>
          {t(
            session.launch.mode !== 'normal'
              ? 'ended.review'
              : delivery.trouble === undefined
                ? 'ended.saved'
                : 'ended.failed',
          )}
        </p>
        {delivery.trouble !== undefined && record && (
          <button type="button" className="button" onClick={() => saveRecord(record)}>
            {t('bar.saveFile')}
          </button>
        )}
      </section>
    );
  }
  return (
    <aside className="lms-bar" aria-label={t('bar.label')}>
      <p role="status" data-failed={failed}>
        {text()}
      </p>
      {failed && (
        <button type="button" className="button small" onClick={onDiagnosis}>
          {t('bar.details')}
        </button>
      )}
      {failed && record && (
        <button type="button" className="button small" onClick={() => saveRecord(record)}>
          {t('bar.saveFile')}
        </button>
      )}
      {trouble === undefined && (
        <button type="button" className="button small" onClick={() => session.close('left')}>
          {t(session.launch.mode === 'normal' ? 'bar.leave' : 'bar.leaveReview')}
        </button>
      )}
    </aside>
  );
}

const saveRecord = (record: LearningRecord): void =>
  saveFile('mikiwame-result.json', 'application/json', [JSON.stringify(record, null, 2)]);
