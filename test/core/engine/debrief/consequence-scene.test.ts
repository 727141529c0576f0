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

  it('is absent for a lure that was not followed, for a genuine message, and without a text of the author', () => {
    expect(consequenceScene(lure, { ...followed, action: { kind: 'report' } })).toBeUndefined();
    expect(consequenceScene(telling(aLegitimateMessage()), followed)).toBeUndefined();
    expect(consequenceScene(aMessage(), followed)).toBeUndefined();
  });
});
