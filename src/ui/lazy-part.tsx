import { type ComponentType, use } from 'react';
import { loadOnce } from '../loading/load-once.ts';

/**
 * A component whose code loads when it is first drawn, below a `Loaded`. Unlike React's own `lazy`, it can load after a failure.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> {
  const loaded = loadOnce(load);
  return function LazyPart(props: Props) {
    const { default: Part } = use(loaded());
    return <Part {...props} />;
  };
}
