import { act, screen } from '@testing-library/react';
import { useCallback, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Arrived, useAsked, useSettled } from '../../src/ui/asked.tsx';
import { Loaded } from '../../src/ui/Loaded.tsx';
import { draw, type Drawn } from '../fixtures/screen.tsx';

/** Draws a component that suspends: React needs an awaited `act` for that. */
const drawWaiting = (ui: React.ReactNode): Promise<Drawn> => act(async () => draw(ui));

afterEach(() => vi.restoreAllMocks());

/** Answers by name, which the test releases. */
function library() {
  const asked: { name: string; signal: AbortSignal; settle: (how: 'come' | 'fail') => Promise<void> }[] = [];
  const ask = (name: string, signal: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      asked.push({
        name,
        signal,
        settle: (how) =>
          act(async () => {
            if (how === 'come') resolve(`The book ${name}`);
            else reject(new Error('no library'));
          }),
      });
    });
  return { ask, asked };
}

function Shelf({ ask }: Pick<ReturnType<typeof library>, 'ask'>) {
  const [name, setName] = useState('A');
  const book = useAsked(useCallback((signal: AbortSignal) => ask(name, signal), [ask, name]));
  return (
    <>
      <button type="button" onClick={() => setName('B')}>
        Next
      </button>
      <Arrived asked={book} waiting={<p>Waiting</p>}>
        {(text) => <p>{text}</p>}
      </Arrived>
    </>
  );
}

describe('a request of a screen', () => {
  it('is drawn when it arrives; the previous value stays until then, and its request is cancelled', async () => {
    const { ask, asked } = library();
    const { user } = await drawWaiting(<Shelf ask={ask} />);
    expect(screen.getByText('Waiting')).toBeVisible();
    await asked[0]?.settle('come');
    expect(screen.getByText('The book A')).toBeVisible();
    await act(async () => user.click(screen.getByRole('button', { name: 'Next' })));
    expect(asked.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(screen.getByText('The book A')).toBeVisible();
    await asked[1]?.settle('come');
    expect(await screen.findByText('The book B')).toBeVisible();
  });

  it('is not replaced by a late answer to an earlier request', async () => {
    const { ask, asked } = library();
    const { user } = await drawWaiting(<Shelf ask={ask} />);
    await act(async () => user.click(screen.getByRole('button', { name: 'Next' })));
    await asked[1]?.settle('come');
    await asked[0]?.settle('come');
    expect(await screen.findByText('The book B')).toBeVisible();
  });

  it('can be repeated after a failure', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { ask, asked } = library();
    const { user } = await drawWaiting(<Shelf ask={ask} />);
    await asked[0]?.settle('fail');
    await user.click(screen.getByRole('button', { name: 'もう一度試す' }));
    expect(screen.getByText('Waiting')).toBeVisible();
    await asked[1]?.settle('come');
    expect(await screen.findByText('The book A')).toBeVisible();
  });

  it('is cancelled when the screen is left', async () => {
    const { ask, asked } = library();
    (await drawWaiting(<Shelf ask={ask} />)).unmount();
    expect(asked[0]?.signal.aborted).toBe(true);
    await asked[0]?.settle('fail');
  });
});

describe('a value that may come later', () => {
  function Count({ promise }: { readonly promise: Promise<number> }) {
    return <p>{useSettled(promise) ?? 'none yet'}</p>;
  }

  it('is undefined until it is there', async () => {
    draw(<Count promise={Promise.resolve(3)} />);
    expect(screen.getByText('none yet')).toBeVisible();
    expect(await screen.findByText('3')).toBeVisible();
  });

  it('throws where it is drawn', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await drawWaiting(
      <Loaded>
        <Count promise={Promise.reject(new Error('no'))} />
      </Loaded>,
    );
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});
