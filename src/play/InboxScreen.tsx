import { Activity, useCallback, useEffect, useMemo, useState } from 'react';
import { answersOf, isClosed, type Move, noAnswer } from '../core/engine/answer.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import type { ListEntry } from '../inbox/message/MessageList.tsx';
import { MessageList } from '../inbox/message/MessageList.tsx';
import { type Skin, SkinContext } from '../inbox/skin.ts';
import { useBackCloses } from '../ui/dialog/back.ts';
import { focusOnce, focusWhenLed } from '../ui/focus-once.ts';
import type { PlayedMessage } from '../core/round/played-message.ts';
import { ResultScreen } from './after-answer.ts';
import { fetchOpening, OpenMessage, WhoseInbox } from './after-list.ts';
import { BackToList } from './BackToList.tsx';
import { Briefing } from './Briefing.tsx';
import { FolderPane } from './FolderPane.tsx';
import type { AfterRound } from '../results/ResultScreen.tsx';
import { type Folder, folderOf, type Game, inkOf, isOpened } from './store.ts';
import { useBuzz } from './useBuzz.ts';
import { useGame } from './useGame.ts';
import { useListKeys } from './keys/useListKeys.ts';
import { whenIdle } from '../ui/idle.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/Loaded.tsx';

const AskSound = lazyPart(() => import('./AskSound.tsx'));
const DealtWelcome = lazyPart(() => import('./DealtWelcome.tsx'));
const KeyHelp = lazyPart(() => import('./keys/KeyHelp.tsx'));
const ListSearch = lazyPart(() => import('./ListSearch.tsx'));
const Reference = lazyPart(() => import('./Reference.tsx'));
const RoundBar = lazyPart(() => import('./RoundBar.tsx'));
const Sounds = lazyPart(() => import('./Sounds.tsx'));

interface InboxScreenProps extends AfterRound {
  readonly game: Game;
  readonly skin: Skin;
  /** The message whose row was pressed before the game was there. */
  readonly pressed?: string | undefined;
  /** Whether the round plays sounds; undefined until the player was asked. */
  readonly sound?: boolean | undefined;
  /** Keeps the player's choice. Where it is absent, the game does not ask. */
  readonly onSound?: ((sound: boolean) => void) | undefined;
  /** Called with what the bar's menu can open here. */
  readonly onTools?: ((tools: RoundTools | undefined) => void) | undefined;
}

/** What the bar's menu can open in a round. */
export interface RoundTools {
  /** Contacts and rules; absent while no inbox with contacts is open. */
  readonly onReference: (() => void) | undefined;
  /** The list of keys. */
  readonly onKeys: () => void;
}

