/** The one way to draw what loads later: it waits, says when that takes long, and says what did not come. */
import { Component, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useFailureWords, useLanguage } from '../i18n/setup.ts';
import { askAgain, LoadFailure } from '../loading/load-once.ts';
import { Dialog } from './Dialog.tsx';
import { FailureNote, LateNote, type Missing } from './FailureNote.tsx';

export interface LoadedProps {
  /** What the player misses where it does not load. */
  readonly what?: Missing;
  /** What stands here while it loads, or true for the words that it is loading. Nothing where it is not given. */
  readonly waiting?: ReactNode;
  /** What stands here while it loads, and stays where it fails. */
  readonly meanwhile?: ReactNode;
  /** Closes a part that lies over the page: what is said about it then lies there as well. */
  readonly onClose?: () => void;
  /** Called before another attempt, for what is asked for besides parts of the game. */
  readonly onAgain?: () => void;
  readonly children: ReactNode;
}

/** Milliseconds after which the player is told that something takes long. */
const patience = 8_000;

/** Draws children that may still have to load, or fail to; nothing around them is affected. */
export function Loaded({ what = 'part', waiting, meanwhile, onClose, onAgain, children }: LoadedProps) {
  const frame = (note: ReactNode): ReactNode => (
    <>
      {meanwhile}
      {onClose !== undefined ? (
        <NoteDialog onClose={onClose}>{note}</NoteDialog>
      ) : what === 'screen' || what === 'result' ? (
        <NoteScreen>{note}</NoteScreen>
      ) : (
        note
      )}
    </>
  );
  return (
    <FailureBoundary what={what} frame={frame} onAgain={onAgain}>
      <Suspense fallback={<Waiting late={frame(<LateNote />)}>{meanwhile ?? waiting}</Waiting>}>
        {children}
      </Suspense>
    </FailureBoundary>
  );
}

interface WaitingProps {
  /** What stands here once it takes long. */
  readonly late: ReactNode;
  readonly children: ReactNode;
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

/** Catches what is thrown while its children are drawn. React offers this to classes alone. */
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
