import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { inboxRound } from '../../src/core/round/played-message.ts';
import { InboxScreen } from '../../src/play/InboxScreen.tsx';
import { createGame } from '../../src/play/store.ts';
import { aScenario } from '../fixtures/builders.ts';
import { draw } from '../fixtures/screen.tsx';

const nothing = () => undefined;

function drawRound(first?: boolean) {
  const chosen: boolean[] = [];
  const round = inboxRound(aScenario(), { pack: { id: 'test' }, assets: 'content/packs/test/assets/' });
  const game = createGame(round, { now: () => 1 });
  function Held() {
    const [sound, setSound] = useState(first);
    return (
      <InboxScreen
        game={game}
        skin="desktop"
        sound={sound}
        onSound={(choice) => {
          chosen.push(choice);
          setSound(choice);
        }}
        onLeave={nothing}
        onAgain={nothing}
        onPractise={nothing}
        onProgress={nothing}
        onCertificate={nothing}
      />
    );
  }
  return { ...draw(<Held />), chosen };
}

const openAndStamp = async ({ user }: ReturnType<typeof drawRound>) => {
  await user.click((await screen.findAllByText(/【重要】/))[0] ?? document.body);
  expect(screen.queryByRole('region', { name: '印の音を鳴らしますか' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: '山田 葵 様' }));
};

describe('the question whether to play sounds', () => {
  it.each([
    ['鳴らす', true],
    ['鳴らさない', false],
  ])('comes after the first stamp, takes no focus, and goes for good with “%s”', async (answer, sound) => {
    const drawn = drawRound();
    await openAndStamp(drawn);
    await screen.findByRole('region', { name: '印の音を鳴らしますか' });
    expect(screen.getByRole('button', { name: '山田 葵 様', pressed: true })).toHaveFocus();
    await drawn.user.click(screen.getByRole('button', { name: answer }));
    expect(drawn.chosen).toEqual([sound]);
    await drawn.user.click(screen.getByRole('button', { name: '山田 葵 様', pressed: true }));
    await drawn.user.click(screen.getByRole('button', { name: '山田 葵 様', pressed: false }));
    expect(screen.queryByRole('region', { name: '印の音を鳴らしますか' })).toBeNull();
  });

  it.each([true, false])('does not come to a player who chose %s before', async (before) => {
    const drawn = drawRound(before);
    await openAndStamp(drawn);
    expect(screen.getByRole('button', { name: '山田 葵 様', pressed: true })).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: '印の音を鳴らしますか' })).toBeNull();
  });
});
