import { type ComponentType, lazy } from 'react';
import { loadOnce } from '../loading/load-once.ts';

/**
 * A component whose code loads on first render; it needs a `Loaded` above it. React's own `lazy` keeps a failure
 * for ever, so each new attempt gets a new `lazy`.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> {
  const loaded = loadOnce(load);
  let latest:
    | { readonly promise: ReturnType<typeof loaded>; readonly Part: ComponentType<Props> }
    | undefined;
  return function LazyPart(props: Props) {
    const promise = loaded();
    if (latest?.promise !== promise) latest = { promise, Part: lazy(() => promise) };
    const { Part } = latest;
    return <Part {...props} />;
  };
}
