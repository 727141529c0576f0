import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Segments } from '../../src/ui/Segments.tsx';
import { draw } from '../fixtures/screen.tsx';

it('shows the choice as pressed and reports a new one', async () => {
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
