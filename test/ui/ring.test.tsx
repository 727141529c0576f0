import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Ring } from '../../src/ui/Ring.tsx';
import { draw } from '../fixtures/screen.tsx';

it('shows its number rounded, and says it in words to screen readers', () => {
  draw(<Ring percent={66.6} label="67 of 100" />);
  expect(screen.getByRole('img', { name: '67 of 100' })).toHaveTextContent('67');
});
