/** Whether the message is read as text, without its parts as buttons: for screen readers. */
import { createContext, use, useState } from 'react';

/** Whether the parts of the message around are text only. */
export const ReadingContext = createContext(false);

/** Whether the parts of the message around are text only. */
export const useReading = (): boolean => use(ReadingContext);

/** The choice holds for the messages opened later. */
let chosen = false;

/** How this message is read, and a function that changes it for this and all later messages. */
export function useReadingChoice(): readonly [isText: boolean, choose: (isText: boolean) => void] {
  const [isText, setText] = useState(chosen);
  const choose = (next: boolean): void => {
    chosen = next;
    setText(next);
  };
  return [isText, choose];
}
