import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Answer, isClosed, noAnswer, reasonFor } from '../core/engine/answer.ts';
import type { Ink } from '../core/scenario/format/vocabulary.ts';
import { useLanguage } from '../i18n/setup.ts';
import { InkContext } from '../inbox/InkPalette.tsx';
import { type Marks, MarksProvider } from '../inbox/marks.tsx';
import { MessageView } from '../inbox/message/MessageView.tsx';
import { DebriefScreen, fetchAhead, ReasonScreen } from './after-answer.ts';
import { ActionBar } from './answer/ActionBar.tsx';
import { AnswerHelps, HintButton } from './answer/helps.ts';
import { AnswerPanel } from './answer/AnswerPanel.tsx';
import type { PlayedMessage } from '../core/round/played-message.ts';
import type { ExplainedView } from './debrief/DebriefScreen.tsx';
import { type Game, inkInHand } from './store.ts';
import { useGame } from './useGame.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/Loaded.tsx';

const KeptAnswer = lazyPart(() => import('./answer/KeptAnswer.tsx'));
const UnansweredScreen = lazyPart(() => import('./debrief/UnansweredScreen.tsx'));

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
  readonly onBack: () => void;
  /** Above the message. */
  readonly children: ReactNode;
}

/**
 * The open message: to be answered, waiting for the end of the round, or explained. An answer changes what is beside and below it; the
 * message itself stays as it is, wherever it was scrolled to.
 */
export default function OpenMessage(props: OpenMessageProps) {
  const { game, played, answer, takesFocus, last, onNext, onBack, children } = props;
  const { t } = useLanguage();
  const { sealed, scenario, assets } = played;
  const { id } = sealed;
  const { rules } = game;
  const coaching = rules.debrief === 'each';
  const [view, setView] = useState<ExplainedView>();
  const marks = useMarksInPlay(game, id, answer);
  const inks = useInks(game, id, answer);
  const stage = useStage(props);
  // Fixed when the message is opened: an answer given since then is a fresh one.
  const [wasOpen] = useState(!isClosed(answer));
  const { pane, room } = useToolbarRoom(game, id);
  useEffect(fetchAhead, []);
  return (
    <>
      <section className="pane" aria-label={t('inbox.reading')} ref={pane}>
        {children}
        {room > 0 && stage !== 'open' && (
          <div className="toolbar-room" style={{ height: room }} inert>
            <ActionBar
              action={answer.action}
              channel={sealed.channel}
              directory={scenario.directory}
              look=""
              further={null}
              onTool={() => {}}
            />
          </div>
        )}
        <MarksProvider marks={view?.marks ?? marks}>
          <InkContext value={inks}>
            <div className="reader">
              <MessageView
                message={sealed}
                scenario={scenario}
                assets={assets}
                coaching={coaching || view !== undefined}
                takesFocus={takesFocus && !isClosed(answer)}
                reveal={view?.reveal}
              />
            </div>
          </InkContext>
        </MarksProvider>
        <BelowMessage {...props} stage={stage} coaching={coaching} />
      </section>
      {stage === 'explained' && answer.submitted && (
        <Loaded what="debrief">
          <DebriefScreen
            game={game}
            played={played}
            answer={answer}
            onNext={onNext}
            onBack={onBack}
            last={last}
            isFresh={wasOpen}
            onView={setView}
          />
        </Loaded>
      )}
      {stage === 'unanswered' && (
        <Loaded what="debrief">
          <UnansweredScreen played={played} last={last} onNext={onNext} onBack={onBack} onView={setView} />
        </Loaded>
      )}
    </>
  );
}

/** Where an answer stands: `reason`: given, and the player is asked what decided it; `unanswered`: out of time, and explained. */
type Stage = 'open' | 'reason' | 'kept' | 'explained' | 'unanswered';

function useStage({ game, played, answer, over }: OpenMessageProps): Stage {
  const isReasoned = useGame(game, ({ moves }) => reasonFor(played.message.id, moves) !== undefined);
  const { debrief, reason } = game.rules;
  if (!isClosed(answer)) return 'open';
  if (debrief !== 'each' && !over) return 'kept';
  if (!answer.submitted) return 'unanswered';
  // Without a stamp there is nothing to choose from.
  return reason && !isReasoned && answer.flags.size > 0 ? 'reason' : 'explained';
}

/** The height of the toolbar above the message at the moment of the answer: kept free, so that the message does not move up. */
function useToolbarRoom(game: Game, id: string) {
  const pane = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(
    () =>
      game.onEvent((event) => {
        const isAnswer =
          event.kind === 'moved' &&
          event.made.some(({ kind, message }) => kind === 'submit' && message === id);
        if (isAnswer && pane.current !== null) setRoom(toolbarAbove(pane.current));
      }),
    [game, id],
  );
  return { pane, room };
}

function toolbarAbove(pane: HTMLElement): number {
  const toolbar = pane.querySelector('.toolbar')?.getBoundingClientRect();
  const reader = pane.querySelector('.reader')?.getBoundingClientRect();
  return toolbar && reader && toolbar.bottom <= reader.top + 1 ? toolbar.height : 0;
}

/** Pressing a part stamps it until the answer is given. */
function useMarksInPlay(game: Game, id: string, answer: Answer): Marks {
  const onToggle = useCallback((region: string) => game.toggleFlag(id, region), [game, id]);
  // The same map as long as nothing is flagged: another one would draw every part again when the message is opened.
  const { flags } = answer.flags.size === 0 ? noAnswer : answer;
  const closed = isClosed(answer);
  return useMemo(
    (): Marks => (closed ? { mode: 'kept', flags } : { mode: 'play', flags, onToggle }),
    [closed, flags, onToggle],
  );
}

/** The ink in hand, for palettes in dialogs; undefined once the answer is given. */
function useInks(game: Game, id: string, answer: Answer) {
  const ink = useGame(game, (state) => inkInHand(id, state));
  const closed = isClosed(answer);
  return useMemo(
    () => (closed ? undefined : { ink, onChoose: (chosen: Ink) => game.chooseInk(id, chosen) }),
    [game, id, ink, closed],
  );
}

interface BelowMessageProps extends OpenMessageProps {
  readonly stage: Stage;
  readonly coaching: boolean;
}

/** What is below the message: the answer controls, the question after the answer, or a note that it was taken. */
function BelowMessage({ game, played, answer, first, last, onNext, stage, coaching }: BelowMessageProps) {
  const { sealed, scenario, assets } = played;
  const { id } = sealed;
  const { rules } = game;
  switch (stage) {
    case 'explained':
    case 'unanswered':
      return null;
    case 'kept':
      return (
        <Loaded>
          <KeptAnswer last={last} onNext={onNext} />
        </Loaded>
      );
    case 'reason':
      return (
        <Loaded what="debrief">
          <ReasonScreen
            message={sealed}
            flags={answer.flags}
            onReason={(reason) => game.giveReason(id, reason)}
          />
        </Loaded>
      );
    case 'open': {
      const sense = first && rules.mode === 'training';
      return (
        <>
          {(sense || rules.hints) && (
            <Loaded>
              <AnswerHelps played={played} answer={answer} hints={rules.hints} sense={sense} />
            </Loaded>
          )}
          <AnswerPanel
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
        </>
      );
    }
  }
}
