/** What each reading of a header field proposes; undefined where the field says nothing that speaks for phishing. */
import type { ReadingKind } from '../../email/headers/header-reading.ts';
import type { Sign } from '../proposal.ts';

/** The sign of each reading. A text may name any value of its reading. */
export const headerSigns: Readonly<Record<ReadingKind, Sign | undefined>> = {
  subject: undefined,
  nameAbsent: undefined,
  namePlain: undefined,
  nameHoldsAddress: {
    cue: 'sender-address',
    grade: 'likely',
    weight: 'strong',
    text: {
      ja: '表示名に「{inName}」と書いてありますが、実際のアドレスは {address} です。',
      en: 'The display name says “{inName}”, but the real address is {address}.',
    },
  },
  fromDomain: undefined,
  toYou: undefined,
  toYouInCc: undefined,
  toOthers: undefined,
  ccAbsent: undefined,
  ccPresent: undefined,
  dateOwnZone: undefined,
  dateOtherZone: {
    cue: 'inconsistency',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '送信した機械の時計は {zone} で、受け取った側（{ownZone}）と違います。',
      en: 'The clock of the sending machine is at {zone}, ours at {ownZone}.',
    },
  },
  replyAbsent: undefined,
  replySame: undefined,
  replyOther: {
    cue: 'reply-to-mismatch',
    grade: 'likely',
    weight: 'strong',
    text: {
      ja: '返信すると、差出人（{domain}）ではなく {address} に届きます。',
      en: 'A reply goes to {address}, not to the sender’s domain {domain}.',
    },
  },
  returnEmpty: undefined,
  returnSame: undefined,
  returnOther: {
    cue: 'failed-authentication',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '配送エラーの送り先（{address}）が、差出人のドメイン {domain} と違います。',
      en: 'Delivery errors go to {address}, which is not in the sender’s domain {domain}.',
    },
  },
  idSame: undefined,
  idOther: {
    cue: 'failed-authentication',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: 'Message-ID は {host} が付けたもので、差出人のドメイン {domain} と違います。',
      en: 'The Message-ID was made by {host}, which is not the sender’s domain {domain}.',
    },
  },
  spfPassSame: undefined,
  spfPassOther: {
    cue: 'failed-authentication',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: 'SPF の pass は {domain} のもので、差出人の {from} のものではありません。',
      en: 'SPF passed for {domain}, not for the sender’s domain {from}.',
    },
  },
  spfFail: {
    cue: 'failed-authentication',
    grade: 'guess',
    weight: 'strong',
    text: {
      ja: '{domain} の SPF は、送信元 {ip} からの送信を認めていません。',
      en: 'The SPF record of {domain} does not allow {ip} to send for it.',
    },
  },
  spfSoftfail: {
    cue: 'failed-authentication',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '{domain} の SPF によれば、送信元 {ip} はおそらく正規ではありません（softfail）。',
      en: 'By the SPF record of {domain}, {ip} is probably not one of its servers (softfail).',
    },
  },
  spfNeutral: undefined,
  spfNone: {
    cue: 'failed-authentication',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '{domain} は SPF を公開しておらず、送信元を確かめられません。',
      en: '{domain} publishes no SPF record, so the sending server cannot be checked.',
    },
  },
  dkimPassSame: undefined,
  dkimPassOther: {
    cue: 'failed-authentication',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '署名は {domain} のもので、差出人の {from} のものではありません。',
      en: 'The signature is by {domain}, not by the sender’s domain {from}.',
    },
  },
  dkimFail: {
    cue: 'failed-authentication',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '{domain} の署名が合いません。途中で書き換わったか、本物の署名ではありません。',
      en: 'The signature of {domain} does not match: the mail was changed on its way, or never signed by it.',
    },
  },
  dkimNone: undefined,
  dmarcPassSpf: undefined,
  dmarcPassDkim: undefined,
  dmarcPassBoth: undefined,
  dmarcFail: {
    cue: 'failed-authentication',
    grade: 'likely',
    weight: 'strong',
    text: {
      ja: '{domain} から送られたという証拠がありません（DMARC は fail）。',
      en: 'Nothing shows that {domain} sent it (DMARC fails).',
    },
  },
  dmarcFailNone: {
    cue: 'failed-authentication',
    grade: 'likely',
    weight: 'strong',
    text: {
      ja: '{domain} から送られたという証拠がありません（DMARC は fail）。',
      en: 'Nothing shows that {domain} sent it (DMARC fails).',
    },
  },
  dmarcFailQuarantine: {
    cue: 'failed-authentication',
    grade: 'likely',
    weight: 'strong',
    text: {
      ja: '{domain} は、こうして失敗したメールを隔離するよう求めています（DMARC は fail）。',
      en: '{domain} asks that mail which fails like this be set aside (DMARC fails).',
    },
  },
  dmarcFailReject: {
    cue: 'failed-authentication',
    grade: 'likely',
    weight: 'strong',
    text: {
      ja: '{domain} は、こうして失敗したメールを拒否するよう求めています（DMARC は fail）。',
      en: '{domain} asks that mail which fails like this be refused (DMARC fails).',
    },
  },
  dmarcNone: undefined,
  arcNone: undefined,
  arcPass: undefined,
  handedOverSame: undefined,
  handedOverOther: {
    cue: 'failed-authentication',
    grade: 'guess',
    weight: 'soft',
    text: {
      ja: '渡してきたサーバーは {host} で、差出人のドメイン {domain} のものではありません。',
      en: 'The server that handed it over is {host}, which is not in the sender’s domain {domain}.',
    },
  },
  hopWithin: undefined,
  hopBetween: undefined,
  hopFromClient: undefined,
  hopFromProgram: undefined,
  hopMadeHere: undefined,
  mailerAbsent: undefined,
  mailerPresent: undefined,
  unsubscribeAbsent: undefined,
  unsubscribeSame: undefined,
  unsubscribeOther: undefined,
  mimeUtf8: undefined,
  mimeJis: undefined,
  mimeOther: undefined,
  notTold: undefined,
  resultOther: undefined,
  dmarcPass: undefined,
  hopSeen: undefined,
  hopAbsent: undefined,
  unreadable: {
    cue: 'failed-authentication',
    grade: 'guess',
    weight: 'soft',
    text: { ja: 'この項目は読み取れない形で書かれています。', en: 'This field cannot be read.' },
  },
};
