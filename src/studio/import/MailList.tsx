import type { ListedMail } from '../../core/eml/import-mail.ts';
import { useSentences } from '../../i18n/setup.ts';

interface MailListProps {
  readonly name: string;
  readonly mails: readonly ListedMail[];
  /** Called with the number of a mail, from 1 on. */
  readonly onChoose: (mail: number) => void;
}

/** The mails of a mailbox file, to choose one. */
export function MailList({ name, mails, onChoose }: MailListProps) {
  const { t } = useSentences('import');
  return (
    <main className="import-scroll">
      <div className="import-narrow">
        <h1>{t('choose', { count: mails.length, name })}</h1>
        <ol className="import-mails">
          {mails.map(({ number, subject, from }) => (
            <li key={number}>
              <button type="button" className="studio-row" onClick={() => onChoose(number)}>
                <span className="import-number">{number}</span>
                <b translate="no">{subject === '' ? t('noSubject') : subject}</b>
                <small translate="no">
                  {from === undefined ? '' : `${from.name} <${from.address}>`.trim()}
                </small>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </main>
  );
}