/** The mock mail client with a round in it. */
export function InboxScreen({ game, skin, pressed, sound, onSound, onTools, ...after }: InboxScreenProps) {
  const { language } = useLanguage();
  const moves = useGame(game, (state) => state.moves);
  const open = useGame(game, (state) => state.open);
  const folder = useGame(game, (state) => state.folder);
  const finished = useGame(game, (state) => state.finished);
  const [reference, setReference] = useState(false);
  const { messages, opening } = game;
  const answers = useMemo(() => answersOf(messages, moves), [messages, moves]);
  const entries = useMemo(() => entriesOf(game, answers, moves), [game, answers, moves]);
  const counts = useMemo(() => countsOf(answers), [answers]);
  const listed = entries.filter(({ message: { id } }) => folderOf(answers.get(id)) === folder);
  const way = useWay(game, open, entries);
  const played = messages.find(({ message: { id } }) => id === open);
  // A round from several inboxes has no contacts until a message is open.
  const [first] = messages;
  const inbox = played ?? (opening.kind === 'inbox' ? first : undefined);
  const over = messages.every(({ message: { id } }) => isClosed(answers.get(id)));
  const { fromResult, lies } = useResultOnTop(finished, open);
  useBackCloses(lies, way.toList);
  useBuzz(game);
  useEffect(fetchOpening, []);
  useEffect(() => {
    if (messages.some(({ message: { id } }) => id === pressed)) way.openRow(pressed ?? '');
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- pressed once
  }, []);
  const help = useListKeys(
    listed.map(({ message }) => message.id),
    { open, next: way.next },
    way.openRow,
  );

  useTools(onTools, {
    isOver: finished,
    hasContacts: inbox !== undefined,
    onReference: setReference,
    onKeys: help.setOpen,
  });

  if (finished) {
    return (
      <Loaded what="result" waiting>
        <ResultScreen round={game} moves={moves} onOpen={game.openMessage} {...after} />
      </Loaded>
    );
  }
  return (
    <SkinContext value={skin}>
      {opening.kind === 'dealt' && (
        <Loaded waiting={<div className="round-bar" />}>
          <RoundBar game={game} over={over} />
        </Loaded>
      )}
      <RoundSound game={game} sound={sound} isReading={open !== undefined} onSound={onSound} />
      <div className={`stage ${skin}`}>
        <main className={`client ${stateOf(entries, open)}`} tabIndex={-1} ref={focusWhenLed}>
          {opening.kind === 'inbox' && <h1 className="visually-hidden">{pick(opening.title, language)}</h1>}
          <FolderPane
            folder={folder}
            counts={counts}
            onFolder={game.openFolder}
            onReference={inbox && (() => setReference(true))}
          />
          <ListPane
            key={folder}
            folder={folder}
            entries={listed}
            open={open}
            grouped={opening.kind === 'inbox'}
            takesFocus={way.led && played === undefined}
            onOpen={way.openRow}
            onResult={over ? game.finish : undefined}
          />
          <ReadingPane
            game={game}
            played={played}
            answers={answers}
            entries={entries}
            way={way}
            onBackToResult={fromResult ? game.finish : undefined}
          />
          {reference && inbox && <ContactsAndRules inbox={inbox} onClose={() => setReference(false)} />}
          {help.isOpen && (
            <Loaded onClose={() => help.setOpen(false)}>
              <KeyHelp onClose={() => help.setOpen(false)} />
            </Loaded>
          )}
        </main>
      </div>
      {skin === 'phone' && <PhoneHint />}
    </SkinContext>
  );
}

interface ContactsAndRulesProps {
  readonly inbox: PlayedMessage;
  readonly onClose: () => void;
}

function ContactsAndRules({ inbox: { scenario, assets }, onClose }: ContactsAndRulesProps) {
  return (
    <Loaded onClose={onClose}>
      <Reference scenario={scenario} assets={assets} onClose={onClose} />
    </Loaded>
  );
}

interface RoundSoundProps extends Pick<InboxScreenProps, 'game' | 'sound' | 'onSound'> {
  /** Whether a message is open. On a phone the question stands beside the way back from it. */
  readonly isReading: boolean;
}

/** Plays the sounds of a round, or asks for them once the player has stamped. */
function RoundSound({ game, sound, isReading, onSound }: RoundSoundProps) {
  const hasStamped = useGame(game, ({ moves }) => moves.some(({ kind }) => kind === 'flag'));
  if (sound) {
    return (
      <Loaded>
        <Sounds game={game} />
      </Loaded>
    );
  }
  if (sound !== undefined || onSound === undefined || !hasStamped || !isReading) return null;
  return (
    <Loaded>
      <AskSound onAnswer={onSound} />
    </Loaded>
  );
}

interface ToolsHere {
  readonly isOver: boolean;
  readonly hasContacts: boolean;
  readonly onReference: (isOpen: boolean) => void;
  readonly onKeys: (isOpen: boolean) => void;
}

/** Tells the bar's menu what it can open, as long as the round is on screen. Both functions must stay the same. */
function useTools(
  onTools: InboxScreenProps['onTools'],
  { isOver, hasContacts, onReference, onKeys }: ToolsHere,
): void {
  useEffect(() => {
    if (onTools === undefined || isOver) return undefined;
    onTools({
      onReference: hasContacts ? () => onReference(true) : undefined,
      onKeys: () => onKeys(true),
    });
    return () => onTools(undefined);
  }, [onTools, isOver, hasContacts, onReference, onKeys]);
}

/** Where the player can go from the open message. */
interface Way {
  /** Whether the player led here, so that the focus goes to what is read. */
  readonly led: boolean;
  /** The next message to answer. */
  readonly next: string | undefined;
  readonly goOn: () => void;
  readonly openRow: (row: string) => void;
  readonly toList: () => void;
}

