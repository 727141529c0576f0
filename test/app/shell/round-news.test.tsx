import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import RoundNews from '../../../src/app/shell/RoundNews.tsx';
import { drawOnUse } from '../../fixtures/screen.tsx';

it('reports stored moves that this version cannot read, only once', async () => {
  const unread = { kind: 'unread', count: 2 } as const;
  let closed = 0;
  const { user } = await drawOnUse(<RoundNews notes={[unread, unread]} onClose={() => (closed += 1)} />);
  expect(await screen.findAllByText(/この版では読めない2件を除いて/)).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: '閉じる' }));
  expect(closed).toBe(1);
});
