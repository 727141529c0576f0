import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../src/core/scenario/format/pack.ts';
import LessonScreen from '../../src/explain/LessonScreen.tsx';
import { both } from '../fixtures/builders.ts';
import { draw, speak } from '../fixtures/screen.tsx';

const lesson: Lesson = {
  format: 1,
  id: 'postcard',
  title: { ja: 'はがき', en: 'A postcard' },
  summary: both('…'),
  body: [
    { kind: 'image', id: 'card', asset: 'card.svg', alt: { ja: 'はがきの絵', en: 'A drawn postcard' } },
    { kind: 'text', text: { ja: 'だれの名前でも書けます。', en: 'Anyone can write any name.' } },
    { kind: 'list', items: [{ ja: '見る場所を変えます。', en: 'Look elsewhere.' }] },
    { kind: 'table', heading: 'row', rows: [[both('列')], [both('値')]] },
  ],
  author: 'Test',
  licence: 'CC0-1.0',
};

describe('a lesson', () => {
  it('is shown in the language of the screen, with descriptions of its pictures', async () => {
    draw(<LessonScreen lesson={lesson} assets="assets/" onLeave={() => {}} />);
    expect(screen.getByRole('heading', { level: 1, name: 'はがき' })).toHaveFocus();
    expect(screen.getByRole('img', { name: 'はがきの絵' })).toHaveAttribute('src', 'assets/card.svg');
    expect(screen.getByText('だれの名前でも書けます。')).toBeInTheDocument();
    await speak('en');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('A postcard');
    expect(screen.getByRole('img', { name: 'A drawn postcard' })).toBeInTheDocument();
  });

  it('has nothing to flag: its only button leads back', async () => {
    let left = 0;
    const { user, container } = draw(
      <LessonScreen lesson={lesson} assets="assets/" onLeave={() => (left += 1)} />,
    );
    expect(container.querySelector('.region')).toBeNull();
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: '戻る' }));
    expect(left).toBe(1);
  });
});
