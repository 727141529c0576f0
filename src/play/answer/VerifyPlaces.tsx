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
import { useSkin } from '../../inbox/skin.ts';
import { breakable } from '../../ui/breakable.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { SideSheet } from '../../ui/dialog/SideSheet.tsx';
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

/** How many ways to check are shown before the others are asked for. */
const firstWays = 3;

/**
 * Where a message can be checked, in one order for every message: the contact at the top of the list, the official
 * site and the recipient's own records first. Choosing a source shows its reply.
 */
export default function VerifyPlaces(props: VerifyPlacesProps) {
  const { message, scenario, coaching, onLook, onClose } = props;
  const { t: tApp, language } = useLanguage();
  const { t } = useSentences('verify');
  const { t: tDirectory } = useSentences('directory');
  const found = useWorld(props.assets);
  const skin = useSkin();
  const [more, setMore] = useState(false);
  const { verify } = message;
  const { mailbox = 'work' } = scenario.recipient;
  const records = recordsOf[mailbox];
  const isMail = message.channel === 'mail';
  const written = (text: Localized | undefined): string =>
    text === undefined ? t('nothingThere') : pick(text, language);
  const because = (note: string): string | undefined => (coaching ? note : undefined);
  const [first, ...others] = scenario.directory.map((contact) => (
    <ContactPlace key={contact.id} contact={contact} {...props} />
  ));
  const ways = [
    first,
    <Place
      key="site"
      icon="page"
      name={t(`site.${mailbox}`)}
      note={because(t('why.site'))}
      onLook={() => onLook('site')}
    >
      <p>{written(verify?.site)}</p>
    </Place>,
    <Place
      key="records"
      icon="rules"
      name={t(records)}
      note={because(t(`why.${records}`))}
      onLook={() => onLook(records)}
    >
      <p>{written(verify?.[records])}</p>
    </Place>,
    ...others,
    <Place
      key="notices"
      icon="notice"
      name={t(`notices.${mailbox}`)}
      note={because(t(`why.notices.${mailbox}`))}
      onLook={() => onLook('notices')}
    >
      {scenario.notices ? (
        <NoticeBoard notices={scenario.notices} heading="h3" />
      ) : (
        <p>{t(`noNotices.${mailbox}`)}</p>
      )}
    </Place>,
    <Place
      key="within"
      icon="inbox"
      name={t(isMail ? 'within' : 'withinOther')}
      note={because(t('why.within'))}
      onLook={() => onLook('within')}
      act={<ActButton {...props} own={{ kind: 'verifyWithin' }} />}
    >
      <p>{verify?.within ? pick(verify.within, language) : t('noAnswer')}</p>
    </Place>,
    found !== undefined && found.kind !== 'none' && (
      <Place
        key="directory"
        icon="people"
        name={tDirectory('title')}
        note={because(t('why.directory'))}
        onLook={() => onLook('directory')}
        quiet
      >
        <Directory found={found} mailbox={mailbox} />
      </Place>
    ),
  ].filter(Boolean);
  return (
    <SideSheet
      title={t(isMail ? 'title' : 'titleOther')}
      closeLabel={tApp('app.close')}
      narrow={skin === 'phone'}
      onClose={onClose}
    >
      <div className="verify">
        <ul>{more ? ways : ways.slice(0, firstWays)}</ul>
        {!more && (
          <button type="button" className="button verify-more" onClick={() => setMore(true)}>
            {t('more', { count: ways.length - firstWays })}
          </button>
        )}
        <p className="soft">{t('hint')}</p>
      </div>
    </SideSheet>
  );
}

/** The recipient's own records: a company's tickets, or a private person's papers. */
const recordsOf = { work: 'tickets', private: 'papers' } as const satisfies Record<MailboxKind, keyof Verify>;

/** A contact of the recipient, who can be asked. */
function ContactPlace({ contact, ...props }: VerifyPlacesProps & { readonly contact: Contact }) {
  const { message, coaching, onLook } = props;
  const { t, language } = useSentences('verify');
  const reply = message.verify?.contacts?.find((entry) => entry.contact === contact.id)?.reply;
  return (
    <Place
      icon="people"
      name={pick(contact.name, language)}
      way={wayTo(contact)}
      note={coaching ? t('why.contact') : undefined}
      onLook={() => onLook(contactSource(contact.id))}
      act={<ActButton {...props} own={{ kind: 'verify', contact: contact.id }} />}
    >
      <p>{reply === undefined ? t('noAnswer') : pick(reply, language)}</p>
    </Place>
  );
}

interface ActButtonProps extends Pick<VerifyPlacesProps, 'action' | 'onAct'> {
  /** The action that the button chooses. */
  readonly own: Extract<Action, { readonly kind: 'verify' }> | { readonly kind: 'verifyWithin' };
}

/** Makes checking at this place the action of the answer. */
function ActButton({ own, action, onAct }: ActButtonProps) {
  const { t } = useSentences('verify');
  const chosen =
    own.kind === 'verify'
      ? action?.kind === 'verify' && action.contact === own.contact
      : action?.kind === own.kind;
  return (
    <button type="button" className="button small" aria-pressed={chosen} onClick={() => onAct(own)}>
      {chosen && <Icon name="done" size={16} />}
      <span>{t(chosen ? 'acted' : 'act')}</span>
    </button>
  );
}

interface PlaceProps {
  readonly icon: IconName;
  readonly name: string;
  readonly way?: string | undefined;
  readonly note: string | undefined;
  /** Whether the unfolded content is too long to be read out at once. */
  readonly quiet?: boolean;
  /** The button below the reply, where the place can be the action. */
  readonly act?: ReactNode;
  readonly onLook: () => void;
  /** What comes back. */
  readonly children: ReactNode;
}

/** One source. Its reply is shown below it, so that replies can be compared. */
function Place({ icon, name, way, note, quiet = false, act, onLook, children }: PlaceProps) {
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
        {way !== undefined && <code translate="no">{breakable(way)}</code>}
      </button>
      <div id={replyId} className="verify-reply" role={quiet ? undefined : 'status'}>
        {asked && (
          <>
            {quiet ? children : <div className="verify-said">{children}</div>}
            {note !== undefined && <p className="verify-why">{note}</p>}
            {act}
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
