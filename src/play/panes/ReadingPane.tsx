import { Activity, useEffect, useState } from 'react';
import { isClosed, noAnswer } from '../../core/engine/answer.ts';
import type { PlayedMessage } from '../../core/round/played-message.ts';
import { useLanguage } from '../../i18n/setup.ts';
import type { ListEntry } from '../../inbox/message/MessageList.tsx';
import { whenIdle } from '../../ui/idle.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { OpenMessage, WhoseInbox } from '../after-list.ts';
import { BackToList } from '../BackToList.tsx';
import { Briefing } from '../Briefing.tsx';
import type { Game } from '../store.ts';
import type { Answers } from './entries.ts';
import type { Way } from './useWay.ts';

const DealtWelcome = lazyPart(() => import('../DealtWelcome.tsx'));

interface ReadingPaneProps {
  readonly game: Game;
  readonly played: PlayedMessage | undefined;
  readonly answers: Answers;
  readonly entries: readonly ListEntry[];
  readonly way: Way;
  readonly onBackToResult: (() => void) | undefined;
}

/** The open message, or the introduction of the round with the likely message already drawn behind it. */
export function ReadingPane(props: ReadingPaneProps) {
  const { game, played, entries, way } = props;
  const likely = useLikely(game, entries, way.next);
  const drawn = played ?? likely;
  return (
    <>
      {played === undefined && <Introduction {...props} />}
      {drawn && (
        <Activity key={drawn.message.id} mode={played === undefined ? 'hidden' : 'visible'}>
          <ReadMessage {...props} played={drawn} isAhead={played === undefined} />
        </Activity>
      )}
    </>
  );
}

/**
 * The message that is probably opened first, as soon as the browser has time to draw it: its first drawing is the slowest of the round.
 * Undefined once any message was opened.
 */
function useLikely(
  { messages }: Game,
  entries: readonly ListEntry[],
  next: string | undefined,
): PlayedMessage | undefined {
  const [isReady, setReady] = useState(false);
  const isFresh = entries.every(({ state }) => state === 'new');
  useEffect(() => {
    if (!isFresh) return undefined;
    let callOff = (): void => undefined;
    const idle = whenIdle(
      () =>
        void OpenMessage.fetchAhead().then(() => {
          callOff = whenIdle(() => setReady(true));
        }),
    );
    return () => {
      idle();
      callOff();
    };
  }, [isFresh]);
  return isReady && isFresh ? messages.find(({ message: { id } }) => id === next) : undefined;
}

/** What the player reads before the first message. */
function Introduction({ game, entries, way }: ReadingPaneProps) {
  const { t } = useLanguage();
  const { messages, opening, rules } = game;
  const onStart = way.next === undefined ? undefined : way.goOn;
  return (
    <section className="pane" aria-label={t('inbox.reading')}>
      {opening.kind === 'inbox' ? (
        messages[0] && (
          <Briefing
            story={opening.story}
            scenario={messages[0].scenario}
            count={messages.length}
            isFirst={entries.every(({ state }) => state !== 'answered')}
            onStart={onStart}
          />
        )
      ) : (
        <Loaded waiting>
          <DealtWelcome
            mode={rules.mode}
            count={messages.length}
            oneInbox={new Set(messages.map(({ scenario }) => scenario)).size === 1}
            shortage={opening.shortage}
            onStart={onStart}
          />
        </Loaded>
      )}
    </section>
  );
}

interface ReadMessageProps extends ReadingPaneProps {
  readonly played: PlayedMessage;
  /** Whether it is drawn before it is opened, and hidden. */
  readonly isAhead: boolean;
}

function ReadMessage({ game, played, isAhead, answers, entries, way, onBackToResult }: ReadMessageProps) {
  const { t } = useLanguage();
  const { messages, opening } = game;
  const { led, next, goOn, toList } = way;
  const back = <BackToList onBack={toList} onBackToResult={onBackToResult} />;
  return (
    <Loaded
      what="message"
      renderAround={(note) => (
        <section className="pane" aria-label={t('inbox.reading')}>
          {back}
          {note}
        </section>
      )}
    >
      <OpenMessage
        game={game}
        played={played}
        answer={answers.get(played.message.id) ?? noAnswer}
        over={messages.every(({ message: { id } }) => isClosed(answers.get(id)))}
        first={entries.every(({ state }) => state !== 'answered')}
        // Drawn ahead, it takes the focus once it is shown, and need not be drawn again for that.
        takesFocus={led || isAhead}
        last={next === undefined}
        onNext={goOn}
        onBack={onBackToResult ?? toList}
      >
        {back}
        {opening.kind === 'dealt' && (
          <Loaded>
            <WhoseInbox scenario={played.scenario} />
          </Loaded>
        )}
      </OpenMessage>
    </Loaded>
  );
}
