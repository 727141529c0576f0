/** All readers of untrusted text, by name. None may throw, and none may take more than linear time. */
import { parseAddress, addressInName, formatMailbox } from '../../src/core/email/compose/address.ts';
import { domainOf } from '../../src/core/email/compose/authentication.ts';
import { fieldValues, sourceOf } from '../../src/core/email/compose/headers.ts';
import { htmlPart } from '../../src/core/email/compose/html.ts';
import { plainBody } from '../../src/core/email/compose/mime.ts';
import { charsetFor, encodedWords, isPlainAscii, parameters } from '../../src/core/email/compose/words.ts';
import { nameAnatomy } from '../../src/core/email/file/attachment.ts';
import { asShown } from '../../src/core/email/file/bidi.ts';
import { headerReadings } from '../../src/core/email/headers/header-reading.ts';
import { lookAlikes, scriptsOf, skeleton, visible } from '../../src/core/email/url/look-alike.ts';
import { organisationOf, ownershipOf } from '../../src/core/email/url/ownership.ts';
import { anatomyOf, linkTextDisagrees } from '../../src/core/email/url/url.ts';
import { hostsMentioned } from '../../src/core/names/hosts-mentioned.ts';
import { mayBeShown } from '../../src/core/names/reserved-names.ts';
import { digitsOf } from '../../src/core/record/base32.ts';
import { csvOf } from '../../src/core/record/csv.ts';
import { jsonSteps } from '../../src/core/record/json-steps.ts';
import { reminder } from '../../src/core/record/reminder.ts';
import { resultsIn } from '../../src/core/record/result-code.ts';
import { roundCodeOf, settingsOfRoundCode } from '../../src/core/record/round-code.ts';
import { randomFrom } from '../../src/core/round/random.ts';
import { readParameters, readRoundFile } from '../../src/core/round/round-settings.ts';
import { hiddenCharacter } from '../../src/core/lint/checks/hidden-characters.ts';
import { lineTooLong, unbreakableText } from '../../src/core/lint/checks/layable.ts';
import { expressionsIn } from '../../src/core/scenario/layout/expressions.ts';
import { isRoundParameter } from '../../src/core/round/round-vocabulary.ts';
import { cutLine } from '../../src/core/scenario/layout/blocks.ts';
import { clausesOf } from '../../src/core/scenario/layout/clauses.ts';
import { domainsIn, numbersIn } from '../../src/core/scenario/layout/named-values.ts';
import { nearest } from '../../src/core/scenario/read/nearest.ts';
import {
  parseDrill,
  parseIndex,
  parseLesson,
  parsePack,
  parseScenario,
  parseWorld,
} from '../../src/core/lint/parse.ts';
import { readJson } from '../../src/core/scenario/read/read-json.ts';
import { shown } from '../../src/core/scenario/read/shown.ts';
import { findIn } from '../../src/core/scenario/world/directory.ts';
import { percentDecoded, readHost } from '../../src/core/url/host.ts';
import { asciiLabel, unicodeLabel } from '../../src/core/url/punycode.ts';
import { messageDraft } from '../../src/core/eml/draft/scenario-draft.ts';
import { readWith } from '../../src/core/eml/read-mail.ts';
import { anonymousMail } from '../../src/core/eml/replace/anonymous-mail.ts';
import { decode } from '../fixtures/mails/decode.ts';
import { addressesIn, addressesMeant } from '../../src/core/url/pasted.ts';
import { bytesOf, textOfBytes } from '../../src/core/url/utf8.ts';
import { parametersOf } from '../../src/app/parameters.ts';
import { parametersIn, routeOf } from '../../src/app/route.ts';
import { packageSettingsFrom } from '../../src/app/session/package-settings.ts';
import { hostMessageFrom } from '../../src/lms/frame/frame-messages.ts';
import { movesFromSuspendData, roundOf } from '../../src/lms/suspend-data.ts';
import { cmi5LaunchFrom, xapiLaunchFrom } from '../../src/lms/xapi/xapi-launch.ts';
import { aMessage, anAttachment, aScenario, both } from '../fixtures/builders.ts';
import { fileOf, readSteps } from '../../src/device/backup-file.ts';

