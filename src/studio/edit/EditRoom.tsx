import './edit-room.css';
import { useState } from 'react';
import { useStore } from 'zustand';
import { memberOf } from '../../core/draft/json.ts';
import type { ScenarioFile } from '../../core/draft/read-file.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { AutosaveState } from '../draft/autosave.ts';
import { valueOfFile } from '../draft/file-value.ts';
import { scenariosIn } from '../draft/entry.ts';
import type { DraftStore, OpenDraft } from '../draft/store.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Foot } from '../foot/Foot.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { DraftPictures } from '../mail/DraftPictures.tsx';
import { MailPane } from '../mail/MailPane.tsx';
import { Rail } from '../rail/Rail.tsx';
import type { StudioProps } from '../studio-props.ts';
import { StudioBar } from '../StudioBar.tsx';
import { StudioLooks } from '../StudioLooks.tsx';
import { eitherOf, writtenIn } from '../texts/localized.ts';
import { GiveButton } from '../files/GiveButton.tsx';
import { useStudioKeys } from '../useStudioKeys.ts';
import { EditingContext, type Pane } from './editing.ts';
import { DraftRoundFrame } from './DraftRoundFrame.tsx';
import { playableOf } from './draft-packs.ts';
import { NothingToEdit } from './NothingToEdit.tsx';
import { PaneTabs } from './PaneTabs.tsx';
import { useEditingValue } from './useEditingValue.ts';

const LanguagesRoom = lazyPart(() => import('../languages/LanguagesRoom.tsx'));

interface EditRoomProps extends Omit<StudioProps, 'draft' | 'memory'> {
  readonly store: DraftStore;
  readonly saved: AutosaveState;
}

/** The draft on screen: its bar, and the three panes of one scenario. */
export function EditRoom({ store, saved, packs, play, onDraft, onLeave, ...looks }: EditRoomProps) {
  const { t, language } = useSentences('studio');
  const open = useStore(store);
  const files = scenariosIn(open.draft);
  const [path, setPath] = useState(files[0]?.path);
  const file = files.find((one) => one.path === path) ?? files[0];
  const [isPlaying, setPlaying] = useState(false);
  const [areTexts, setTexts] = useState(false);
  const playable = file && playableOf(file);
  // The keys of the game are the player's.
  useStudioKeys(
    isPlaying
      ? {}
      : {
          p: () => setPlaying(playable !== undefined),
          'mod+z': () => void open.undo(),
          'mod+shift+z': () => void open.redo(),
          'mod+y': () => void open.redo(),
        },
  );
  const title = file && eitherOf(writtenIn(memberOf(valueOfFile(file), 'title')), language);
  if (isPlaying && playable !== undefined) {
    return (
      <DraftRoundFrame
        playable={playable}
        open={open}
        packs={packs}
        play={play}
        onLeave={() => setPlaying(false)}
      />
    );
  }
  return (
    <div className="studio">
      <StudioBar
        path={[
          { text: t('drafts'), onGo: () => onDraft(undefined) },
          { text: open.name, ...(areTexts && { onGo: () => setTexts(false) }) },
          ...(areTexts ? [{ text: t('texts.title') }] : title === undefined ? [] : [{ text: title }]),
        ]}
        onHome={onLeave}
      >
        <button
          type="button"
          className="studio-button"
          disabled={playable === undefined}
          aria-keyshortcuts="P"
          onClick={() => setPlaying(true)}
        >
          <span>{t('play.begin')}</span>
          <kbd aria-hidden="true">P</kbd>
        </button>
        <button
          type="button"
          className="studio-button"
          aria-pressed={areTexts}
          onClick={() => setTexts(!areTexts)}
        >
          {t('texts.title')}
        </button>
        <GiveButton open={open} />
        <StudioLooks {...looks} />
      </StudioBar>
      {areTexts ? (
        <Loaded what="message" waiting>
          <LanguagesRoom store={store} begin={file?.path} />
        </Loaded>
      ) : file === undefined ? (
        <NothingToEdit draft={open.draft} />
      ) : (
        <Panes key={file.path} open={open} file={file} files={files} saved={saved} onFile={setPath} />
      )}
    </div>
  );
}

interface PanesProps extends Pick<EditRoomProps, 'saved'> {
  readonly open: OpenDraft;
  readonly file: ScenarioFile;
  readonly files: readonly ScenarioFile[];
  readonly onFile: (path: string) => void;
}

function Panes({ open, file, files, saved, onFile }: PanesProps) {
  const [pane, setPane] = useState<Pane>('mail');
  const editing = useEditingValue(open, file, setPane);
  return (
    <EditingContext value={editing}>
      <DraftPictures>
        <div className="studio-panes" data-pane={pane}>
          <Rail files={files} onFile={onFile} />
          <MailPane />
          <Inspector />
        </div>
      </DraftPictures>
      <Foot saved={saved} />
      <PaneTabs pane={pane} onPane={setPane} />
    </EditingContext>
  );
}
