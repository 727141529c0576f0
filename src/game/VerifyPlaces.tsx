import { type ReactNode, useId, useState } from 'react';
import type { Action } from '../core/engine/answer.ts';
import type { Contact, Scenario, SealedMessage } from '../core/scenario/schema.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { NoticeBoard } from './NoticeBoard.tsx';

interface VerifyPlacesProps {
  readonly message: SealedMessage;
  readonly scenario: Pick<Scenario, 'directory' | 'notices'>;
  /** The action chosen so far. */
  readonly action: Action | undefined;
  /** Whether to say what each source can settle. */
  readonly coaching: boolean;
  readonly onAct: (action: Action) => void;
  readonly onClose: () => void;
}

/** Where a message can be checked, the same for every message; choosing a place shows what comes back from it. */
export default function VerifyPlaces(props: VerifyPlacesProps) {
  const { message, scenario, action, coaching, onAct, onClose } = props;
  const { t, language } = useLanguage();
  const { verify } = message;
  const isMail = message.channel === 'mail';
  return (
    <Dialog
      title={t(isMail ? 'verify.title' : 'verify.titleOther')}
      closeLabel={t('app.close')}
      onClose={onClose}
    >
      <div className="verify">
        <p className="soft">{t('verify.hint')}</p>
        <h3>{t('verify.contacts')}</h3>
        <ul>
          {scenario.directory.map((contact) => {
            const reply = verify?.contacts?.find((entry) => entry.contact === contact.id)?.reply;
            const chosen = action?.kind === 'verify' && action.contact === contact.id;
            return (
              <Place
                key={contact.id}
                icon="people"
                name={pick(contact.name, language)}
                way={wayTo(contact)}
                note={coaching ? t('verify.why.contact') : undefined}
              >
                <p>{reply === undefined ? t('verify.noAnswer') : pick(reply, language)}</p>
                <button
                  type="button"
                  className="button small"
                  aria-pressed={chosen}
                  onClick={() => onAct({ kind: 'verify', contact: contact.id })}
                >
                  {chosen && <Icon name="done" size={16} />}
                  {t(chosen ? 'verify.acted' : 'verify.act')}
                </button>
              </Place>
            );
          })}
        </ul>
        <h3>{t('verify.elsewhere')}</h3>
        <ul>
          <Place
            icon="notice"
            name={t('verify.notices')}
            note={coaching ? t('verify.why.notices') : undefined}
          >
            {scenario.notices ? <NoticeBoard notices={scenario.notices} /> : <p>{t('verify.noNotices')}</p>}
          </Place>
          <Place
            icon="rules"
            name={t('verify.tickets')}
            note={coaching ? t('verify.why.tickets') : undefined}
          >
            <p>{verify?.tickets ? pick(verify.tickets, language) : t('verify.nothingThere')}</p>
          </Place>
          <Place icon="page" name={t('verify.site')} note={coaching ? t('verify.why.site') : undefined}>
            <p>{verify?.site ? pick(verify.site, language) : t('verify.nothingThere')}</p>
          </Place>
          <Place
            icon="inbox"
            name={t(isMail ? 'verify.within' : 'verify.withinOther')}
            note={coaching ? t('verify.why.within') : undefined}
          >
            <p>{verify?.within ? pick(verify.within, language) : t('verify.noAnswer')}</p>
          </Place>
        </ul>
      </div>
    </Dialog>
  );
}

interface PlaceProps {
  readonly icon: IconName;
  readonly name: string;
  readonly way?: string | undefined;
  readonly note: string | undefined;
  readonly children: ReactNode;
}

/** One place to ask; its reply stands below it, so that replies can be read beside each other. */
function Place({ icon, name, way, note, children }: PlaceProps) {
  const [asked, setAsked] = useState(false);
  const replyId = useId();
  return (
    <li>
      <button
        type="button"
        className="verify-place"
        aria-expanded={asked}
        aria-controls={replyId}
        onClick={() => setAsked(!asked)}
      >
        <Icon name={icon} />
        <span className="verify-name">{name}</span>
        {way !== undefined && <code>{way}</code>}
      </button>
      <div id={replyId} className="verify-reply" role="status">
        {asked && (
          <>
            {children}
            {note !== undefined && <p className="verify-why">{note}</p>}
          </>
        )}
      </div>
    </li>
  );
}

/** How the recipient reaches a contact without the message: by phone if there is one. */
function wayTo({ phone, address, site }: Contact): string | undefined {
  return phone ?? address ?? site;
}
