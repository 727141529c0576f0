/** The launch parameters that an LMS writes into the address. */
import { readQuery } from '../../lms/query.ts';

/** Parameters that are not reported as unknown. `frame` is written by the page around the frame. */
export const launchParameters: ReadonlySet<string> = new Set([
  'activity_id',
  'activityId',
  'actor',
  'auth',
  'endpoint',
  'fetch',
  'frame',
  'grouping',
  'registration',
]);

/** The standard by which an address was launched. The parameters themselves are validated when connecting. */
export function launchIn(query: string): 'cmi5' | 'xapi' | undefined {
  const parameters = readQuery(query);
  if (parameters.has('fetch') && parameters.has('activityId')) return 'cmi5';
  return parameters.has('endpoint') && parameters.has('auth') ? 'xapi' : undefined;
}
