import { createEvent, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import CodeEntry from '../../../src/app/pages/CodeEntry.tsx';
import type { Route } from '../../../src/app/route.ts';
import { roundCodeOf } from '../../../src/core/record/round-code.ts';
import { drawOnUse } from '../../fixtures/screen.tsx';

async function entry() {
  const gone: Route[] = [];
  const { user } = await drawOnUse(<CodeEntry onGo={(route) => gone.push(route)} />);
  return { gone, user, field: await screen.findByLabelText('ラウンドコード') };
}

describe('the code of a round', () => {
  it('starts its round, however the code is typed', async () => {
    const { gone, user, field } = await entry();
    const code = roundCodeOf('mode=assessment&packs=office&seed=abc') ?? '';
    await user.type(field, ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    await user.click(screen.getByRole('button', { name: 'このラウンドを始める' }));
    expect(gone).toEqual([
      {
        screen: 'round',
        parameters: [
          ['mode', 'assessment'],
          ['packs', 'office'],
          ['seed', 'abc'],
        ],
      },
    ]);
  });

  it('starts nothing when it was mistyped, and says so', async () => {
    const { gone, user, field } = await entry();
    await user.type(field, 'ABCD-EFGH{Enter}');
    expect(gone).toEqual([]);
    expect(screen.getByRole('status')).toHaveTextContent('読み取れませんでした');
    expect(field).toBeInvalid();
  });
});

it.each([{ isComposing: true }, { keyCode: 229 }])(
  'ignores the Enter that ends an input method composition: %j',
  async (init) => {
    const { gone, field } = await entry();
    const enter = createEvent.keyDown(field, { key: 'Enter', ...init });
    fireEvent(field, enter);
    expect(enter.defaultPrevented).toBe(true);
    expect(gone).toEqual([]);
  },
);
