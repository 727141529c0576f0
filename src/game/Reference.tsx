import type { Scenario } from '../core/scenario/schema.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { NoticeBoard } from './NoticeBoard.tsx';

interface ReferenceProps {
  readonly scenario: Pick<Scenario, 'directory' | 'companyRules' | 'notices'>;
  readonly onClose: () => void;
}

/** What the recipient has at hand to check a message against: known contacts, the company's rules, the notice board. */
export default function Reference({ scenario, onClose }: ReferenceProps) {
  const { t, language } = useLanguage();
  return (
    <Dialog title={t('reference.title')} closeLabel={t('app.close')} onClose={onClose}>
      <section className="reference">
        <h3>{t('reference.directory')}</h3>
        <ul className="contacts">
          {scenario.directory.map(({ id, name, role, address, phone, site }) => (
            <li key={id}>
              <strong>{pick(name, language)}</strong>
              <span className="soft">{pick(role, language)}</span>
              {[address, phone, site].map((way) => way !== undefined && <code key={way}>{way}</code>)}
            </li>
          ))}
        </ul>
        {scenario.companyRules.length > 0 && <h3>{t('reference.rules')}</h3>}
        <ul className="bullets">
          {scenario.companyRules.map((rule, index) => (
            <li key={index}>{pick(rule, language)}</li>
          ))}
        </ul>
        {scenario.notices && <h3>{t('reference.notices')}</h3>}
        {scenario.notices && <NoticeBoard notices={scenario.notices} />}
      </section>
    </Dialog>
  );
}
