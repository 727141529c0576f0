import './import-room.css';
import { useState } from 'react';
import type { Truth } from '../../core/scenario/format/solution.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { KeptDraft } from '../draft/shelf.ts';
import { newHead } from '../start/new-draft.ts';
import { StudioBar } from '../StudioBar.tsx';
import { useStudioKeys } from '../useStudioKeys.ts';
import { draftOfMail } from './imported-draft.ts';
import { ImportedSheet } from './ImportedSheet.tsx';
import { MailList } from './MailList.tsx';
import { SourceFields } from './SourceFields.tsx';
import { TruthChoice } from './TruthChoice.tsx';
import { type MailSource, useImport } from './useImport.ts';

interface ImportRoomProps {
  /** What was dropped or pasted before the room opened. */
  readonly first: MailSource | undefined;
  readonly onDraft: (draft: KeptDraft) => void;
  readonly onLeave: () => void;
  readonly onHome: () => void;
}

/** From a mail that came to a draft of it: choosing the file, reading it, replacing real names. */
export default function ImportRoom({ first, onDraft, onLeave, onHome }: ImportRoomProps) {
  const { t } = useSentences('import');
  const { t: studio } = useSentences('studio');
  const importing = useImport(first);
  const [truth, setTruth] = useState<Truth>();
  const { stage, onSource, onChoice, onStop, onBack } = importing;
  useStudioKeys({ Escape: stage.kind === 'source' ? onLeave : onBack });
  const isReady = stage.kind === 'found' && stage.again === undefined;
  const make = (): void => {
    if (stage.kind !== 'found') return;
    const name = stage.source.name.replace(/\.[^.]*$/, '').slice(0, 80);
    onDraft(draftOfMail(newHead(name), stage.mail, truth));
  };
  return (
    <div className="studio">
      <StudioBar path={[{ text: studio('drafts'), onGo: onLeave }, { text: t('title') }]} onHome={onHome}>
        <button
          type="button"
          className="studio-button bare"
          aria-keyshortcuts="Escape"
          onClick={stage.kind === 'source' ? onLeave : onBack}
        >
          <span>{t(stage.kind === 'source' ? 'cancel' : 'again')}</span>
          <kbd aria-hidden="true">Esc</kbd>
        </button>
      </StudioBar>
      {stage.kind === 'source' ? (
        <SourceFields failure={stage.failure} onSource={onSource} />
      ) : stage.kind === 'reading' ? (
        <main className="import-middle" aria-busy="true">
          <h1>{t('reading', { name: stage.name })}</h1>
          <progress value={stage.done} aria-label={t('progress')} />
          <button type="button" className="studio-button" onClick={onStop}>
            {t('stop')}
          </button>
        </main>
      ) : stage.kind === 'choice' ? (
        <MailList name={stage.name} mails={stage.mails} onChoose={(mail) => onChoice({ mail })} />
      ) : (
        <ImportedSheet stage={stage} importing={importing} />
      )}
      {stage.kind === 'found' && (
        <footer className="import-end">
          <TruthChoice truth={truth} onTruth={setTruth} />
          <button type="button" className="studio-button main" disabled={!isReady} onClick={make}>
            {t('make')}
          </button>
        </footer>
      )}
    </div>
  );
}
