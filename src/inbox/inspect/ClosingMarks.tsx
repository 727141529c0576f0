import type { ReactNode } from 'react';
import { MarksProvider, useMarks } from '../marks.tsx';

interface ClosingMarksProps {
  /** Closes the dialog that contains the marks. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Marks in a dialog lead to content behind it, so choosing one closes the dialog. */
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
