/** Whether what the player does outlives the page, so that a reload can be offered without a warning. */
import { createContext } from 'react';

export const LastingContext = createContext(true);
