import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { changeLanguage } from '../../src/i18n/setup.ts';
import { lazyPart } from '../../src/ui/lazy-part.tsx';
import { LastingContext } from '../../src/ui/lasting.ts';
import { Loaded } from '../../src/ui/Loaded.tsx';
import { draw, type Drawn } from '../fixtures/screen.tsx';

const said = (): string => screen.getByRole('alert').textContent ?? '';

/** A part whose code loads, fails or stays pending, as the test says for each attempt. */
function partThat(...attempts: readonly ('comes' | 'fails' | 'hangs')[]) {
  let count = 0;
  const Part = lazyPart<{ readonly name: string }>(async () => {
    const how = attempts[count] ?? 'comes';
    count += 1;
    if (how === 'fails') throw new TypeError('Failed to fetch dynamically imported module');
    if (how === 'hangs') await new Promise(() => undefined);
    return { default: ({ name }: { readonly name: string }) => <p>{`Hello, ${name}.`}</p> };
  });
  return { Part, count: () => count };
}

/** A part whose code loads when the test releases it. */
function partToCome() {
  let come = (): void => undefined;
  const Part = lazyPart(
    () =>
      new Promise<{ readonly default: () => React.JSX.Element }>((resolve) => {
        come = () => resolve({ default: () => <p>Hello.</p> });
      }),
  );
  return { Part, come: () => come() };
}

/** Draws a component that suspends: React needs an awaited `act` for that. */
const drawWaiting = (ui: React.ReactNode): Promise<Drawn> => act(async () => draw(ui));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** React logs the errors that a boundary has caught. */
const quiet = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);

describe('a part that is loaded', () => {
  it('is drawn when it has loaded', async () => {
    const { Part, come } = partToCome();
    await drawWaiting(
      <Loaded waiting>
        <Part />
      </Loaded>,
    );
    expect(screen.getByText('読み込んでいます…')).toBeVisible();
    come();
    expect(await screen.findByText('Hello.')).toBeVisible();
  });

  it('says what did not load, keeps the rest of the page, and loads at the next attempt', async () => {
    quiet();
    const { Part, count } = partThat('fails', 'comes');
    const { user } = await drawWaiting(
      <>
        <h1>Bar</h1>
        <Loaded what="debrief">
          <Part name="Sato" />
        </Loaded>
      </>,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '解説を読み込めませんでした。回答は残っています。',
    );
    expect(screen.getByRole('heading', { name: 'Bar' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'ページを再読み込みする' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'もう一度試す' }));
    expect(await screen.findByText('Hello, Sato.')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(count()).toBe(2);
  });

  it('offers to reload the page after a second failure, and says that the answers are stored', async () => {
    quiet();
    const { Part } = partThat('fails', 'fails', 'comes');
    const { user } = await drawWaiting(
      <Loaded>
        <Part name="Sato" />
      </Loaded>,
    );
    await user.click(await screen.findByRole('button', { name: 'もう一度試す' }));
    expect(await screen.findByRole('button', { name: 'ページを再読み込みする' })).toBeVisible();
    expect(said()).toContain('ここまでの内容は残ります。');
    const again = screen.getByRole('button', { name: 'もう一度試す' });
    expect(again).toHaveFocus();
    await user.click(again);
    expect(await screen.findByText('Hello, Sato.')).toBeVisible();
  });

  it('does not say that the answers are stored if they are not', async () => {
    quiet();
    await act(() => changeLanguage('en'));
    const { Part } = partThat('fails', 'fails');
    const { user } = await drawWaiting(
      <LastingContext value={false}>
        <Loaded>
          <Part name="Sato" />
        </Loaded>
      </LastingContext>,
    );
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByRole('button', { name: 'Reload the page' });
    expect(said()).toContain('This browser keeps nothing');
    expect(said()).not.toContain('is kept');
  });

  it('is requested again when the device is back online', async () => {
    quiet();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { Part } = partThat('fails', 'comes');
    await drawWaiting(
      <Loaded>
        <Part name="Sato" />
      </Loaded>,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('オフライン');
    await act(async () => dispatchEvent(new Event('online')));
    expect(await screen.findByText('Hello, Sato.')).toBeVisible();
  });

  it('shows its failure in a dialog that can be closed, if the part is a dialog', async () => {
    quiet();
    let closed = 0;
    const { Part } = partThat('fails');
    const { user } = await drawWaiting(
      <Loaded onClose={() => (closed += 1)}>
        <Part name="Sato" />
      </Loaded>,
    );
    const dialog = await screen.findByRole('dialog', { name: '読み込めませんでした' });
    expect(within(dialog).getByRole('alert')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: '閉じる' }));
    expect(closed).toBe(1);
  });

  it('says after some seconds that it takes long, and still loads', async () => {
    vi.useFakeTimers();
    const { Part, come } = partToCome();
    await drawWaiting(
      <Loaded>
        <Part />
      </Loaded>,
    );
    await act(() => vi.advanceTimersByTimeAsync(7_000));
    expect(screen.queryByRole('status')).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(screen.getByRole('status')).toHaveTextContent('読み込みに時間がかかっています');
    expect(screen.getByRole('button', { name: 'ページを再読み込みする' })).toBeVisible();
    come();
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(screen.getByText('Hello.')).toBeVisible();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('says that the game is at fault if it throws, and recovers if the next attempt works', async () => {
    quiet();
    let wrong = true;
    const Faulty = () => {
      if (wrong) throw new RangeError('Maximum call stack size exceeded');
      return <p>Hello.</p>;
    };
    const { user } = await drawWaiting(
      <Loaded what="screen">
        <Faulty />
      </Loaded>,
    );
    expect(said()).toContain('ゲームの不具合により');
    expect(screen.getByRole('button', { name: 'ページを再読み込みする' })).toBeVisible();
    wrong = false;
    await user.click(screen.getByRole('button', { name: 'もう一度試す' }));
    expect(screen.getByText('Hello.')).toBeVisible();
  });
});
