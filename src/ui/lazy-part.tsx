import { type ComponentType, lazy, useState } from 'react';
import { loadOnce } from '../loading/load-once.ts';

/** A component whose code loads on first render, or before by `fetchAhead`. */
export interface LazyPart<Props> {
  (props: Props): React.ReactNode;
  /** Loads the code before it is needed. A failure is ignored here: the first render asks again and tells the player. */
  readonly fetchAhead: () => Promise<void>;
}

/**
 * A component whose code loads on first render; it needs a `Loaded` above it. React's own `lazy` keeps a failure
 * for ever, so each new attempt gets a new `lazy`.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyPart<Props> {
  let ready: ComponentType<Props> | undefined;
  const loadPart = async () => {
    const part = await load();
    ready = part.default;
    return part;
  };
  const loaded = loadOnce(loadPart);
  let latest:
    | { readonly promise: ReturnType<typeof loaded>; readonly Part: ComponentType<Props> }
    | undefined;
  function Part(props: Props) {
    // `lazy` suspends even where the code is here. Fixed at the mount, because another component would lose its state.
    const [Ready] = useState(() => ready);
    if (Ready !== undefined) return <Ready {...props} />;
    const promise = loaded();
    if (latest?.promise !== promise) latest = { promise, Part: lazy(() => promise) };
    return <latest.Part {...props} />;
  }
  return Object.assign(Part, {
    fetchAhead: () =>
      loadPart().then(
        () => undefined,
        () => undefined,
      ),
  });
}
