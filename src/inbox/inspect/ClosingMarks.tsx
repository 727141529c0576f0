import type { ReactNode } from 'react';
import { MarksProvider, useMarks } from '../marks.tsx';

interface ClosingMarksProps {
  /** Closes what the marks lie in. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Marks in a dialog lead to what lies behind it, so the dialog closes as one is chosen. */
export function ClosingMarks({ onClose, children }: ClosingMarksProps) {
  const { onChoose, ...marks } = useMarks();
  return (
    <MarksProvider
      {...marks}
      {...(onChoose && {
        onChoose: (mark) => {
          onClose();
          onChoose(mark);
        },
      })}
    >
      {children}
    </MarksProvider>
  );
}
