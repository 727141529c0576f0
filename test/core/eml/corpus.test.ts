import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { mailBody, targetsOf, wordsOf } from '../../../src/core/eml/mail-body.ts';
import { readMail } from '../../../src/core/eml/read-mail.ts';
import type { ReceivedMail } from '../../../src/core/eml/received-mail.ts';
import { corpus } from '../../fixtures/mails/corpus.ts';
import type { CorpusMail, Expected } from '../../fixtures/mails/usual-mail.ts';
import { decode } from '../../fixtures/mails/decode.ts';

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '');

async function mailOf({ source }: CorpusMail): Promise<ReceivedMail> {
  const reading = await readMail(source, decode);
  if (!reading.ok) throw new Error(reading.problem.kind);
  return reading.mail;
}

function saidBy(mail: ReceivedMail): Expected {
  const { blocks } = mailBody(mail);
  return {
    subject: mail.subject,
    from: mail.from ?? { name: '', address: '' },
    date: mail.date === undefined ? '' : new Date(mail.date.instant).toISOString(),
    words: withoutSpace(wordsOf(blocks)),
    links: targetsOf(blocks),
    files: mail.files.map(({ name }) => name),
  };
}

describe('the corpus', () => {
  it('has at least 150 mails with different names', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(150);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });

  it.each(corpus.map((mail) => [mail.name, mail] as const))(
    'is read as it was written: %s',
    async (_, mail) => {
      expect(saidBy(await mailOf(mail))).toEqual(mail.expected);
    },
  );
});

/** Where mailparser reads something else, and why. Everywhere else the two agree. */
const otherwise: readonly (readonly [mails: RegExp, fields: readonly string[], why: string])[] = [
  [
    /^ja (?:csISO2022JP|cp50221|sjis-win|CP51932) /,
    ['subject', 'name', 'body'],
    'it does not know the label',
  ],
  [/^ja (?:shift_jis|euc-jp|iso-2022-jp) declared as /, ['body'], 'it believes the declaration'],
  [/^ja utf-8 declared as (?:iso-8859-1|shift_jis)$/, ['body'], 'it believes the declaration'],
  [/^header in raw (?:shift_jis|euc-jp|iso-2022-jp)$/, ['subject', 'name'], 'it reads raw headers as UTF-8'],
  [/^date .* JST$/, ['date'], 'it does not know the zone'],
  [/^date yesterday$/, ['date'], 'it puts the time of reading in place of an unreadable date'],
  [/ boundary not declared$/, ['body'], 'it shows no part of a multipart without a boundary'],
  [/ a byte order mark before it$/, ['name', 'address'], 'the mark becomes a part of the first field name'],
  [/ empty lines before it$/, everything(), 'for it, the header ends before it begins'],
  [/ saved as UTF-16$/, everything(), 'it does not read UTF-16'],
];

function everything(): readonly string[] {
  return ['subject', 'name', 'address', 'date', 'body'];
}

describe('mailparser', () => {
  it.each(corpus.map((mail) => [mail.name, mail] as const))(
    'reads the same, or differs for a known reason: %s',
    async (name, mail) => {
      const ours = await mailOf(mail);
      const theirs = await simpleParser(Buffer.from(mail.source), {
        skipTextToHtml: true,
        skipImageLinks: true,
      });
      const [sender] = theirs.from?.value ?? [];
      const body = ours.body.map(({ text }) => text).join('\n');
      const [first] = ours.body;
      const shown = first?.kind === 'html' ? theirs.html || '' : (theirs.text ?? '');
      const pairs = {
        subject: [ours.subject, theirs.subject ?? ''],
        name: [ours.from?.name ?? '', sender?.name ?? ''],
        address: [ours.from?.address ?? '', sender?.address ?? ''],
        date: [ours.date?.instant, theirs.date?.getTime()],
        body: [withoutSpace(body), withoutSpace(shown)],
        files: [
          ours.files.map((file) => file.name),
          theirs.attachments.map(({ filename }) => filename ?? ''),
        ],
      };
      const differing = Object.entries(pairs).flatMap(([field, [one, other]]) =>
        JSON.stringify(one) === JSON.stringify(other) ? [] : [field],
      );
      const explained = otherwise.filter(([mails]) => mails.test(name)).flatMap(([, fields]) => fields);
      expect(differing).toEqual(explained);
    },
  );
});
