import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/scenario/format/message.ts';
import LureScreen from '../../src/explain/LureScreen.tsx';
import { inboxRound } from '../../src/core/round/played-message.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../fixtures/builders.ts';
import { drawOnUse, speak } from '../fixtures/screen.tsx';

const pull = {
  ja: '締め日には、だれでも早く片づけたくなります。',
  en: 'On closing day everybody wants it done.',
};

async function explained(message: Message) {
  const scenario = aScenario({ messages: [message] });
  const [played] = inboxRound(scenario, { pack: { id: 'test' }, assets: 'assets/' }).messages;
  if (played === undefined) throw new Error('no message');
  await drawOnUse(<LureScreen played={played} practiceLength={4} onPractise={() => undefined} />);
}

describe('a message explained to who clicked on it', () => {
  it('says why people follow it after what to do, in the language of the screen', async () => {
    await explained(aMessage({ pull }));
    const heading = await screen.findByRole('heading', { name: 'なぜ引っかかりやすいのか' });
    const best = screen.getByRole('heading', { name: '実際に届いたら' });
    expect(best.compareDocumentPosition(heading)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByText(pull.ja)).toBeInTheDocument();
    await speak('en');
    expect(screen.getByRole('heading', { name: 'Why people fall for it' })).toBeInTheDocument();
    expect(screen.getByText(pull.en)).toBeInTheDocument();
  });

  it('does not say that for genuine mail', async () => {
    await explained(aLegitimateMessage());
    expect(await screen.findByRole('heading', { name: '実際に届いたら' })).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'なぜ引っかかりやすいのか' })).toBeNull();
  });
});
