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
  /** Closes a part that lies over the page: what is said about it then lies there as well. */
  readonly onClose?: () => void;
  /** Called before another attempt, for what is asked for besides parts of the game. */
  readonly onAgain?: () => void;
  readonly children: ReactNode;
}

/** Milliseconds after which the player is told that something takes long. */
const patience = 8_000;

/** Draws children that may still have to load, or fail to; nothing around them is affected. */
export function Loaded({ what = 'part', waiting, onClose, onAgain, children }: LoadedProps) {
  const frame = (note: ReactNode): ReactNode =>
    onClose === undefined ? note : <NoteDialog onClose={onClose}>{note}</NoteDialog>;
  return (
    <FailureBoundary what={what} frame={frame} onAgain={onAgain}>
      <Suspense fallback={<Waiting frame={frame}>{waiting}</Waiting>}>{children}</Suspense>
    </FailureBoundary>
  );
}

interface WaitingProps {
  readonly frame: (note: ReactNode) => ReactNode;
  readonly children: LoadedProps['waiting'];
}

function Waiting({ frame, children }: WaitingProps) {
  const { t } = useLanguage();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {children === true ? <p className="waiting">{t('app.loading')}</p> : children}
      {late && frame(<LateNote />)}
    </>
  );
}

function NoteDialog({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }) {
  const t = useFailureWords();
  return (
    <Dialog title={t('title')} closeLabel={t('close')} onClose={onClose}>
      {children}
    </Dialog>
  );
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