/** Reads a text. The result does not matter here. */
export type Reader = (text: string) => unknown;

const { recipient } = aScenario();
const message = aMessage({ attachments: [anAttachment()] });
const answerables = [{ message: 'notice', regions: ['field/subject', 'body/0/0', 'link/main'] }];
const entries = [
  {
    id: 'parcel',
    name: { ja: 'カモメ便', en: 'Kamome Parcel' },
    kind: { ja: '宅配便', en: 'Parcels' },
    domains: ['kamome-bin.example'],
    addresses: ['info@kamome-bin.example'],
    phone: '03-0000-0201',
  },
];

/** A mail as far as a draft; undefined if the text is no mail. */
function draftFrom(text: string): unknown {
  const reading = readWith(new TextEncoder().encode(text), { decode });
  return reading.ok ? messageDraft(anonymousMail(reading.mail).mail, 'mail') : undefined;
}

function toEnd<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}

/** JSON.parse throws for invalid JSON, and so may its replacement. */
function jsonOrNothing(text: string): unknown {
  try {
    return toEnd(jsonSteps(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export const readers: Readonly<Record<string, Reader>> = {
  // Files
  readJson: (text) => readJson(text, 'file'),
  parseScenario: (text) => parseScenario(text, 'file'),
  parsePack: (text) => parsePack(text, 'file'),
  parseLesson: (text) => parseLesson(text, 'file'),
  parseDrill: (text) => parseDrill(text, 'file'),
  parseWorld: (text) => parseWorld(text, 'file'),
  parseIndex: (text) => parseIndex(text, 'file'),
  'a text of a file': (text) => [
    hiddenCharacter.check({ title: both(text) }, []),
    unbreakableText.check({ title: both(text) }, []),
    lineTooLong.check({ title: both(text) }, []),
  ],
  'the key of a file': (text) => readJson(JSON.stringify({ [text]: 1 }), 'file'),
  'a text in a scenario': (text) => parseScenario(JSON.stringify(aScenario({ title: both(text) })), 'file'),
  'a list in a scenario': (text) =>
    parseScenario(JSON.stringify({ ...aScenario(), messages: [...text] }), 'file'),
  'a word misspelt': (text) => nearest(text, ['subject', 'fromName', 'confidence']),
  'a text shown in a sentence': shown,
  // What is played
  'clauses in Japanese': (text) => clausesOf(text, 'ja'),
  'clauses in English': (text) => clausesOf(text, 'en'),
  'a cut line': (text) => cutLine(both(text), 'body/0'),
  'a cut line of runs': (text) => {
    const runs = [...text].map((run) => ({ text: run }));
    return cutLine({ ja: runs, en: runs }, 'body/0');
  },
  // Addresses and hosts
  anatomyOf: (text) => anatomyOf(text, { knownDomains: ['example1.co.jp'] }),
  'anatomyOf after a scheme': (text) => anatomyOf(`https://${text}`, { knownDomains: ['example1.co.jp'] }),
  'anatomyOf of a path': (text) => anatomyOf(`https://example.com/${text}`),
  linkTextDisagrees: (text) => linkTextDisagrees(text, 'https://example.com/'),
  addressesMeant,
  addressesIn,
  'addressesIn a mailto': (text) => addressesIn(`mailto:${text}`),
  hostsMentioned: (text) => [...hostsMentioned(text)],
  'hostsMentioned after a scheme': (text) => [...hostsMentioned(`https://example.com${text}`)],
  domainsIn,
  numbersIn,
  expressionsIn,
  readHost,
  percentDecoded,
  asciiLabel,
  unicodeLabel: (text) => unicodeLabel(`xn--${text}`),
  utf8: (text) => textOfBytes(bytesOf(text)),
  ownershipOf,
  organisationOf,
  mayBeShown,
  lookAlikes,
  scriptsOf,
  skeleton,
  visible,
  // Mail
  parseAddress,
  addressInName,
  formatMailbox: (text) => formatMailbox(text, 'a@example.com'),
  domainOf,
  encodedWords: (text) => encodedWords(text, 'utf-8'),
  'encodedWords in ISO-2022-JP': (text) => encodedWords(text, 'iso-2022-jp'),
  charsetFor: (text) => charsetFor(text, 'iso-2022-jp'),
  isPlainAscii,
  parameters: (text) => parameters('filename', text),
  'the source of a subject': (text) => sourceOf({ ...message, subject: both(text) }, recipient, 'ja'),
  'the source of a body': (text) =>
    sourceOf({ ...message, body: [{ kind: 'text', text: both(text) }] }, recipient, 'ja'),
  'the plain body': (text) => plainBody({ ...message, body: [{ kind: 'text', text: both(text) }] }, 'ja'),
  'the HTML body': (text) => htmlPart({ ...message, body: [{ kind: 'text', text: both(text) }] }, 'ja'),
  'the header of a name': (text) => {
    const from = { name: both(text), address: 'a@example.com' };
    return [
      fieldValues({ ...message, from }, recipient, 'ja'),
      headerReadings({ ...message, from }, recipient, 'ja'),
    ];
  },
  'the header of an address': (text) => {
    const from = { address: text };
    return [
      fieldValues({ ...message, from }, recipient, 'ja'),
      headerReadings({ ...message, from }, recipient, 'ja'),
      sourceOf({ ...message, from }, recipient, 'ja'),
    ];
  },
  'the header of a server': (text) => sourceOf(message, { ...recipient, server: text }, 'ja'),
  'a mail': draftFrom,
  'the field of a mail': (text) => draftFrom(`Subject: ${text}\nFrom: ${text}\nContent-Type: ${text}\n\nx`),
  'the text of a mail': (text) => draftFrom(`From: a@example.com\n\n${text}`),
  'the HTML of a mail': (text) => draftFrom(`Content-Type: text/html\n\n${text}`),
  nameAnatomy,
  'a file name as shown': asShown,
  'a search of the directory': (text) => findIn(entries, text),
  // Rounds, records, codes
  routeOf: (text) => routeOf(`#/${text}`),
  'routeOf a round': (text) => routeOf(`#/round?${text}`),
  parametersIn,
  parametersOf: (text) => parametersOf(`?${text}`),
  'one parameter': (text) => readParameters([['packs', text]]),
  'the name of a parameter': (text) => [isRoundParameter(text), readParameters([[text, '1']])],
  // One pair many times: to make a million would take longer than to read them.
  'many parameters': (text) => {
    const parameter = [text.slice(0, 4), text.slice(-4)] as const;
    return readParameters(Array.from({ length: text.length }, () => parameter));
  },
  'a round file': (text) => readRoundFile(text, 'round.json'),
  'package settings': packageSettingsFrom,
  roundCodeOf,
  settingsOfRoundCode,
  resultsIn,
  'resultsIn after a mark': (text) => resultsIn(`MR1:${text}.`),
  digitsOf,
  randomFrom: (text) => randomFrom(text).below(6),
  csvOf: (text) => csvOf([[text]]),
  reminder: (text) => reminder({ day: '2026-11-30', writtenAt: 0, title: text, text }),
  // What an LMS, a page around the frame or a file hands over
  roundOf: (text) => roundOf(`1~${text}`),
  movesFromSuspendData: (text) => movesFromSuspendData(`1~round~${text}`, answerables, 0),
  hostMessageFrom: (text) =>
    hostMessageFrom({ target: 'mikiwame', version: 1, type: 'configure', state: text, language: text }),
  cmi5LaunchFrom: (text) => cmi5LaunchFrom(`?${text}`),
  'cmi5LaunchFrom an actor': (text) =>
    cmi5LaunchFrom(
      `?endpoint=https://lrs.example/&fetch=https://lrs.example/f&registration=r&activityId=a&actor=${text}`,
    ),
  xapiLaunchFrom: (text) => xapiLaunchFrom(`?${text}`),
  jsonSteps: jsonOrNothing,
  'a file of the memory': (text) => toEnd(readSteps(text)),
  'a text in a file of the memory': (text) =>
    toEnd(
      readSteps(
        [
          ...fileOf({
            settings: {},
            rounds: [{ key: text, moves: [], open: undefined }],
            records: [],
            drills: [],
          }),
        ].join(''),
      ),
    ),
};
