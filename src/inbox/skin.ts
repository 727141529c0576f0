/** How messages are shown: as on a desktop mail program, or as on a phone, which hides addresses until tapped. */
import { createContext, use } from 'react';

/** The looks of the mail client. */
export const skins = ['desktop', 'phone'] as const;
/** The look of the mail client. */
export type Skin = (typeof skins)[number];

/** The skin for everything below. */
export const SkinContext = createContext<Skin>('desktop');

/** The current skin. */
export const useSkin = (): Skin => use(SkinContext);
