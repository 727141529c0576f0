import { asked } from '../../loading/browser.ts';

/** Whether motion is off: by the device, or by the player's setting (`data-motion` on the root element). */
export const isStill = (): boolean =>
  asked(() => matchMedia('(prefers-reduced-motion: reduce)').matches, true) ||
  document.documentElement.dataset['motion'] === 'less';
