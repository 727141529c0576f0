/** What follows the list: the list needs nothing of it, so its code comes right after, while the list is read. */
import { lazyPart } from '../ui/lazy-part.tsx';

export const OpenMessage = lazyPart(() => import('./OpenMessage.tsx'));
