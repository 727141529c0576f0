import { useEffect, useMemo, useState } from 'react';
import { answersOf, isClosed } from '../core/engine/answer.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import type { ListEntry } from '../inbox/message/MessageList.tsx';
import { type Skin, SkinContext } from '../inbox/skin.ts';
import { useBackCloses } from '../ui/dialog/back.ts';
import { focusWhenLed } from '../ui/focus-once.ts';
import type { PlayedMessage } from '../core/round/played-message.ts';
import { ResultScreen } from './after-answer.ts';
import { fetchOpening } from './after-list.ts';
import { FolderPane } from './FolderPane.tsx';
import type { AfterRound } from '../results/ResultScreen.tsx';
import { countsOf, entriesOf } from './panes/entries.ts';
import { ListPane } from './panes/ListPane.tsx';
import { ReadingPane } from './panes/ReadingPane.tsx';
import { useWay } from './panes/useWay.ts';
import { RoundSound, type SoundChoice } from './RoundSound.tsx';
import { folderOf, type Game } from './store.ts';
import { useBuzz } from './useBuzz.ts';
import { useGame } from './useGame.ts';
import { useListKeys } from './keys/useListKeys.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/Loaded.tsx';

const KeyHelp = lazyPart(() => import('./keys/KeyHelp.tsx'));
const Reference = lazyPart(() => import('./Reference.tsx'));
const RoundBar = lazyPart(() => import('./RoundBar.tsx'));

interface InboxScreenProps extends AfterRound, SoundChoice {
  readonly game: Game;
  readonly skin: Skin;
  /** The message whose row was pressed before the game was there. */
  readonly pressed?: string | undefined;
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
