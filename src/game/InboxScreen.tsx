import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { type Move, noAnswer } from '../core/engine/answer.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import type { ListEntry } from '../inbox/MessageList.tsx';
import { MessageList } from '../inbox/MessageList.tsx';
import { MessageView } from '../inbox/MessageView.tsx';
import { MarksProvider } from '../inbox/marks.tsx';
import { type Skin, SkinContext } from '../inbox/skin.ts';
import { Icon } from '../ui/Icon.tsx';
import { AnswerPlace } from './AnswerPlace.tsx';
import { FolderPane } from './FolderPane.tsx';
import type { AfterRound } from './ResultScreen.tsx';
import { answersOf, type Folder, folderOf, type Game, isClosed, isOpened } from './store.ts';
import { useGame } from './useGame.ts';

const DebriefScreen = lazy(() => import('./DebriefScreen.tsx'));
const ResultScreen = lazy(() => import('./ResultScreen.tsx'));
const Reference = lazy(() => import('./Reference.tsx'));

interface InboxScreenProps extends AfterRound {
  readonly game: Game;
  readonly skin: Skin;
}

/** The mock mail client with the round played in it. */
export function InboxScreen({ game, skin, ...after }: InboxScreenProps) {
  const { t, language } = useLanguage();
  const moves = useGame(game, (state) => state.moves);
  const open = useGame(game, (state) => state.open);
  const folder = useGame(game, (state) => state.folder);
  const finished = useGame(game, (state) => state.finished);
  const [reference, setReference] = useState(false);
  const [moved, setMoved] = useState(false);
  const { messages } = game;
  const answers = useMemo(() => answersOf(messages, moves), [messages, moves]);
  const entries = useMemo(() => entriesOf(game, answers, moves), [game, answers, moves]);
  const message = game.sealed.find(({ id }) => id === open);
  const played = messages.find(({ message: { id } }) => id === open);
  // Where all messages come from one inbox, what belongs to it is at hand before one is opened.
  const [first] = messages;
  const single = messages.every(({ scenario }) => scenario === first?.scenario);
  const scenario = played?.scenario ?? (single ? first?.scenario : undefined);
  const answer = (open === undefined ? undefined : answers.get(open)) ?? noAnswer;
  const over = messages.every(({ message: { id } }) => isClosed(answers.get(id)));
  const next = nextAfter(open, entries);
  const goOn = (): void => {
    setMoved(true);
    if (next === undefined) game.finish();
    else game.openMessage(next);
  };
  const openRow = useCallback(
    (row: string) => {
      setMoved(false);
      game.openMessage(row);
    },
    [game],
  );
  const onToggle = useCallback(
    (region: string) => open !== undefined && game.toggleFlag(open, region),
    [game, open],
  );
  const coaching = game.rules.debrief === 'each';
  const counts = useMemo(() => countsOf(answers), [answers]);

  if (finished) {
    return (
      <Suspense fallback={<p className="waiting">{t('app.loading')}</p>}>
        <ResultScreen game={game} answers={answers} {...after} />
      </Suspense>
    );
  }
  return (
    <SkinContext value={skin}>
      <div className={`stage ${skin}`}>
        <main
          className={`client ${message === undefined ? '' : 'reading'} ${answer.submitted ? 'debriefing' : ''}`}
        >
          <h1 className="visually-hidden">{pick(game.title, language)}</h1>
          <FolderPane
            folder={folder}
            counts={counts}
            onFolder={game.openFolder}
            onReference={scenario && (() => setReference(true))}
          />
          <section className="list" aria-label={t(`folder.${folder}`)}>
            <MessageList
              entries={entries.filter(({ message: { id } }) => folderOf(answers.get(id)) === folder)}
              open={open}
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
            {message === undefined || played === undefined ? (
              <Welcome story={game.story} />
            ) : (
              <>
                <button
                  type="button"
                  className="button small back"
                  onClick={() => game.openMessage(undefined)}
                >
                  <Icon name="back" size={16} />
                  {t('inbox.back')}
                </button>
                {answer.submitted ? (
                  <Suspense fallback={<p className="waiting">{t('app.loading')}</p>}>
                    <DebriefScreen
                      key={message.id}
                      game={game}
                      played={played}
                      answer={answer}
                      onNext={goOn}
                      last={next === undefined}
                    />
                  </Suspense>
                ) : (
                  <MarksProvider flags={answer.flags} onToggle={onToggle}>
                    <div className="reader" key={message.id}>
                      <MessageView
                        message={message}
                        scenario={played.scenario}
                        assets={played.assets}
                        coaching={coaching}
                        takesFocus={moved}
                      />
                    </div>
                    <AnswerPlace
                      game={game}
                      message={message}
                      scenario={played.scenario}
                      answer={answer}
                      coaching={coaching}
                    />
                  </MarksProvider>
                )}
              </>
            )}
          </section>
          {reference && scenario && (
            <Suspense fallback={null}>
              <Reference scenario={scenario} onClose={() => setReference(false)} />
            </Suspense>
          )}
        </main>
      </div>
      {skin === 'phone' && <p className="phone-hint">{t('inbox.phoneHint')}</p>}
    </SkinContext>
  );
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

function entriesOf(game: Game, answers: Answers, moves: readonly Move[]): readonly ListEntry[] {
  return game.messages.flatMap(({ message: { id }, scenario: { clock } }) => {
    const message = game.sealed.find((sealed) => sealed.id === id);
    if (message === undefined) return [];
    const state = isClosed(answers.get(id)) ? 'answered' : isOpened(id, moves) ? 'read' : 'new';
    return [{ message, state, clock }];
  });
}

/** The next message to answer, going down the list from the open one and then on from its top. */
function nextAfter(open: string | undefined, entries: readonly ListEntry[]): string | undefined {
  const at = entries.findIndex(({ message }) => message.id === open);
  return [...entries.slice(at + 1), ...entries.slice(0, Math.max(at, 0))].find(
    ({ state }) => state !== 'answered',
  )?.message.id;
}

type Answers = ReturnType<typeof answersOf>;

function countsOf(answers: Answers): Readonly<Record<Folder, number>> {
  const counts: Record<Folder, number> = { inbox: 0, reported: 0, deleted: 0 };
  for (const answer of answers.values()) {
    const folder = folderOf(answer);
    if (folder !== 'inbox' || !answer.submitted) counts[folder] += 1;
  }
  return counts;
}
