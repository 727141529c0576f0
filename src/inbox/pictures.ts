/** Where a picture of a pack is drawn from. */
import { createContext } from 'react';

/** The address of a picture by its path; a page that carries its content has none to ask a server for. */
export const PicturesContext = createContext<(path: string) => string>((path) => path);
