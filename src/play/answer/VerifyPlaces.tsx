import { type ReactNode, useId, useState } from 'react';
import type { Action } from '../../core/engine/answer.ts';
import { contactSource, type Source } from '../../core/engine/sources.ts';
import type { SealedMessage, Verify } from '../../core/scenario/format/message.ts';
import type { Contact, Scenario } from '../../core/scenario/format/scenario.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import type { MailboxKind } from '../../core/scenario/format/vocabulary.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { Directory } from '../../inbox/directory/Directory.tsx';
import { useWorld } from '../../inbox/directory/useWorld.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { NoticeBoard } from '../NoticeBoard.tsx';

interface VerifyPlacesProps {
  readonly message: SealedMessage;
  readonly scenario: Pick<Scenario, 'directory' | 'notices' | 'recipient'>;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
  /** The action chosen so far. */
  readonly action: Action | undefined;
  /** Whether to say what each source can settle. */
  readonly coaching: boolean;
  readonly onLook: (source: Source) => void;
  readonly onAct: (action: Action) => void;
  readonly onClose: () => void;
}

/** Where a message can be checked, the same for every message. Choosing a source shows its reply. */
export default function VerifyPlaces(props: VerifyPlacesProps) {
  const { message, scenario, assets, action, coaching, onLook, onAct, onClose } = props;
  const { t: tApp, language } = useLanguage();
  const { t } = useSentences('verify');
  const { t: tDirectory } = useSentences('directory');
  const found = useWorld(assets);
  const { verify } = message;
  const { mailbox = 'work' } = scenario.recipient;
  const records = recordsOf[mailbox];
  const isMail = message.channel === 'mail';
  const written = (text: Localized | undefined): string =>
    text === undefined ? t('nothingThere') : pick(text, language);
  return (
    <Dialog title={t(isMail ? 'title' : 'titleOther')} closeLabel={tApp('app.close')} onClose={onClose}>
      <div className="verify">
        <p className="soft">{t('hint')}</p>
        <h3>{t(`contacts.${mailbox}`)}</h3>
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
                note={coaching ? t('why.contact') : undefined}
                onLook={() => onLook(contactSource(contact.id))}
              >
                <p>{reply === undefined ? t('noAnswer') : pick(reply, language)}</p>
                <button
                  type="button"
                  className="button small"
                  aria-pressed={chosen}
                  onClick={() => onAct({ kind: 'verify', contact: contact.id })}
                >
                  {chosen && <Icon name="done" size={16} />}
                  <span>{t(chosen ? 'acted' : 'act')}</span>
                </button>
              </Place>
            );
          })}
        </ul>
        <h3>{t('elsewhere')}</h3>
        <ul>
          <Place
            icon="notice"
            name={t(`notices.${mailbox}`)}
            note={coaching ? t(`why.notices.${mailbox}`) : undefined}
            onLook={() => onLook('notices')}
          >
            {scenario.notices ? (
              <NoticeBoard notices={scenario.notices} />
            ) : (
              <p>{t(`noNotices.${mailbox}`)}</p>
            )}
          </Place>
          <Place
            icon="rules"
            name={t(records)}
            note={coaching ? t(`why.${records}`) : undefined}
            onLook={() => onLook(records)}
          >
            <p>{written(verify?.[records])}</p>
          </Place>
          <Place
            icon="page"
            name={t(`site.${mailbox}`)}
            note={coaching ? t('why.site') : undefined}
            onLook={() => onLook('site')}
          >
            <p>{written(verify?.site)}</p>
          </Place>
          <Place
            icon="inbox"
            name={t(isMail ? 'within' : 'withinOther')}
            note={coaching ? t('why.within') : undefined}
            onLook={() => onLook('within')}
          >
            <p>{verify?.within ? pick(verify.within, language) : t('noAnswer')}</p>
          </Place>
          {found !== undefined && found.kind !== 'none' && (
            <Place
              icon="people"
              name={tDirectory('title')}
              note={coaching ? t('why.directory') : undefined}
              onLook={() => onLook('directory')}
              quiet
            >
              <Directory found={found} mailbox={mailbox} />
            </Place>
          )}
        </ul>
      </div>
    </Dialog>
  );
}

/** The recipient's own records: a company's tickets, or a private person's papers. */
const recordsOf = { work: 'tickets', private: 'papers' } as const satisfies Record<MailboxKind, keyof Verify>;

interface PlaceProps {
  readonly icon: IconName;
  readonly name: string;
  readonly way?: string | undefined;
  readonly note: string | undefined;
  /** Whether the unfolded content is too long to be read out at once. */
  readonly quiet?: boolean;
  readonly onLook: () => void;
  readonly children: ReactNode;
}

/** One source. Its reply is shown below it, so that replies can be compared. */
function Place({ icon, name, way, note, quiet = false, onLook, children }: PlaceProps) {
  const [asked, setAsked] = useState(false);
  const replyId = useId();
  return (
    <li>
      <button
        type="button"
        className="verify-place"
        aria-expanded={asked}
        aria-controls={replyId}
        onClick={() => {
          if (!asked) onLook();
          setAsked(!asked);
        }}
      >
        <Icon name={icon} />
        <span className="verify-name">{name}</span>
        {way !== undefined && <code translate="no">{way}</code>}
      </button>
      <div id={replyId} className="verify-reply" role={quiet ? undefined : 'status'}>
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

/** How the recipient reaches a contact without using the message: by phone if possible. */
function wayTo({ phone, address, site }: Contact): string | undefined {
  return phone ?? address ?? site;
}
