import './start-room.css';
import { use, useCallback, useState } from 'react';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import { PicturesContext } from '../../inbox/pictures.ts';
import { Arrived, useAsked } from '../../ui/asked.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { type DraftShelf, type KeptDraft, ShelfFailure } from '../draft/shelf.ts';
import { entryOf } from '../draft/entry.ts';
import { OpenPackFile, usePackFile } from '../files/OpenPackFile.tsx';
import type { MailSource } from '../import/useImport.ts';
import { openStore } from '../draft/store.ts';
import type { StudioProps } from '../studio-props.ts';
import { StudioBar } from '../StudioBar.tsx';
import { StudioLooks } from '../StudioLooks.tsx';
import { useStudioKeys } from '../useStudioKeys.ts';
import { DraftCards } from './DraftCards.tsx';
import { useArrivals } from './useArrivals.ts';
import { draftFromPack, draftFromTemplate, newHead } from './new-draft.ts';

const ImportRoom = lazyPart(() => import('../import/ImportRoom.tsx'));

interface StartRoomProps extends Omit<StudioProps, 'draft' | 'memory' | 'play'> {
  readonly shelf: DraftShelf;
}

/** The drafts on this device, and the ways to begin one. */
export function StartRoom({ shelf, packs, onDraft, onLeave, ...looks }: StartRoomProps) {
  const { t, language } = useSentences('studio');
  const pictureAt = use(PicturesContext);
  const [isChoosing, setChoosing] = useState(false);
  const [importing, setImporting] = useState<{ readonly first?: MailSource }>();
  const [failed, setFailed] = useState<string>();
  const entries = useAsked(useCallback(() => shelf.list(), [shelf]));
  const begin = async (draft: KeptDraft): Promise<void> => {
    try {
      await shelf.save(draft, entryOf(openStore(draft).getState(), draft.changed));
    } catch (error) {
      // The page has it all the same, and says where it is edited that it is not saved.
      if (!(error instanceof ShelfFailure)) throw error;
    }
    onDraft(draft.id);
  };
  const fromTemplate = (): void => void begin(draftFromTemplate(newHead(t('start.newName'))));
  const fromPack = async (id: string, title: string): Promise<void> => {
    setChoosing(false);
    const copy = await draftFromPack(newHead(t('start.copyName', { title })), id, packs, pictureAt);
    if (copy.ok) await begin(copy.value);
    else setFailed(t('start.copyFailed', { title }));
  };
  const openPack = usePackFile({ onDraft: (draft) => void begin(draft), onFailed: setFailed });
  const arrivals = useArrivals({
    onMail: (first) => setImporting({ first }),
    onPack: (file) => void openPack(file),
    onSeveral: () => setFailed(t('start.onlyOne')),
    pastedName: t('start.pastedName'),
  });
  // The room for importing has keys of its own.
  useStudioKeys(
    importing === undefined ? { i: () => setImporting({}), t: fromTemplate, c: () => setChoosing(true) } : {},
  );
  if (importing !== undefined) {
    return (
      <Loaded what="screen" waiting onAgain={() => setImporting({ ...importing })}>
        <ImportRoom
          first={importing.first}
          onDraft={(draft) => void begin(draft)}
          onLeave={() => setImporting(undefined)}
          onHome={onLeave}
        />
      </Loaded>
    );
  }
  return (
    <div className="studio" {...arrivals}>
      <StudioBar path={[{ text: t('drafts') }]} onHome={onLeave}>
        <button type="button" className="studio-button bare" onClick={onLeave}>
          {t('toGame')}
        </button>
        <StudioLooks {...looks} />
      </StudioBar>
      <main className="studio-start">
        <section className="studio-drafts" aria-labelledby="studio-drafts">
          <div className="studio-start-head">
            <h1 id="studio-drafts">{t('drafts')}</h1>
            <p>{t('start.where')}</p>
          </div>
          {failed !== undefined && (
            <p className="studio-note" role="alert">
              {failed}
            </p>
          )}
          <Arrived asked={entries} waiting>
            {(list) => (
              <DraftCards
                entries={list}
                onOpen={onDraft}
                onRemove={async (id) => {
                  await shelf.remove(id);
                  entries.again();
                }}
              />
            )}
          </Arrived>
        </section>
        <aside className="studio-ways" aria-labelledby="studio-ways">
          <h2 id="studio-ways">{t('start.begin')}</h2>
          <Way icon="letter" way="import" keyName="I" onGo={() => setImporting({})} />
          <Way icon="page" way="template" keyName="T" onGo={fromTemplate} />
          <Way icon="apps" way="copy" keyName="C" onGo={() => setChoosing(true)} />
          <OpenPackFile onFile={(file) => void openPack(file)} />
          <p className="studio-safe">{t('start.local')}</p>
        </aside>
      </main>
      {isChoosing && (
        <Dialog title={t('start.copy.name')} closeLabel={t('close')} onClose={() => setChoosing(false)}>
          <PackList packs={packs} onChoose={({ id, title }) => void fromPack(id, pick(title, language))} />
        </Dialog>
      )}
    </div>
  );
}

interface WayProps {
  readonly icon: IconName;
  readonly way: 'import' | 'template' | 'copy';
  readonly keyName: string;
  readonly onGo: () => void;
}

function Way({ icon, way, keyName, onGo }: WayProps) {
  const { t } = useSentences('studio');
  return (
    <button
      type="button"
      className={way === 'import' ? 'studio-way main' : 'studio-way'}
      onClick={onGo}
      aria-keyshortcuts={keyName}
    >
      <span className="studio-way-icon">
        <Icon name={icon} size={20} />
      </span>
      <span>
        <b>{t(`start.${way}.name`)}</b>
        <small>{t(`start.${way}.about`)}</small>
      </span>
      <kbd aria-hidden="true">{keyName}</kbd>
    </button>
  );
}

interface PackListProps extends Pick<StudioProps, 'packs'> {
  readonly onChoose: (pack: {
    readonly id: string;
    readonly title: { readonly ja: string; readonly en: string };
  }) => void;
}

/** The shipped packs to copy from. */
function PackList({ packs, onChoose }: PackListProps) {
  const { t, language } = useSentences('studio');
  const asked = useAsked(useCallback(() => packs.index(), [packs]));
  return (
    <Arrived asked={asked} waiting>
      {(index) =>
        index.ok ? (
          <ul className="studio-packs">
            {index.value.packs.map((pack) => (
              <li key={pack.id}>
                <button
                  type="button"
                  className="studio-way"
                  aria-label={pick(pack.title, language)}
                  onClick={() => onChoose(pack)}
                >
                  <span>
                    <b translate="no">{pick(pack.title, language)}</b>
                    <small translate="no">{pick(pack.description, language)}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('start.noPacks')}</p>
        )
      }
    </Arrived>
  );
}
