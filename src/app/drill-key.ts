import type { DrillRoute } from './route.ts';

/** The key under which the device stores the result of a drill. */
export const drillKey = ({ pack, scenario, drill }: Omit<DrillRoute, 'screen'>): string =>
  [pack, ...(scenario === undefined ? [] : [scenario]), drill].join('/');
