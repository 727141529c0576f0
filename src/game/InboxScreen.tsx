import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { noAnswer } from '../core/engine/answer.ts';
import type { SealedMessage } from '../core/scenario/schema.ts';
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
import { answersOf, type Folder, folderOf, type Game } from './store.ts';
import { useGame } from './useGame.ts';

const DebriefScreen = lazy(() => import('./DebriefScreen.tsx'));
const ResultScreen = lazy(() => import('./ResultScreen.tsx'));
const Reference = lazy(() => import('./Reference.tsx'));

interface InboxScreenProps {
  readonly game: Game;
  readonly assets: string;
  readonly skin: Skin;
  readonly onLeave: () => void;
  readonly onAgain: () => void;
}

/** The mock mail client with the round played in it. */
export function InboxScreen({ game, assets, skin, onLeave, onAgain }: InboxScreenProps) {
  const { t, language } = useLanguage();
  const moves = useGame(game, (state) => state.moves);
  const open = useGame(game, (state) => state.open);
  const folder = useGame(game, (state) => state.folder);
  const finished = useGame(game, (state) => state.finished);
  const [reference, setReference] = useState(false);
  const { scenario } = game;
  const answers = useMemo(() => answersOf(scenario, moves), [scenario, moves]);
  const entries = useMemo(() => entriesOf(game.sealed, answers, open), [game.sealed, answers, open]);
  const message = game.sealed.find(({ id }) => id === open);
  const answer = (open === undefined ? undefined : answers.get(open)) ?? noAnswer;
  const allAnswered = scenario.messages.every(({ id }) => answers.get(id)?.submitted);
  const next = entries.find(({ message: { id }, state }) => state !== 'answered' && id !== open)?.message.id;
  const onToggle = useCallback(
    (region: string) => open !== undefined && game.toggleFlag(open, region),
    [game, open],
  );
  const counts = useMemo(() => countsOf(answers), [answers]);

  if (finished) {
    return (
      <Suspense fallback={<p className="waiting">{t('app.loading')}</p>}>
        <ResultScreen game={game} answers={answers} onLeave={onLeave} onAgain={onAgain} />
      </Suspense>
    );
  }
  return (
    <SkinContext value={skin}>
      <div className={`stage ${skin}`}>
        <main
          className={`client ${message === undefined ? '' : 'reading'} ${answer.submitted ? 'debriefing' : ''}`}
        >
          <h1 className="visually-hidden">{pick(scenario.title, language)}</h1>
          <FolderPane
            folder={folder}
            counts={counts}
            onFolder={game.openFolder}
            onReference={() => setReference(true)}
          />
          <section className="list" aria-label={t(`folder.${folder}`)}>
            <MessageList
              entries={entries.filter(({ message: { id } }) => folderOf(answers.get(id)) === folder)}
              clock={scenario.clock}
              open={open}
              onOpen={game.openMessage}
            />
            {allAnswered && (
              <div className="list-end">
                <button type="button" className="button main" onClick={game.finish}>
                  {t('game.showResult')}
                </button>
              </div>
            )}
          </section>
          <section className="pane" aria-label={t('inbox.reading')}>
            {message === undefined ? (
              <Welcome story={scenario.story} />
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
                      message={message}
                      answer={answer}
                      assets={assets}
                      onNext={next === undefined ? game.finish : () => game.openMessage(next)}
                      last={next === undefined}
                    />
                  </Suspense>
                ) : (
                  <MarksProvider flags={answer.flags} onToggle={onToggle}>
                    <div className="reader" key={message.id}>
                      <MessageView message={message} scenario={scenario} assets={assets} coaching />
                    </div>
                    <AnswerPlace game={game} message={message} answer={answer} coaching />
                  </MarksProvider>
                )}
              </>
            )}
          </section>
          {reference && (
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

function entriesOf(
  messages: readonly SealedMessage[],
  answers: ReturnType<typeof answersOf>,
  open: string | undefined,
): readonly ListEntry[] {
  return messages.map((message) => {
    const answer = answers.get(message.id) ?? noAnswer;
    const touched = message.id === open || answer.flags.size > 0 || answer.verdict !== undefined;
    return { message, state: answer.submitted ? 'answered' : touched ? 'read' : 'new' };
  });
}

function countsOf(answers: ReturnType<typeof answersOf>): Readonly<Record<Folder, number>> {
  const counts: Record<Folder, number> = { inbox: 0, reported: 0, deleted: 0 };
  for (const answer of answers.values()) {
    const folder = folderOf(answer);
    if (folder !== 'inbox' || !answer.submitted) counts[folder] += 1;
  }
  return counts;
}
