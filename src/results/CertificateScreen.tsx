import './progress.css';
import { useId, useState } from 'react';
import { type CertificateKind, certificateOf } from '../core/record/certificate.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { CopyField } from './CopyField.tsx';
import { canShare, shareText } from '../ui/leave-page.ts';
import { dateInWords } from '../i18n/number-words.ts';

interface CertificateScreenProps {
  /** Absent if the round is not on this device. */
  readonly record: RoundRecord | undefined;
  readonly onLeave: () => void;
}

/** The certificate of one round, to print or save as PDF. The name typed is kept in this component only. */
export default function CertificateScreen({ record, onLeave }: CertificateScreenProps) {
  const { t } = useSentences('progress');
  const { t: say } = useLanguage();
  const [name, setName] = useState('');
  const nameId = useId();
  const kind = record && certificateOf(record);
  return (
    <main className="sheet">
      <h1 className="not-printed" tabIndex={-1} ref={focusOnce}>
        {t(`certificate.heading.${kind ?? 'none'}`)}
      </h1>
      {record === undefined || kind === undefined ? (
        <p className="insight-lead">
          {t(record?.passMark === undefined ? 'certificate.missing' : 'certificate.failed')}
        </p>
      ) : (
        <>
          <div className="code-field certificate-field not-printed">
            <label htmlFor={nameId}>{t('certificate.name')}</label>
            <input
              id={nameId}
              className="prose"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="done"
              maxLength={60}
              value={name}
              aria-describedby={`${nameId}-hint`}
              onChange={({ target }) => setName(target.value)}
            />
            <span id={`${nameId}-hint`}>{t('certificate.nameHint')}</span>
          </div>
          <Certificate record={record} kind={kind} name={name.trim()} />
          <div className="certificate-tools not-printed">
            <div className="tools">
              <button type="button" className="button main" onClick={() => window.print()}>
                {t('certificate.print')}
              </button>
            </div>
            <p>{t('certificate.printHint')}</p>
            <Share record={record} />
          </div>
        </>
      )}
      <p className="onward not-printed">
        <button type="button" className="button small" onClick={onLeave}>
          {say('app.back')}
        </button>
      </p>
    </main>
  );
}

interface CertificateProps {
  readonly record: RoundRecord;
  readonly kind: CertificateKind;
  readonly name: string;
}

function Certificate({ record, kind, name }: CertificateProps) {
  const { t, language } = useSentences('progress');
  const { score, passMark, endedAt } = record;
  return (
    <article className="certificate" aria-label={t(`certificate.heading.${kind}`)}>
      <h2>{t(`certificate.heading.${kind}`)}</h2>
      <p className={name === '' ? 'certificate-name empty' : 'certificate-name'} translate="no">
        {t('certificate.honorific', { name: name === '' ? t('certificate.nobody') : name })}
      </p>
      <p className="certificate-statement">{t(`certificate.statement.${kind}`)}</p>
      <dl>
        <div>
          <dt>{t('certificate.score')}</dt>
          <dd>{t('certificate.scoreValue', { score: Math.round(score) })}</dd>
        </div>
        {passMark !== undefined && (
          <div>
            <dt>{t('certificate.mark')}</dt>
            <dd>{t('certificate.markValue', { mark: passMark })}</dd>
          </div>
        )}
        <div>
          <dt>{t('certificate.judged')}</dt>
          <dd>{t('shareOfMessages', rightOf(record))}</dd>
        </div>
        <div>
          <dt>{t('certificate.date')}</dt>
          <dd>{dateInWords(endedAt, language)}</dd>
        </div>
      </dl>
      <span className="certificate-seal" lang="ja" aria-hidden="true">
        {t('certificate.seal')}
      </span>
    </article>
  );
}

function Share({ record }: { readonly record: RoundRecord }) {
  const { t } = useSentences('progress');
  const { count, total } = rightOf(record);
  const text = t('certificate.shareText', {
    right: count,
    count: total,
    score: Math.round(record.score),
  });
  return (
    <>
      <CopyField
        label={t('certificate.shareLabel')}
        text={text}
        copyLabel={t('certificate.shareCopy')}
        kind="text"
      />
      {canShare() && (
        <div className="tools">
          <button type="button" className="button small" onClick={() => void shareText(text)}>
            {t('certificate.share')}
          </button>
        </div>
      )}
    </>
  );
}

function rightOf({ messages }: RoundRecord): { readonly count: number; readonly total: number } {
  return {
    count: messages.filter(({ truth, verdict }) => truth === verdict).length,
    total: messages.length,
  };
}