function useWay(game: Game, open: string | undefined, entries: readonly ListEntry[]): Way {
  const [led, setLed] = useState(false);
  const next = nextAfter(open, entries);
  const openRow = useCallback(
    (row: string) => {
      setLed(true);
      game.openMessage(row);
    },
    [game],
  );
  return {
    led,
    next,
    openRow,
    goOn: () => {
      if (next !== undefined) openRow(next);
      else game.finish();
    },
    toList: () => {
      setLed(true);
      game.openMessage(undefined);
    },
  };
}

interface ListPaneProps {
  readonly folder: Folder;
  readonly entries: readonly ListEntry[];
  readonly open: string | undefined;
  readonly grouped: boolean;
  readonly takesFocus: boolean;
  readonly onOpen: (row: string) => void;
  /** Present once every message is answered. */
  readonly onResult: (() => void) | undefined;
}

function ListPane({ folder, entries, open, grouped, takesFocus, onOpen, onResult }: ListPaneProps) {
  const { t } = useLanguage();
  const [found, setFound] = useState<ReadonlySet<string>>();
  // Nobody searches before the list is there.
  const [isIdle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  const messages = useMemo(() => entries.map(({ message }) => message), [entries]);
  const shown = found === undefined ? entries : entries.filter(({ message }) => found.has(message.id));
  return (
    <section
      className="list"
      aria-label={t(`folder.${folder}`)}
      tabIndex={-1}
      ref={takesFocus ? focusOnce : undefined}
    >
      <div className="list-search">
        {isIdle && (
          <Loaded>
            <ListSearch messages={messages} onFound={setFound} />
          </Loaded>
        )}
      </div>
      {found?.size !== 0 && <MessageList entries={shown} open={open} grouped={grouped} onOpen={onOpen} />}
      {onResult && (
        <div className="list-end">
          <button type="button" className="button main" onClick={onResult}>
            {t('game.showResult')}
          </button>
        </div>
      )}
    </section>
  );
}

interface ReadingPaneProps {
  readonly game: Game;
  readonly played: PlayedMessage | undefined;
  readonly answers: Answers;
  readonly entries: readonly ListEntry[];
  readonly way: Way;
  readonly onBackToResult: (() => void) | undefined;
}

/** The open message, or the introduction of the round with the likely message already drawn behind it. */
function ReadingPane(props: ReadingPaneProps) {
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

function PhoneHint() {
  const { t } = useLanguage();
  return <p className="phone-hint">{t('inbox.phoneHint')}</p>;
}

/** The classes of the client that say what is on screen. */
function stateOf(entries: readonly ListEntry[], open: string | undefined): string {
  if (open !== undefined) return 'reading';
  return entries.every(({ state }) => state === 'new') ? 'fresh' : '';
}

/**
 * Whether the open message was chosen on the result, and whether the result lies above the list instead of
 * replacing it.
 */
function useResultOnTop(finished: boolean, open: string | undefined) {
  const [seen, setSeen] = useState({ finished, fromResult: false, isAll: finished });
  const fromResult = !finished && open !== undefined && (seen.finished || seen.fromResult);
  const isAll = seen.isAll && (finished || fromResult);
  if (seen.finished !== finished || seen.fromResult !== fromResult || seen.isAll !== isAll) {
    setSeen({ finished, fromResult, isAll });
  }
  return { fromResult, lies: (finished || fromResult) && !isAll };
}

type Answers = ReturnType<typeof answersOf>;

function entriesOf({ messages }: Game, answers: Answers, moves: readonly Move[]): readonly ListEntry[] {
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

/** The next message to answer: down the list from the open one, then on from the top. */
function nextAfter(open: string | undefined, entries: readonly ListEntry[]): string | undefined {
  const at = entries.findIndex(({ message }) => message.id === open);
  return [...entries.slice(at + 1), ...entries.slice(0, Math.max(at, 0))].find(
    ({ state }) => state !== 'answered',
  )?.message.id;
}

function countsOf(answers: Answers): Readonly<Record<Folder, number>> {
  const counts: Record<Folder, number> = { inbox: 0, reported: 0, deleted: 0 };
  for (const answer of answers.values()) {
    const folder = folderOf(answer);
    if (folder !== 'inbox' || !answer.submitted) counts[folder] += 1;
  }
  return counts;
}
