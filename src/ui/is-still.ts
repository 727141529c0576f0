/** Whether motion is off: by the device, or by the player's setting (`data-motion` on the root element). */
export const isStill = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.documentElement.dataset['motion'] === 'less';
