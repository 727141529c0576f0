/** The fields of a message other than mail, in the words of the screen. */
import type { Mailbox } from '../../core/scenario/format/text.ts';
import type { Field } from '../../core/scenario/format/vocabulary.ts';
import { type Language, pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { OtherMessage } from './channel-view-props.ts';
import { fullTime, timeOfDay } from '../../i18n/moment.ts';

type FieldWords = { readonly [Name in Field]?: string | undefined };

/** The channels' sentences, and each field of the message as text; a missing field is an empty string. */
export function useChannelFields(message: OtherMessage, clock: string) {
  const { t, language } = useSentences('channels');
  const words: FieldWords = {
    ...wordsOf(message, clock, language),
    ...(message.channel === 'voice' && message.caller === undefined && { caller: t('notListed') }),
    ...(message.channel === 'chat' && { membership: t(`membership.${message.author.membership}`) }),
    date: fullTime(message.sent, clock, language),
  };
  return { t, language, words };
}

function wordsOf(message: OtherMessage, clock: string, language: Language): FieldWords {
  switch (message.channel) {
    case 'sms':
      return { sender: pick(message.sender, language) };
    case 'chat':
      return {
        author: pick(message.author.name, language),
        account: message.author.account,
        workspace: pick(message.workspace, language),
        room: pick(message.room, language),
      };
    case 'invitation':
      return {
        subject: pick(message.subject, language),
        organizer: pick(message.organizer.name, language),
        organizerAddress: message.organizer.address,
        when: `${fullTime(message.starts, clock, language)} – ${timeOfDay(message.ends, clock, language)}`,
        place: pick(message.place, language),
        attendees: message.attendees.map((box) => mailboxWords(box, language)).join(', '),
      };
    case 'voice':
      return {
        caller: message.caller && pick(message.caller, language),
        number: message.number,
        length: minutesAndSeconds(message.seconds),
      };
    case 'letter':
      return {
        returnAddress: pick(message.returnAddress, language),
        addressee: pick(message.addressee, language),
        postmark: message.postmark && pick(message.postmark, language),
        postage: pick(message.postage, language),
      };
  }
}

const mailboxWords = ({ name, address }: Mailbox, language: Language): string =>
  name === undefined ? address : `${pick(name, language)} <${address}>`;

/** Seconds as a player shows them, such as 1:05. */
const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
