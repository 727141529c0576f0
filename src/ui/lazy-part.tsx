import { type ComponentType, lazy } from 'react';
import { loadOnce } from '../loading/load-once.ts';

/**
 * A component whose code loads when it is first drawn, below a `Loaded`. React's own `lazy` keeps a failure for ever; this one makes a
 * new `lazy` for a new attempt.
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
