/** Whether the player's work survives a reload, so that a reload can be offered without a warning. */
import { createContext } from 'react';

/** True where moves are stored on the device; false where they live in memory only. */
export const LastingContext = createContext(true);
