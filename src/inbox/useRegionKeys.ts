/** Arrow keys move through the regions of a message in reading order. For Tab they are one stop (roving tabindex). */
import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { isComposing } from '../ui/is-composing.ts';

const stops = '.region[role="button"]';

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * `keys` are handlers for the element that contains the regions. Call `settle` after parts of it rendered without
 * it.
 */
export function useRegionKeys(holder: RefObject<HTMLElement | null>) {
  const current = useRef<HTMLElement>(undefined);
  const regions = (): readonly HTMLElement[] => [
    ...(holder.current?.querySelectorAll<HTMLElement>(stops) ?? []),
  ];

  // After every render exactly one region is the Tab stop: the last one visited, otherwise the first.
  const settle = (): void => {
    const all = regions();
    const visited = current.current;
    const stop =
      all.find((region) => region === visited) ??
      all.find(({ dataset }) => dataset['region'] === visited?.dataset['region']) ??
      all[0];
    for (const region of all) region.tabIndex = region === stop ? 0 : -1;
  };
  useLayoutEffect(settle);

  const onFocus = (event: FocusEvent): void => {
    const region = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(stops) : null;
    if (region === null) return;
    current.current = region;
    for (const other of regions()) other.tabIndex = other === region ? 0 : -1;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Alt with an arrow, Ctrl with End, or Shift with an arrow are the browser's own shortcuts.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isComposing(event)) return;
    const step = steps[event.key];
    const region = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(stops) : null;
    if (step === undefined || region === null || event.target !== region) return;
    event.preventDefault();
    const all = regions();
    all[step(all.indexOf(region), all.length - 1)]?.focus();
  };
  return { keys: { onFocus, onKeyDown }, settle };
}
