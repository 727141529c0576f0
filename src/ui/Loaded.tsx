/** The one way to draw a part that loads later: a placeholder, a note when it takes long, a note when it fails. */
import { Component, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useFailureWords, useLanguage } from '../i18n/setup.ts';
import { askAgain, LoadFailure } from '../loading/load-once.ts';
import { Dialog } from './dialog/Dialog.tsx';
import { FailureNote, LateNote, type Missing } from './FailureNote.tsx';

/** What to show around a part that loads later. */
export interface LoadedProps {
  /** What the player cannot see if it fails to load. It selects the sentence. */
  readonly what?: Missing;
  /** Shown while it loads; `true` shows the word for loading. Default: nothing. */
  readonly waiting?: ReactNode;
  /** Draws what stands there while it loads and if it fails, with the note in it; the note is null until there is one. */
  readonly renderAround?: (note: ReactNode) => ReactNode;
  /** Closes a part that lies over the page. If given, notes appear in a dialog too. */
  readonly onClose?: () => void;
  /** Called before another attempt, to repeat requests other than those for code. */
  readonly onAgain?: () => void;
  readonly children: ReactNode;
}

/** Milliseconds after which the player is told that loading takes long. */
const patience = 8_000;

/** Draws children that may still have to load. A failure is caught here and does not affect anything outside. */
export function Loaded({ what = 'part', waiting, renderAround, onClose, onAgain, children }: LoadedProps) {
  const frame = (note: ReactNode): ReactNode => {
    const framed =
      onClose !== undefined ? (
        <NoteDialog onClose={onClose}>{note}</NoteDialog>
      ) : what === 'start' || what === 'screen' || what === 'result' ? (
        <NoteScreen>{note}</NoteScreen>
      ) : (
        note
      );
    return renderAround === undefined ? framed : renderAround(framed);
  };
  return (
    <FailureBoundary what={what} frame={frame} onAgain={onAgain}>
      <Suspense fallback={<Waiting late={frame(<LateNote />)}>{renderAround?.(null) ?? waiting}</Waiting>}>
        {children}
      </Suspense>
    </FailureBoundary>
  );
}

interface WaitingProps {
  /** Shown once loading takes long. */
  readonly late: ReactNode;
  readonly children: ReactNode;
}

interface LoadingScreenProps {
  /** Whether it says nothing before it takes long. */
  readonly isSilent?: boolean;
}

/** A screen that is not there yet, for one that is drawn before what it shows has arrived. */
export function LoadingScreen({ isSilent = false }: LoadingScreenProps) {
  const late = (
    <NoteScreen>
      <LateNote />
    </NoteScreen>
  );
  return <Waiting late={late}>{!isSilent}</Waiting>;
}

function Waiting({ late, children }: WaitingProps) {
  const { t } = useLanguage();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (isLate) return late;
  return children === true ? <p className="waiting">{t('app.loading')}</p> : children;
}

function NoteDialog({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }) {
  const t = useFailureWords();
  return (
    <Dialog title={t('title')} closeLabel={t('close')} onClose={onClose}>
      {children}
    </Dialog>
  );
}

function NoteScreen({ children }: { readonly children: ReactNode }) {
  return <main className="sheet">{children}</main>;
}

interface BoundaryProps {
  readonly what: Missing;
  readonly frame: (note: ReactNode) => ReactNode;
  readonly onAgain: (() => void) | undefined;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failure: 'load' | 'fault' | undefined;
  readonly tries: number;
}

/** Catches errors thrown while its children render. React supports this in class components only. */
class FailureBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: undefined, tries: 0 };

  static getDerivedStateFromError(error: unknown): Pick<BoundaryState, 'failure'> {
    return { failure: error instanceof LoadFailure ? 'load' : 'fault' };
  }

  tryAgain = (): void => {
    askAgain();
    this.props.onAgain?.();
    this.setState(({ tries }) => ({ failure: undefined, tries: tries + 1 }));
  };

  override render(): ReactNode {
    const { what, frame, children } = this.props;
    const { failure, tries } = this.state;
    if (failure === undefined) return children;
    return frame(
      <FailureNote what={failure === 'load' ? what : failure} tries={tries} onAgain={this.tryAgain} />,
    );
  }
}
