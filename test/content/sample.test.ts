import { describe, expect, it } from 'vitest';
import { languages } from '../../src/core/scenario/format/vocabulary.ts';
import { drawn, proseSources, sentencesOf } from '../prose/sample.ts';

describe.each(languages)('the sample for a blind reading, in %s', (language) => {
  it.each(proseSources)('has 300 different sentences of the %s', (source) => {
    const sample = drawn(sentencesOf(source, language), 300, '1');
    expect(new Set(sample.map(({ text }) => text)).size).toBe(300);
    for (const { text } of sample) expect(text).not.toMatch(/\n|\{\{|\]\(|^\s*$/);
  });

  it('is the same for the same seed, and another for another', () => {
    const sentences = sentencesOf('interface', language);
    expect(drawn(sentences, 20, '1')).toEqual(drawn(sentences, 20, '1'));
    expect(drawn(sentences, 20, '1')).not.toEqual(drawn(sentences, 20, '2'));
  });

  it('cuts texts at the ends of sentences', () => {
    const [first, ...others] = sentencesOf('content', language);
    if (first === undefined) throw new Error('there are none');
    const end = language === 'ja' ? /。(?!$|[」』）])/ : /[a-z]{3}\. [A-Z]/;
    expect([first, ...others].filter(({ text }) => end.test(text))).toEqual([]);
  });
});
