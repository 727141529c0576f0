import type { KeyboardEvent } from 'react';

/** What browsers give for a key that the input method takes; Safari says it of the Enter that ends a composition, and nothing else. */
const takenByInputMethod = 229;

/** Whether a key belongs to an input method, with which Japanese is typed, and so neither submits nor presses anything. */
export const isComposing = ({ key, nativeEvent }: KeyboardEvent): boolean =>
  // oxlint-disable-next-line typescript/no-deprecated -- nothing newer tells the last Enter of a composition in Safari
  nativeEvent.isComposing || (key === 'Enter' && nativeEvent.keyCode === takenByInputMethod);
