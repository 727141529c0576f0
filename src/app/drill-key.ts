import type { DrillRoute } from './route.ts';

/** The name under which the device keeps how a drill went. */
export const drillKey = ({ pack, scenario, drill }: Omit<DrillRoute, 'screen'>): string =>
  [pack, ...(scenario === undefined ? [] : [scenario]), drill].join('/');
