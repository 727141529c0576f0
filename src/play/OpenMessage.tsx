import { useCallback, useMemo } from 'react';
import { type Answer, isClosed, reasonFor } from '../core/engine/answer.ts';
import { type Marks, MarksProvider } from '../inbox/marks.tsx';
import { MessageView } from '../inbox/message/MessageView.tsx';
import { AnswerPlace } from './answer/AnswerPanel.tsx';
import type { PlayedMessage } from '../core/round/played-message.ts';
import type { Game } from './store.ts';
import { useGame } from './useGame.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/Loaded.tsx';

const AnswerHelps = lazyPart(() => import('./answer/AnswerHelps.tsx'));
const DebriefScreen = lazyPart(() => import('./debrief/DebriefScreen.tsx'));
const HintButton = lazyPart(() => import('./answer/HintButton.tsx'));
const KeptAnswer = lazyPart(() => import('./answer/KeptAnswer.tsx'));
const ReasonScreen = lazyPart(() => import('./answer/ReasonScreen.tsx'));
const UnansweredScreen = lazyPart(() => import('./answer/UnansweredScreen.tsx'));

interface OpenMessageProps {
  readonly game: Game;
  readonly played: PlayedMessage;
  readonly answer: Answer;
  /** Whether every message of the round is answered or out of time. */
  readonly over: boolean;
  /** Whether this is the first message to be answered in the round. */
  readonly first: boolean;
  /** Whether the heading takes the focus. */
  readonly takesFocus: boolean;
  /** Whether there is no further message. */
  readonly last: boolean;
  readonly onNext: () => void;
}

/** The open message: to be answered, waiting for the end of the round, or explained. */
export function OpenMessage({
  game,
  played,
  answer,
  over,
  first,
  takesFocus,
  last,
  onNext,
}: OpenMessageProps) {
  const moves = useGame(game, (state) => state.moves);
  const { sealed, scenario, assets } = played;
  const { id } = sealed;
  const { rules } = game;
  const coaching = rules.debrief === 'each';
  const onToggle = useCallback((region: string) => game.toggleFlag(id, region), [game, id]);
  const { flags } = answer;
  const closed = isClosed(answer);
  const marks = useMemo(
    (): Marks => (closed ? { mode: 'kept', flags } : { mode: 'play', flags, onToggle }),
    [closed, flags, onToggle],
  );
  const view = (
    <div className="reader" key={id}>
      <MessageView
        message={sealed}
        scenario={scenario}
        assets={assets}
        coaching={coaching}
        takesFocus={takesFocus}
      />
    </div>
  );
  if (closed && (coaching || over)) {
    return (
      <Loaded key={id} what="debrief" meanwhile={<MarksProvider marks={marks}>{view}</MarksProvider>}>
        {explained()}
      </Loaded>
    );
  }
  if (closed) {
    return (
      <MarksProvider marks={marks}>
        {view}
        <Loaded>
          <KeptAnswer key={id} last={last} onNext={onNext} />
        </Loaded>
      </MarksProvider>
    );
  }
  const sense = first && rules.mode === 'training';
  return (
    <MarksProvider marks={marks}>
      {view}
      {(sense || rules.hints) && (
        <Loaded>
          <AnswerHelps played={played} answer={answer} hints={rules.hints} sense={sense} />
        </Loaded>
      )}
      <AnswerPlace
        key={`answer to ${id}`}
        game={game}
        message={sealed}
        scenario={scenario}
        assets={assets}
        answer={answer}
        coaching={coaching}
        further={
          rules.hints && (
            <Loaded>
              <HintButton played={played} answer={answer} onHint={() => game.takeHint(id)} />
            </Loaded>
          )
        }
      />
    </MarksProvider>
  );

  function explained() {
    if (!answer.submitted) {
      return <UnansweredScreen key={id} played={played} last={last} onNext={onNext} />;
    }
    if (rules.reason && reasonFor(id, moves) === undefined) {
      return (
        <ReasonScreen
          message={sealed}
          flags={answer.flags}
          onReason={(reason) => game.giveReason(id, reason)}
        />
      );
    }
    return <DebriefScreen key={id} game={game} played={played} answer={answer} onNext={onNext} last={last} />;
  }
}
