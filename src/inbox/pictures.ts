/** Where pictures of a pack are loaded from. */
import { createContext } from 'react';

/** Returns where to load a picture from, given its path. A page with built-in content has no server to ask. */
export const PicturesContext = createContext<(path: string) => string>((path) => path);
