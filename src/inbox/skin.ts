/** How a message is shown: as a mail program on a desk does, or as a phone, which hides addresses until they are asked for. */
import { createContext, use } from 'react';

export type Skin = 'desktop' | 'phone';

export const SkinContext = createContext<Skin>('desktop');

export const useSkin = (): Skin => use(SkinContext);
