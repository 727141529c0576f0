import { describe, expect, it } from 'vitest';
import { consequenceScene } from '../../../../src/core/engine/debrief/consequence-scene.ts';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import { aLegitimateMessage, aMessage, both } from '../../../fixtures/builders.ts';

const consequence = { right: both('stopped'), wrong: both('spread') };
const telling = <Given extends Message>(message: Given): Given => ({
  ...message,
  solution: { ...message.solution, consequence },
});
const lure = telling(aMessage());
const followed = { action: { kind: 'follow' }, verdict: 'legitimate' } as const;

describe('the scene after a lure was followed', () => {
  it('tells what came of it', () => {
    expect(consequenceScene(lure, followed)).toMatchObject({ did: 'follow', after: [both('spread')] });
  });

  it('ends on the last page that the link leads to, which also says what to do first', () => {
    const page = (id: string, next?: string) => ({
      id,
      url: `https://${id}.example/`,
      title: both(id),
      body: [],
      outcome: both(`after ${id}`),
      firstAid: both(`aid ${id}`),
      ...(next !== undefined && { next }),
    });
    const other = page('other');
    const leading = (pages: NonNullable<Message['pages']>, ...to: readonly string[]) => ({
      ...lure,
      links: [
        { id: 'plain', url: 'https://plain.example/' },
        ...to.map((id) => ({ id, url: `https://${id}.example/`, page: id })),
      ],
      pages,
    });
    const scene = (message: Message, answer: Parameters<typeof consequenceScene>[1] = followed) =>
      consequenceScene(message, answer);
    expect(
      scene(leading([other, page('first', 'second'), page('second', 'third'), page('third')], 'first')),
    ).toEqual({
      did: 'follow',
      after: [both('after third'), both('spread')],
      firstAid: both('aid third'),
    });
    // A page may name one that is not there, or one that came before.
    expect(scene(leading([other, page('first', 'gone')], 'first'))?.firstAid).toEqual(both('aid first'));
    expect(scene(leading([page('first', 'second'), page('second', 'first')], 'first'))?.after).toHaveLength(
      2,
    );
    expect(scene(leading([other]))).toMatchObject({ after: [both('spread')], firstAid: undefined });
    // Only what follows the link: a reply opens no page.
    const replied = { ...followed, action: { kind: 'reply' } } as const;
    expect(scene(leading([page('first')], 'first'), replied)).toEqual({
      did: 'reply',
      after: [both('spread')],
      firstAid: undefined,
    });
    // What the author says of a wrong verdict is true of no right one.
    const doubted = { ...followed, verdict: 'phish' } as const;
    expect(scene(leading([page('first')], 'first'), doubted)?.after).toEqual([both('after first')]);
    expect(scene(lure, doubted)).toBeUndefined();
    const { links: _, ...bare } = leading([other], 'first');
    expect(scene(bare)?.after).toEqual([both('spread')]);
  });

  it('is that of a reply, or of asking through what the message offers', () => {
    for (const kind of ['reply', 'verifyWithin'] as const)
      expect(consequenceScene(lure, { ...followed, action: { kind } })).toMatchObject({ did: kind });
    for (const kind of ['keep', 'delete'] as const)
      expect(consequenceScene(lure, { ...followed, action: { kind } })).toBeUndefined();
  });

  it('is absent for a lure that was not followed, for a genuine message, and without a text of the author', () => {
    expect(consequenceScene(lure, { ...followed, action: { kind: 'report' } })).toBeUndefined();
    expect(consequenceScene(telling(aLegitimateMessage()), followed)).toBeUndefined();
    expect(consequenceScene(aMessage(), followed)).toBeUndefined();
  });
});
