import { type ReactNode, useMemo } from 'react';
import { type Marks, MarksProvider, useMarks } from '../marks.tsx';

interface ClosingMarksProps {
  /** Closes the dialog that contains the marks. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Marks in a dialog lead to content behind it, so choosing one closes the dialog. */
export function ClosingMarks({ onClose, children }: ClosingMarksProps) {
  const marks = useMarks();
  const closing = useMemo(() => closingOn(marks, onClose), [marks, onClose]);
  return <MarksProvider marks={closing}>{children}</MarksProvider>;
}

function closingOn(marks: Marks, onClose: () => void): Marks {
  switch (marks.mode) {
    case 'play':
    case 'kept':
      return marks;
    case 'explained':
    case 'author':
    case 'read':
      return {
        ...marks,
        onChoose: (mark, region) => {
          onClose();
          marks.onChoose(mark, region);
        },
      };
  }
}
