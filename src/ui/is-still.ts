/** Whether nothing is to move: the device asks for it, or the player set it for this game (`data-motion` of the page). */
export const isStill = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.documentElement.dataset['motion'] === 'less';
