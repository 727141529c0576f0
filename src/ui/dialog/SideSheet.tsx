import './side-sheet.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useMatches } from '../useMatches.ts';
import { useBackCloses } from './back.ts';
import { Dialog } from './Dialog.tsx';
import { DialogHead } from './DialogHead.tsx';

interface SideSheetProps {
  readonly title: string;
  readonly closeLabel: string;
  /** Whether the page has no room for a sheet beside it, even in a wide window. */
  readonly narrow: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet beside the page, which stays in use; a modal dialog in a window under 900 px. */
export function SideSheet({ narrow, ...sheet }: SideSheetProps) {
  const fits = useMatches('(min-width: 900px)');
  return fits && !narrow ? <Beside {...sheet} /> : <Dialog {...sheet} />;
}

function Beside({ title, closeLabel, onClose, children }: Omit<SideSheetProps, 'narrow'>) {
  const sheet = useRef<HTMLElement>(null);
  const titleId = useId();
  useBackCloses(true, onClose);
  useEffect(() => {
    const element = sheet.current;
    const opener = document.activeElement;
    element?.focus({ preventScroll: true });
    return () => {
      const left = document.activeElement;
      const isInside = left === document.body || element?.contains(left) === true;
      if (isInside && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it, as it closes a dialog
    <section
      ref={sheet}
      className="side-sheet"
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <DialogHead id={titleId} title={title} closeLabel={closeLabel} onClose={onClose} />
      <div className="dialog-body">{children}</div>
    </section>
  );
}
