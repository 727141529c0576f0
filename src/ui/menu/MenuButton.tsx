import { type FocusEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useBackCloses } from '../dialog/back.ts';
import { Icon } from '../Icon.tsx';
import { Loaded } from '../Loaded.tsx';

interface MenuButtonProps {
  readonly label: string;
  /** The menu, drawn while it is open. Its code may still have to load. */
  readonly children: (menu: OpenMenu) => ReactNode;
}

/** What an open menu needs to know of its button. */
export interface OpenMenu {
  readonly id: string;
  readonly labelledBy: string;
  /** Whether it opened at its last item, as by the arrow up. */
  readonly fromEnd: boolean;
  /** Closes the menu and gives the focus back to the button. */
  readonly close: () => void;
}

/** A button that opens a menu (WAI-ARIA menu button pattern). A press outside, Escape, Tab and Back close it. */
export function MenuButton({ label, children }: MenuButtonProps) {
  const [open, setOpen] = useState<'start' | 'end'>();
  const holder = useRef<HTMLDivElement>(null);
  const [id, labelledBy] = [useId(), useId()];
  const close = (): void => setOpen(undefined);
  useBackCloses(open !== undefined, close);
  useEffect(() => {
    if (open === undefined) return undefined;
    const onPress = ({ target }: PointerEvent): void => {
      if (target instanceof Node && holder.current?.contains(target) === false) setOpen(undefined);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);
  const onBlur = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== null && holder.current?.contains(relatedTarget) === false) close();
  };
  return (
    <div ref={holder} className="menu-holder" onBlur={onBlur}>
      <button
        type="button"
        id={labelledBy}
        className="button small tool"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open !== undefined}
        aria-controls={open && id}
        onClick={() => setOpen(open === undefined ? 'start' : undefined)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(event.key === 'ArrowDown' ? 'start' : 'end');
        }}
      >
        <Icon name="more" size={16} />
      </button>
      {open !== undefined && (
        <Loaded onClose={close}>
          {children({
            id,
            labelledBy,
            fromEnd: open === 'end',
            close: () => {
              document.getElementById(labelledBy)?.focus();
              close();
            },
          })}
        </Loaded>
      )}
    </div>
  );
}
