import { asked } from '../../loading/browser.ts';
import { isStill } from '../motion/is-still.ts';

/** In milliseconds: as short as a seal on paper. */
const length = 12;

/** Lets a device that can vibrate do so shortly, unless its player wants no motion. */
export const buzz = (): void => {
  if (!isStill()) asked(() => navigator.vibrate(length), false);
};
