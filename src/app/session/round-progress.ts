import { answersOf, isClosed, reasonFor } from '../../core/engine/answer.ts';
import type { Game } from '../../play/store.ts';
import type { MessageState, RoundProgress } from '../shell/TopBar.tsx';

/** How far a round is. A mark says right or wrong only once the player has been told. */
export function roundProgress({ messages, rules, store }: Game): RoundProgress {
  const { moves, open } = store.getState();
  const answers = answersOf(messages, moves);
  const over = [...answers.values()].every(isClosed);
  const marks = messages.map(({ message: { id, solution } }): MessageState => {
    const answer = answers.get(id);
    if (!isClosed(answer)) return id === open ? 'open' : 'new';
    const isTold =
      over || (rules.debrief === 'each' && (!rules.reason || reasonFor(id, moves) !== undefined));
    if (!isTold || answer?.submitted !== true) return 'done';
    return answer.verdict === solution.truth ? 'right' : 'wrong';
  });
  return {
    done: marks.filter((mark) => mark !== 'open' && mark !== 'new').length,
    count: messages.length,
    marks,
  };
}
