import { beforeAll, describe, expect, it } from 'vitest';
import { diskReader, packsIn } from '../../src/build/disk.ts';
import { nameAnatomy, typeAgrees } from '../../src/core/email/file/attachment.ts';
import { domainOf } from '../../src/core/email/compose/authentication.ts';
import { anatomyOf } from '../../src/core/email/url/url.ts';
import { loadPack } from '../../src/core/lint/load.ts';
import { declaredDeliverySchema } from '../../src/core/scenario/format/delivery.ts';
import { pageBlockKinds } from '../../src/core/scenario/layout/block-kinds.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import { channels, fileTypes, formFieldTypes, languages } from '../../src/core/scenario/format/vocabulary.ts';
import { bodiesOf, leafPlaces, pageBlockPlaces } from '../../src/core/scenario/layout/walk.ts';
import fileSentences from '../../src/i18n/en/file.json' with { type: 'json' };
import lensSentences from '../../src/i18n/en/lens.json' with { type: 'json' };

const content = new URL('../../content/', import.meta.url).pathname;

/** A rented name stands under the domain of a real company (the private part of the public suffix list, where no reserved name is), which fiction does not use. */
const tricksOfRealNames: ReadonlySet<string> = new Set(['rentedName']);
/** The linter refuses an address that no browser opens, and a name that nobody can own (`real-domain`). */
const tricksOfNoAddress: ReadonlySet<string> = new Set([
  'unreadable',
  'impossiblePort',
  'noHost',
  'impossibleName',
]);
const urlTricks = Object.keys(lensSentences.trick).filter(
  (trick) => !tricksOfRealNames.has(trick) && !tricksOfNoAddress.has(trick),
);
const nameTricks = Object.keys(fileSentences.trick);

const attachmentsOf = ({ attachments = [] }: Message) => attachments;
const leavesOf = (message: Message) =>
  bodiesOf(message, []).flatMap(({ blocks, path }) => leafPlaces(blocks, path).map(({ leaf }) => leaf));

function domainsOf({ directory }: Scenario): readonly string[] {
  return directory.flatMap(({ address, site }) =>
    [address && domainOf(address), site].flatMap((text) => {
      const domain = text === undefined ? undefined : anatomyOf(text).registrableDomain;
      return domain === undefined ? [] : [domain];
    }),
  );
}

function tricksIn(message: Message, scenario: Scenario): readonly string[] {
  const knownDomains = domainsOf(scenario);
  const urls = [...(message.links ?? []), ...(message.pages ?? [])].map(({ url }) => url);
  return urls.flatMap((url) => anatomyOf(url, { knownDomains }).tricks.map(({ kind }) => kind));
}

describe('the shipped packs together', () => {
  let scenarios: readonly Scenario[] = [];
  let messages: readonly Message[] = [];
  beforeAll(async () => {
    const packs = await Promise.all(
      (await packsIn(content)).map((pack) => loadPack(diskReader(content), pack)),
    );
    scenarios = packs.flatMap((pack) => pack.scenarios);
    messages = scenarios.flatMap((scenario) => scenario.messages);
  });

  it.each(channels)('have lures and genuine messages of the channel %s', (channel) => {
    const truths = messages
      .filter((message) => message.channel === channel)
      .map(({ solution }) => solution.truth);
    expect(new Set(truths)).toEqual(new Set(['phish', 'legitimate']));
  });

  it.each(fileTypes)('have an attachment that is of the type %s', (type) => {
    expect(messages.flatMap(attachmentsOf).some((attachment) => attachment.type === type)).toBe(true);
  });

  it.each(nameTricks)('have an attachment whose name plays the trick %s', (trick) => {
    const names = messages.flatMap(attachmentsOf).flatMap(({ name }) => languages.map((it) => name[it]));
    expect(names.flatMap((name) => nameAnatomy(name).tricks.map(({ kind }) => kind))).toContain(trick);
  });

  it('have attachments with a false ending, a macro, a macro bar, an archive, and a password', () => {
    const attachments = messages.flatMap(attachmentsOf);
    const belied = attachments.filter(
      ({ type, name }) => typeAgrees(type, nameAnatomy(name.en).extension) === 'differs',
    );
    expect(belied).not.toEqual([]);
    for (const part of ['macro', 'locked', 'holds', 'preview', 'password'] as const) {
      expect(
        attachments.filter((attachment) => attachment[part] !== undefined),
        part,
      ).not.toEqual([]);
    }
    expect(attachments.filter(({ preview }) => preview?.bar !== undefined)).not.toEqual([]);
  });

  it('have a locked archive whose password comes in another message', () => {
    const apart = messages.filter((message) =>
      attachmentsOf(message).some(({ password }) => password && password.message !== message.id),
    );
    expect(apart).not.toEqual([]);
  });

  it.each(pageBlockKinds)('have a page with the block %s', (kind) => {
    const blocks = messages.flatMap((message) =>
      bodiesOf(message, []).flatMap((body) => pageBlockPlaces(body.blocks, body.path)),
    );
    expect(blocks.map(({ block }) => block.kind)).toContain(kind);
  });

  it.each(formFieldTypes)('have a page that asks for the field %s', (type) => {
    const fields = messages
      .flatMap(leavesOf)
      .flatMap((leaf) => (leaf.kind === 'form' ? leaf.fields.map((field) => field.type) : []));
    expect(fields).toContain(type);
  });

  it.each(urlTricks)('have a link or page whose address shows the trick %s', (trick) => {
    const found = scenarios.flatMap((scenario) =>
      scenario.messages.flatMap((message) => tricksIn(message, scenario)),
    );
    expect(found).toContain(trick);
  });

  it.each(declaredDeliverySchema.shape.route.options)('have a mail that came by the route %s', (route) => {
    expect(messages.some((message) => message.channel === 'mail' && message.delivery.route === route)).toBe(
      true,
    );
  });

  it('show tricks in genuine messages too, so that a trick alone settles nothing', () => {
    const genuine = scenarios.flatMap((scenario) =>
      scenario.messages
        .filter(({ solution }) => solution.truth === 'legitimate')
        .flatMap((message) => tricksIn(message, scenario)),
    );
    expect(new Set(genuine).size).toBeGreaterThanOrEqual(urlTricks.length / 3);
  });
});
