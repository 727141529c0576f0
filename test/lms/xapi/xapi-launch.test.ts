import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cmi5LaunchFrom, xapiLaunchFrom } from '../../../src/lms/xapi/xapi-launch.ts';
import { initialized } from '../../../src/lms/xapi/xapi-statements.ts';
import { xapiOffences } from './xapi-rules.ts';

const launch = (actor: unknown) =>
  xapiLaunchFrom(
    `?${new URLSearchParams({
      endpoint: 'https://lrs.example/xapi',
      auth: 'Basic abc',
      activity_id: 'https://lms.example/a/1',
      actor: JSON.stringify(actor),
    }).toString()}`,
  );

const account = { homePage: 'https://lms.example', name: '4711' };

describe('the actor of a launch', () => {
  it.each([
    { objectType: 'Agent', account },
    { account, name: 'Aoi' },
    { mbox: 'mailto:aoi@example.com' },
    { mbox_sha1sum: 'a'.repeat(40), objectType: 'Agent' },
    { openid: 'https://aoi.example/' },
  ])('is used unchanged if it is valid: %o', (actor) => {
    expect(JSON.stringify(launch(actor)?.actor)).toBe(JSON.stringify(actor));
  });

  const aoi = { objectType: 'Agent', name: 'Aoi', mbox: 'mailto:aoi@example.com' };
  it.each([
    [{ objectType: ['Person'], name: ['Aoi'], mbox: ['mailto:aoi@example.com'] }, aoi],
    [{ objectType: 'Person', name: 'Aoi', mbox: 'aoi@example.com' }, aoi],
    [{ objectType: 'agent', name: 'Aoi', mbox: ' MAILTO:aoi@example.com ' }, aoi],
    [{ name: ['', 'Aoi'], mbox: ['nobody', 'aoi@example.com'], givenName: ['Aoi'] }, aoi],
    [{ name: 'Aoi', mbox: 'mailto:aoi@example.com', account, openid: 'https://aoi.example/' }, aoi],
    [
      { account: [{ accountServiceHomePage: 'https://lms.example', accountName: '4711' }], name: [] },
      { objectType: 'Agent', account },
    ],
    [{ account: { homePage: 'https://lms.example', name: 4711 } }, { objectType: 'Agent', account }],
    [
      { account: { ...account, extra: 1 }, mbox: '' },
      { objectType: 'Agent', account },
    ],
    [
      { mbox: 'nobody', mbox_sha1sum: ['b'.repeat(40)] },
      { objectType: 'Agent', mbox_sha1sum: 'b'.repeat(40) },
    ],
  ])('becomes an agent with one identifier: %o', (actor, agent) => {
    expect(launch(actor)?.actor).toEqual(agent);
  });

  it.each([
    {},
    [],
    { name: 'x' },
    { mbox: [] },
    { mbox: 'nobody' },
    { account: {} },
    { account: 'x' },
    { openid: 'me' },
  ])('is refused: %o', (actor) => {
    expect(launch(actor)).toBeUndefined();
  });

  it('is also read by cmi5, and gives valid statements in every case', () => {
    const part = fc.oneof(
      fc.constantFrom<unknown>(
        'Agent',
        'Person',
        'aoi@example.com',
        'mailto:a@b.c',
        account,
        'https://x.example',
        7,
        null,
      ),
      fc.string({ maxLength: 10 }),
    );
    const value = fc.oneof(part, fc.array(part, { maxLength: 3 }));
    const anyActor = fc.record(
      {
        objectType: value,
        name: value,
        mbox: value,
        account: value,
        openid: value,
        mbox_sha1sum: value,
        x: value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyActor, (actor) => {
        const found = cmi5LaunchFrom(
          `?${new URLSearchParams({
            endpoint: 'https://lrs.example',
            fetch: 'https://lrs.example/fetch',
            registration: '2a4bd0e6-9a0c-4b8f-8a3e-0c1a5c1d7f10',
            activityId: 'https://lms.example/a/1',
            actor: JSON.stringify(actor),
          }).toString()}`,
        );
        const offences =
          found === undefined
            ? []
            : xapiOffences(
                initialized(
                  { ...found, context: {}, cmi5: true, masteryScore: undefined },
                  { id: '2a4bd0e6-9a0c-4b8f-8a3e-0c1a5c1d7f10', at: 0 },
                ),
              );
        expect(offences).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});
