import './menu.css';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { OpenMenu } from './MenuButton.tsx';

interface MenuProps {
  readonly menu: OpenMenu;
  /** `MenuItem`, `MenuCheck` and `MenuChoice`. */
  readonly children: ReactNode;
}

/** The open menu of a `MenuButton`. The focus moves along it by arrow keys, Home, End and the first letter. */
export function Menu({ menu: { id, labelledBy, fromEnd, close }, children }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (list.current !== null)
      itemsOf(list.current)
        .at(fromEnd ? -1 : 0)
        ?.focus();
  }, [fromEnd]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' || event.key === 'Tab') {
      // Tab goes on from the button.
      if (event.key === 'Escape') event.preventDefault();
      close();
      return;
    }
    const next = nextItem(itemsOf(event.currentTarget), event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div
      ref={list}
      id={id}
      className="menu"
      role="menu"
      tabIndex={-1}
      aria-labelledby={labelledBy}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

const itemsOf = (menu: HTMLElement): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]'),
];

/** The item that a key leads to from the focused one, if any. */
function nextItem(items: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = items.findIndex((item) => item === document.activeElement);
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const letter = key.toLowerCase();
      return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
        item.textContent.toLowerCase().startsWith(letter),
      );
    }
  }
}

interface MenuItemProps {
  readonly children: ReactNode;
  readonly onChoose: () => void;
}

/** An item that does something. */
export function MenuItem({ children, onChoose }: MenuItemProps) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onChoose}>
      {children}
    </button>
  );
}

interface MenuCheckProps extends MenuItemProps {
  readonly isOn: boolean;
}

/** An item that is on or off. The menu stays open, so that the effect is seen. */
export function MenuCheck({ isOn, children, onChoose }: MenuCheckProps) {
  return (
    <button type="button" role="menuitemcheckbox" aria-checked={isOn} tabIndex={-1} onClick={onChoose}>
      {children}
    </button>
  );
}

interface MenuChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of a few. The menu stays open, so that the effect is seen. */
export function MenuChoice<Value extends string>({
  label,
  options,
  value,
  onChoose,
}: MenuChoiceProps<Value>) {
  return (
    <div role="group" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <div>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role="menuitemradio"
            aria-checked={option.value === value}
            tabIndex={-1}
            onClick={() => onChoose(option.value)}
          >
            {option.text}
          </button>
        ))}
      </div>
    </div>
  );
}
