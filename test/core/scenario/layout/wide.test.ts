import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../../src/core/email/compose/headers.ts';
import { htmlPart, plainBody } from '../../../../src/core/email/compose/mime.ts';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import { anchorAt } from '../../../../src/core/scenario/layout/anchor-at.ts';
import { place } from '../../../../src/core/scenario/layout/place.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import type { SealedMail } from '../../../../src/core/scenario/format/message.ts';
import { aScenario } from '../../../fixtures/builders.ts';
import { aWideMessage } from '../../../fixtures/wide-message.ts';

const rulesOf = (overrides: Partial<SealedMail> = {}): readonly string[] =>
  parseScenario(JSON.stringify(aScenario({ messages: [aWideMessage(overrides)] })), 'test.json').problems.map(
    ({ rule }) => rule,
  );

describe('a message that looks like real HTML mail', () => {
  const message = aWideMessage();
  const layout = layOut(message);

  it('is read without a problem', () => {
    expect(rulesOf()).toEqual([]);
  });

  it('has an anchor for every region, which finds that region again', () => {
    const lost = layout.regions.filter(({ key }) => {
      const anchor = anchorAt(key, layout);
      const placed = anchor && place(anchor, layout);
      return placed?.found !== true || !placed.regions.includes(key);
    });
    expect(lost).toEqual([]);
  });

  it('has a source in both languages', () => {
    for (const language of ['ja', 'en'] as const)
      expect(sourceOf(message, aScenario().recipient, language).text).toContain('multipart/alternative');
  });
});

describe('a picture that is a link', () => {
  const layout = layOut(aWideMessage());

  it('has the region of its link, and both anchors find it', () => {
    expect(layout.regions.filter(({ kind }) => kind === 'image')).toEqual([]);
    for (const anchor of [{ image: 'banner' }, { link: 'sale' }])
      expect(place(anchor, layout)).toEqual({ found: true, regions: ['link/sale'] });
  });

  it('leads to its target in the HTML and in the plain text', () => {
    expect(htmlPart(aWideMessage(), 'en')).toContain(
      '<a href="https://sale.example.net/"><img src="cid:banner.png" alt="Hanamori year-end sale"></a>',
    );
    expect(plainBody(aWideMessage(), 'en')).toContain('[Hanamori year-end sale] <https://sale.example.net/>');
  });

  it('is refused where its link is not in "links"', () => {
    expect(rulesOf({ links: [] })).toContain('unknown-link');
  });
});
