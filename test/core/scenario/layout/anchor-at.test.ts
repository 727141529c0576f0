import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import { anchorAt } from '../../../../src/core/scenario/layout/anchor-at.ts';
import { place } from '../../../../src/core/scenario/layout/place.ts';
import { type Layout, layOut } from '../../../../src/core/scenario/layout/regions.ts';
import { languages } from '../../../../src/core/scenario/format/vocabulary.ts';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import { aMessage } from '../../../fixtures/builders.ts';
import { aPageMessage } from '../../../fixtures/page-message.ts';

const shipped = readdirSync('content/packs', { recursive: true, encoding: 'utf8' })
  .filter((file) => /[/\\]scenarios[/\\][^/\\]+\.json$/.test(file))
  .map((file) => `content/packs/${file}`)
  .toSorted();

/** The regions without an anchor, and those whose anchor finds another region. */
function broken(layout: Layout) {
  const without: string[] = [];
  const elsewhere: string[] = [];
  for (const { key } of layout.regions) {
    const anchor = anchorAt(key, layout);
    if (anchor === undefined) {
      without.push(key);
      continue;
    }
    const placed = place(anchor, layout);
    if (!placed.found || !placed.regions.includes(key)) elsewhere.push(key);
  }
  return { without, elsewhere };
}

describe('the anchor of a region', () => {
  it.each(shipped)('finds that region again: %s', (file) => {
    const read = parseScenario(readFileSync(file, 'utf8'), file);
    if (!read.ok) throw new Error(`${file} does not parse`);
    for (const message of read.value.messages) {
      const layout = layOut(message);
      const { without, elsewhere } = broken(layout);
      expect(elsewhere, message.id).toEqual([]);
      // Only words that occur twice in a body cannot be quoted.
      expect(
        without.filter((key) => !isRepeated(key, layout)),
        message.id,
      ).toEqual([]);
    }
  });

  it('finds that region again on pages of every kind', () => {
    const { without, elsewhere } = broken(layOut(aPageMessage()));
    expect({ without, elsewhere }).toEqual({ without: [], elsewhere: [] });
  });

  it('is a quotation of the clause in both languages', () => {
    const message = withTexts([
      '確認してください。済むまで使えません。',
      'Please confirm. Until then it is locked.',
    ]);
    expect(anchorAt('body/0/1', layOut(message))).toEqual({
      quote: { ja: '済むまで使えません。', en: 'Until then it is locked.' },
    });
  });

  it('quotes more of the line if the clause occurs twice', () => {
    const message = withTexts(
      ['急いでください。今日までです。', 'Please hurry. It ends today.'],
      ['急いでください。明日では遅すぎます。', 'Please hurry. Tomorrow is too late.'],
    );
    const anchor = anchorAt('body/0/0', layOut(message));
    expect(anchor).toEqual({
      quote: { ja: '急いでください。今日までです。', en: 'Please hurry. It ends today.' },
    });
  });

  it('does not exist for words that occur twice in any quotation, or for a missing part', () => {
    const message = withTexts(['同じ文です。', 'The same words.'], ['同じ文です。', 'The same words.']);
    expect(anchorAt('body/0/0', layOut(message))).toBeUndefined();
    expect(anchorAt('body/9/9', layOut(message))).toBeUndefined();
  });
});

function withTexts(...lines: readonly (readonly [ja: string, en: string])[]): Message {
  return { ...aMessage(), body: lines.map(([ja, en]) => ({ kind: 'text', text: { ja, en } })) };
}

/** Whether the words of a clause also occur in another part of its body, in either language. */
function isRepeated(key: string, layout: Layout): boolean {
  const region = layout.regions.find((one) => one.key === key);
  return (
    region?.kind === 'clause' &&
    layout.regions.some(
      ({ key: other, text }) =>
        other !== key &&
        languages.some((language) => text?.[language].includes(region.text?.[language] ?? '\0')),
    )
  );
}
