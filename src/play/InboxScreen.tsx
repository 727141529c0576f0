import { useCallback, useMemo, useState } from 'react';
import { answersOf, isClosed, type Move, noAnswer } from '../core/engine/answer.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import type { ListEntry } from '../inbox/message/MessageList.tsx';
import { MessageList } from '../inbox/message/MessageList.tsx';
import { type Skin, SkinContext } from '../inbox/skin.ts';
import { useBackCloses } from '../ui/back.ts';
import { focusOnce, focusWhenLed } from '../ui/focus-once.ts';
import { BackToList } from './BackToList.tsx';
import { FolderPane } from './FolderPane.tsx';
import { OpenMessage } from './OpenMessage.tsx';
import type { AfterRound } from '../results/ResultScreen.tsx';
import { type Folder, folderOf, type Game, inkOf, isOpened } from './store.ts';
import { useGame } from './useGame.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/Loaded.tsx';

const DealtWelcome = lazyPart(() => import('./DealtWelcome.tsx'));
const Reference = lazyPart(() => import('./Reference.tsx'));
const ResultScreen = lazyPart(() => import('../results/ResultScreen.tsx'));
const RoundBar = lazyPart(() => import('./RoundBar.tsx'));
const Sounds = lazyPart(() => import('./Sounds.tsx'));
const WhoseInbox = lazyPart(() => import('./WhoseInbox.tsx'));

interface InboxScreenProps extends AfterRound {
  readonly game: Game;
  readonly skin: Skin;
  /** Whether the round plays sounds. */
  readonly sound?: boolean;
}

/** The mock mail client with a round in it. */
export function InboxScreen({ game, skin, sound, ...after }: InboxScreenProps) {
  const { t, language } = useLanguage();
  const moves = useGame(game, (state) => state.moves);
  const open = useGame(game, (state) => state.open);
  const folder = useGame(game, (state) => state.folder);
  const finished = useGame(game, (state) => state.finished);
  const [reference, setReference] = useState(false);
  // True if the control that led here has unmounted, so that focus must move.
  const [led, setLed] = useState(false);
  const { messages, opening, rules } = game;
  const answers = useMemo(() => answersOf(messages, moves), [messages, moves]);
  const entries = useMemo(() => entriesOf(game, answers, moves), [game, answers, moves]);
  const counts = useMemo(() => countsOf(answers), [answers]);
  const played = messages.find(({ message: { id } }) => id === open);
  // A round from several inboxes has no contacts until a message is open.
  const [first] = messages;
  const inbox = played ?? (opening.kind === 'inbox' ? first : undefined);
  const over = messages.every(({ message: { id } }) => isClosed(answers.get(id)));
  const next = nextAfter(open, entries);
  const goOn = (): void => {
    setLed(true);
    if (next === undefined) game.finish();
    else game.openMessage(next);
  };
  const openRow = useCallback(
    (row: string) => {
      setLed(false);
      game.openMessage(row);
    },
    [game],
  );
  const toList = (): void => {
    setLed(true);
    game.openMessage(undefined);
  };
  const { fromResult, lies } = useResultOnTop(finished, open);
  useBackCloses(lies, toList);

  if (finished) {
    return (
      <Loaded what="result" waiting>
        <ResultScreen game={game} answers={answers} {...after} />
      </Loaded>
    );
  }
  return (
    <SkinContext value={skin}>
      {sound && (
        <Loaded>
          <Sounds game={game} />
        </Loaded>
      )}
      {opening.kind === 'dealt' && (
        <Loaded waiting={<div className="round-bar" />}>
          <RoundBar game={game} over={over} />
        </Loaded>
      )}
      <div className={`stage ${skin}`}>
        <main className={`client ${stateOf()}`} tabIndex={-1} ref={focusWhenLed}>
          {opening.kind === 'inbox' && <h1 className="visually-hidden">{pick(opening.title, language)}</h1>}
          <FolderPane
            folder={folder}
            counts={counts}
            onFolder={game.openFolder}
            onReference={inbox && (() => setReference(true))}
          />
          <section
            className="list"
            aria-label={t(`folder.${folder}`)}
            tabIndex={-1}
            ref={led && played === undefined ? focusOnce : undefined}
          >
            <MessageList
              entries={entries.filter(({ message: { id } }) => folderOf(answers.get(id)) === folder)}
              open={open}
              grouped={opening.kind === 'inbox'}
              onOpen={openRow}
            />
            {over && (
              <div className="list-end">
                <button type="button" className="button main" onClick={game.finish}>
                  {t('game.showResult')}
                </button>
              </div>
            )}
          </section>
          <section className="pane" aria-label={t('inbox.reading')}>
            {played === undefined ? (
              welcome()
            ) : (
              <>
                <BackToList onBack={toList} onBackToResult={fromResult ? game.finish : undefined} />
                {opening.kind === 'dealt' && (
                  <Loaded>
                    <WhoseInbox key={open} scenario={played.scenario} />
                  </Loaded>
                )}
                <OpenMessage
                  game={game}
                  played={played}
                  answer={answers.get(played.message.id) ?? noAnswer}
                  over={over}
                  first={entries.every(({ state }) => state !== 'answered')}
                  takesFocus={led}
                  last={next === undefined}
                  onNext={goOn}
                />
              </>
            )}
          </section>
          {reference && inbox && (
            <Loaded onClose={() => setReference(false)}>
              <Reference
                scenario={inbox.scenario}
                assets={inbox.assets}
                onClose={() => setReference(false)}
              />
            </Loaded>
          )}
        </main>
      </div>
      {skin === 'phone' && <p className="phone-hint">{t('inbox.phoneHint')}</p>}
    </SkinContext>
  );

  function stateOf(): string {
    if (played === undefined) return entries.every(({ state }) => state === 'new') ? 'fresh' : '';
    return isExplained() ? 'reading debriefing' : 'reading';
  }

  function isExplained(): boolean {
    return open !== undefined && isClosed(answers.get(open)) && (rules.debrief === 'each' || over);
  }

  function welcome() {
    if (opening.kind === 'inbox') return <Welcome story={opening.story} />;
    return (
      <Loaded waiting>
        <DealtWelcome
          mode={rules.mode}
          count={messages.length}
          shortage={opening.shortage}
          onStart={next === undefined ? undefined : goOn}
        />
      </Loaded>
    );
  }
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

function Welcome({ story }: { readonly story: { readonly ja: string; readonly en: string } }) {
  const { t, language } = useLanguage();
  return (
    <div className="welcome">
      <h2>{t('game.welcome')}</h2>
      <p>{story[language]}</p>
      <ol>
        <li>{t('game.how1')}</li>
        <li>{t('game.how2')}</li>
        <li>{t('game.how3')}</li>
      </ol>
      <p className="soft">{t('game.keys')}</p>
    </div>
  );
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
