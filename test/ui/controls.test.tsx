import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Ring } from '../../src/ui/Ring.tsx';
import { Segments } from '../../src/ui/Segments.tsx';
import { draw } from '../fixtures/screen.tsx';

describe('segments', () => {
  it('show the choice as pressed and tell a new one', async () => {
    const chosen: string[] = [];
    const { user } = draw(
      <Segments
        label="Size"
        value="small"
        onChange={(value) => chosen.push(value)}
        options={[
          { value: 'small', text: 'Small' },
          { value: 'large', text: 'Large' },
        ]}
      />,
    );
    expect(screen.getByRole('button', { pressed: true })).toHaveTextContent('Small');
    await user.click(screen.getByRole('button', { name: 'Large' }));
    expect(chosen).toEqual(['large']);
  });
});

describe('a ring', () => {
  it('says its number in words and shows it rounded', () => {
    draw(<Ring percent={66.6} label="67 of 100" />);
    expect(screen.getByRole('img', { name: '67 of 100' })).toHaveTextContent('67');
  });
});
