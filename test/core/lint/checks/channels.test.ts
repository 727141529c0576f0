import { describe, expect, it } from 'vitest';
import { place } from '../../../../src/core/scenario/layout/place.ts';
import { senderOf, titleOf } from '../../../../src/core/scenario/layout/headline.ts';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import {
  channels,
  fields,
  fieldsOf,
  mailFields,
  slotsOf,
} from '../../../../src/core/scenario/format/vocabulary.ts';
import { aClue, aMessage, aScenario, aSealedMessage } from '../../../fixtures/builders.ts';
import {
  aSealedChat,
  aSealedInvitation,
  aSealedSms,
  aSealedVoice,
  genuineSolution,
  lureSolution,
  otherChannels,
} from '../../../fixtures/channels.ts';

const read = (message: object) =>
  parseScenario(
    JSON.stringify({ ...aScenario(), messages: [{ solution: lureSolution, ...message }] }),
    'x.json',
  );
const problemsOf = (message: object) =>
  read(message).problems.map(({ rule, path }) => `${rule} ${path.slice(2).join('/')}`);

const sealed = [aSealedMessage(), ...otherChannels];

describe('a message of any channel', () => {
  it.each(sealed)('is accepted with what belongs to it: $channel', (message) => {
    expect(read(message)).toMatchObject({ ok: true, problems: [] });
  });

  it.each(otherChannels)('has no delivery unless it is a mail: $channel', (message) => {
    const [problem, ...others] = read({ ...message, delivery: aSealedMessage().delivery }).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ rule: 'unknown-field', path: ['messages', 0, 'delivery'] });
    expect(problem?.text.en.split('Fields known here')[1]).not.toContain('delivery');
  });

  it.each(sealed)('needs the fields that its channel shows: $channel', (message) => {
    const required = {
      mail: 'delivery',
      sms: 'sender',
      chat: 'author',
      invitation: 'organizer',
      voice: 'number',
      letter: 'postage',
    }[message.channel];
    expect(problemsOf({ ...message, [required]: undefined })).toEqual([`missing-field ${required}`]);
  });

  it('names the channels there are when it has another', () => {
    const [problem] = read({ ...aSealedSms, channel: 'fax' }).problems;
    expect(problem).toMatchObject({ rule: 'unknown-value', path: ['messages', 0, 'channel'] });
    expect(problem?.text.en).toContain(channels.join(', '));
  });

  it('needs an ordered thread that is older than the message', () => {
    const [code, thanks] = aSealedSms.thread ?? [];
    expect(problemsOf({ ...aSealedSms, thread: [thanks, code] })).toEqual(['thread-order thread/0/sent']);
    expect(problemsOf({ ...aSealedSms, sent: '2026-04-01T09:01:00+09:00' })).toEqual([
      'thread-order thread/1/sent',
    ]);
    expect(problemsOf({ ...aSealedSms, thread: [code, code] })).toEqual(['duplicate-id thread/1/id']);
  });

  it('needs a meeting that ends after it starts', () => {
    expect(problemsOf({ ...aSealedInvitation, ends: aSealedInvitation.starts })).toEqual([
      'meeting-ends ends',
    ]);
  });
});

describe('the regions of a channel', () => {
  it.each(sealed)('depend on the channel and not on the truth: $channel', (message) => {
    const ofLure = layOut({ ...message }).regions;
    const outcomes = [lureSolution, genuineSolution].map((solution) => {
      const outcome = read({ ...message, solution });
      const parsed = outcome.ok ? outcome.value.messages[0] : undefined;
      return parsed && layOut(parsed).regions;
    });
    expect(outcomes).toEqual([ofLure, ofLure]);
    const named = (prefix: string) =>
      ofLure.filter(({ key }) => key.startsWith(prefix)).map(({ key }) => key.slice(prefix.length));
    expect(named('field/')).toEqual(fieldsOf[message.channel]);
    expect(named('slot/')).toEqual(slotsOf[message.channel]);
  });

  it('name each field once in the list of all', () => {
    expect(new Set(fields)).toEqual(new Set(Object.values(fieldsOf).flat()));
    expect(new Set(fields).size).toBe(fields.length);
    expect(fieldsOf.mail).toEqual(mailFields);
  });

  it('include each earlier message of a thread, and an anchor can name it', () => {
    const layout = layOut(aSealedChat);
    expect(place({ thread: 'asked' }, layout)).toEqual({ found: true, regions: ['thread/asked'] });
    expect(place({ thread: 'other' }, layout)).toMatchObject({ found: false });
    expect(layout.regions.find(({ key }) => key === 'thread/asked')).toMatchObject({
      kind: 'thread',
      text: { ja: '表はできましたか。' },
    });
  });

  it.each([{ field: 'fromAddress' }, { slot: 'logo' }, { thread: 'code' }] as const)(
    'refuse a clue on %o where a chat has none',
    (anchor) => {
      const solution = aMessage({ clues: [aClue({ anchor })] }).solution;
      expect(problemsOf({ ...aSealedChat, solution })).toEqual(['anchor-not-found solution/clues/0/anchor']);
    },
  );
});

describe('the name of a message in a list', () => {
  it('is its sender and its subject, or what it begins with', () => {
    expect(sealed.map((message) => senderOf(message).en)).toEqual([
      'Hanamori Webmail',
      'HANAMORI',
      'Naomi Takahashi',
      'Chen Mei-ling',
      '03-0000-0071',
      'Hikari Power',
    ]);
    expect(titleOf(aSealedInvitation).ja).toBe('打ち合わせ');
    expect(titleOf(aSealedSms).en).toBe('Dear Aoi Yamada');
  });

  it('is cut where it begins with a long text, and is the heading where there is one', () => {
    const long = { kind: 'text', text: { ja: 'あ'.repeat(40), en: 'b'.repeat(80) } } as const;
    const title = titleOf({ ...aSealedVoice, body: [long] });
    expect(title).toEqual({ ja: `${'あ'.repeat(24)}…`, en: `${'b'.repeat(44)}…` });
    const heading = { kind: 'text', size: 'large', text: { ja: '題', en: 'Title' } } as const;
    expect(titleOf({ ...aSealedVoice, body: [long, heading] }).ja).toBe('題');
  });
});
