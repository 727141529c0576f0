import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import { languages } from '../../../src/core/scenario/format/vocabulary.ts';
import { aScenario } from '../../fixtures/builders.ts';
import { play, speak, stops } from '../../fixtures/screen.tsx';
import { aWideMessage } from '../../fixtures/wide-message.ts';

const open = () => {
  const message = aWideMessage();
  return play(aScenario({ messages: [message] }), { open: message.id });
};

describe('a message that looks like real HTML mail', () => {
  it.each(languages)('lets every part of its body be flagged in %s', async (language) => {
    const { container } = open();
    await speak(language);
    const expected = layOut(aWideMessage())
      .regions.map(({ key }) => key)
      .filter((key) => /^(?:body|link)\//.test(key));
    expect(expected.length).toBeGreaterThan(1);
    expect(stops(container)).toEqual(expect.arrayContaining(expected));
  });
});

describe('a picture that is a link', () => {
  it('carries one flag, and has the button that inspects a link', async () => {
    const { user } = open();
    const picture = screen.getByRole('button', { name: '花森 年末セール' });
    await user.click(picture);
    expect(picture).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'リンク先を調べる：花森 年末セール' })).toBeInTheDocument();
  });
});

describe('a picture on another server', () => {
  it('is a frame with its words and its server, which asks for nothing', () => {
    const { container } = open();
    expect(
      screen.getByRole('button', { name: /半額の商品.*読み込んでいません.*img\.example\.org/ }),
    ).toBeInTheDocument();
    const sources = [...container.querySelectorAll('[src]')].map((image) => image.getAttribute('src') ?? '');
    expect(sources.filter((source) => source.includes('example.org'))).toEqual([]);
  });

  it('without words has the word for a picture as its name', () => {
    open();
    expect(screen.getByRole('button', { name: '画像' })).toBeInTheDocument();
  });
});
