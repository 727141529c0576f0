import type { Scenario } from '../core/scenario/format/scenario.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { ContactList } from '../inbox/directory/ContactList.tsx';
import { Directory } from '../inbox/directory/Directory.tsx';
import { useWorld } from '../inbox/directory/useWorld.ts';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { NoticeBoard } from './NoticeBoard.tsx';

interface ReferenceProps {
  readonly scenario: Pick<Scenario, 'directory' | 'companyRules' | 'notices' | 'recipient' | 'story'>;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
  readonly onClose: () => void;
}

/** The recipient's means of checking a message: contacts, rules, notices, the directory. */
export default function Reference({ scenario, assets, onClose }: ReferenceProps) {
  const { t: tApp, language } = useLanguage();
  const { t } = useSentences('verify');
  const { t: tDirectory } = useSentences('directory');
  const found = useWorld(assets);
  const { mailbox = 'work' } = scenario.recipient;
  return (
    <Dialog title={t(`reference.title.${mailbox}`)} closeLabel={tApp('app.close')} onClose={onClose}>
      <section className="reference">
        <h3>{t('reference.story')}</h3>
        <p>{pick(scenario.story, language)}</p>
        <h3>{t('reference.contacts')}</h3>
        <ContactList contacts={scenario.directory} />
        {scenario.companyRules.length > 0 && <h3>{t(`reference.rules.${mailbox}`)}</h3>}
        <ul className="bullets">
          {scenario.companyRules.map((rule, index) => (
            <li key={index}>{pick(rule, language)}</li>
          ))}
        </ul>
        {scenario.notices && <h3>{t(`reference.notices.${mailbox}`)}</h3>}
        {scenario.notices && <NoticeBoard notices={scenario.notices} heading="h4" />}
        {found !== undefined && found.kind !== 'none' && <h3>{tDirectory('title')}</h3>}
        <Directory found={found} mailbox={mailbox} />
      </section>
    </Dialog>
  );
}
