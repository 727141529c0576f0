import './popover.css';
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useId, useRef } from 'react';
import { asked } from '../../loading/browser.ts';
import { useMatches } from '../useMatches.ts';
import { useBackCloses } from './back.ts';
import { Dialog } from './Dialog.tsx';
import { DialogHead } from './DialogHead.tsx';
import { placeBeside } from './place-beside.ts';

interface PopoverProps {
  readonly title: string;
  readonly closeLabel: string;
  /** What it is about, and is shown beside; without it, a modal dialog is shown. */
  readonly anchor: Element | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A dialog beside what it is about. The page stays in use: a press elsewhere, Escape and Back close it. Modal in a
 * small window, and in a browser without popovers.
 */
export function Popover({ anchor, ...dialog }: PopoverProps) {
  const hasRoom = useMatches('(min-width: 900px) and (min-height: 560px)');
  const isKnown = 'showPopover' in HTMLElement.prototype;
  return isKnown && hasRoom && anchor !== undefined ? (
    <Beside anchor={anchor} {...dialog} />
  ) : (
    <Dialog {...dialog} />
  );
}

interface BesideProps extends Omit<PopoverProps, 'anchor'> {
  readonly anchor: Element;
}

function Beside({ anchor, title, closeLabel, onClose, children }: BesideProps) {
  const card = useRef<HTMLElement>(null);
  const titleId = useId();
  useBackCloses(true, onClose);
  useEffect(() => {
    const element = card.current;
    if (element === null) return undefined;
    // Safari does not focus a button that is clicked.
    const opener = document.activeElement === document.body ? anchor : document.activeElement;
    element.showPopover();
    element.focus({ preventScroll: true });
    return () => {
      const left = document.activeElement;
      const isInside = left === document.body || element.contains(left);
      if (isInside && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [anchor]);
  usePlace(card, anchor);
  return (
    <section
      ref={card}
      className="popover"
      popover="auto"
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      onToggle={({ newState, target, currentTarget }) => {
        // React also tells of a fold inside that was closed.
        if (newState === 'closed' && target === currentTarget) onClose();
      }}
    >
      <DialogHead id={titleId} title={title} closeLabel={closeLabel} onClose={onClose} />
      <div className="dialog-body">{children}</div>
    </section>
  );
}

/** Keeps the card beside its anchor while either changes its size or the page scrolls. */
function usePlace(card: RefObject<HTMLElement | null>, anchor: Element): void {
  const place = useEffectEvent((beside: Element) => {
    const element = card.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const found = placeBeside(
      beside.getBoundingClientRect(),
      { width, height },
      { width: document.documentElement.clientWidth, height: window.innerHeight },
    );
    Object.assign(element.style, {
      left: `${found.left}px`,
      top: `${found.top}px`,
      maxHeight: `${found.height}px`,
    });
  });
  useEffect(() => {
    place(anchor);
    const onChange = (): void => place(anchor);
    const observer = asked(() => new ResizeObserver(onChange), undefined);
    if (card.current !== null) observer?.observe(card.current);
    addEventListener('resize', onChange);
    document.addEventListener('scroll', onChange, true);
    return () => {
      observer?.disconnect();
      removeEventListener('resize', onChange);
      document.removeEventListener('scroll', onChange, true);
    };
  }, [card, anchor]);
}
