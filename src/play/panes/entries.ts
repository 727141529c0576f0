/** The rows of the list and the counts of its folders, from the moves of a round. */
import { answersOf, isClosed, type Move } from '../../core/engine/answer.ts';
import type { ListEntry } from '../../inbox/message/MessageList.tsx';
import { type Folder, folderOf, type Game, inkOf, isOpened } from '../store.ts';

export type Answers = ReturnType<typeof answersOf>;

/** One row a message, in the order of the round. */
export function entriesOf(
  { messages }: Game,
  answers: Answers,
  moves: readonly Move[],
): readonly ListEntry[] {
  return messages.map(({ sealed, scenario: { clock } }) => {
    const answer = answers.get(sealed.id);
    return {
      message: sealed,
      state: isClosed(answer) ? 'answered' : isOpened(sealed.id, moves) ? 'read' : 'new',
      ink: answer?.submitted === true ? inkOf(answer.verdict) : undefined,
      clock,
    };
  });
}

/** The messages of each folder; of the inbox those that wait for an answer. */
export function countsOf(answers: Answers): Readonly<Record<Folder, number>> {
  const counts: Record<Folder, number> = { inbox: 0, reported: 0, deleted: 0 };
  for (const answer of answers.values()) {
    const folder = folderOf(answer);
    if (folder !== 'inbox' || !answer.submitted) counts[folder] += 1;
  }
  return counts;
}
