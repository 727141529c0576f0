import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useBackCloses } from './back.ts';
import { DialogHead } from './DialogHead.tsx';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A modal dialog on the native `<dialog>`: focus moves in, Escape and Back close it, focus returns to the control
 * that opened it.
 */
export function Dialog({ title, closeLabel, wide = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useBackCloses(true, onClose);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={onClose}
    >
      <DialogHead id={titleId} title={title} closeLabel={closeLabel} onClose={onClose} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is read only must scroll by keyboard too */}
      <div className="dialog-body" role="group" aria-labelledby={titleId} tabIndex={0}>
        {children}
      </div>
    </dialog>
  );
}
